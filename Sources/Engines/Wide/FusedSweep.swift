// Unsafe code: one sweep over one big matrix.

/// One sweep over an inner matrix W (rows x 4 length): the rank-one update that is due and the
/// products that the step needs.
///
///     W <- decay W + (g left'_i) right'^T,   output = W right,   transposedOutput = W^T left
///
/// Four rows at a time, so that the vectors are loaded once for four rows; `rows` is a multiple of
/// 4. Every sum runs in the order of `OrderedDot` and of `Network`, whatever the blocking.
struct FusedSweep {
  typealias Vector = SIMD4<Double>

  let matrix: UnsafeMutablePointer<Vector>
  let rows: Int
  let length: Int
  let decay: Double
  let g: Double
  let pendingLeft: UnsafePointer<Double>
  let pendingRight: UnsafePointer<Vector>
  let left: UnsafePointer<Double>
  let right: UnsafePointer<Vector>
  let output: UnsafeMutablePointer<Double>
  let transposedOutput: UnsafeMutablePointer<Vector>

  func update() {
    let factor = Vector(repeating: decay)
    for i in 0..<rows {
      let push = Vector(repeating: g * pendingLeft[i])
      let row = matrix + i * length
      for k in 0..<length { row[k] = (factor * row[k]).addingProduct(push, pendingRight[k]) }
    }
  }

  func updateAndMultiply() { run(transposed: false) }

  func updateAndMultiplyBoth() {
    transposedOutput.update(repeating: .zero, count: length)
    run(transposed: true)
  }

  @inline(__always)
  private func run(transposed: Bool) {
    for i in stride(from: 0, to: rows, by: 4) {
      let sums = block(i, transposed: transposed)
      output[i] = Self.total(sums.0)
      output[i + 1] = Self.total(sums.1)
      output[i + 2] = Self.total(sums.2)
      output[i + 3] = Self.total(sums.3)
    }
  }

  @inline(__always)
  private static func total(_ sums: Vector) -> Double { (sums[0] + sums[1]) + (sums[2] + sums[3]) }

  @inline(__always)
  private func block(_ i: Int, transposed: Bool) -> (Vector, Vector, Vector, Vector) {
    let factor = Vector(repeating: decay)
    let (row0, row1, row2, row3) = (
      matrix + i * length, matrix + (i + 1) * length, matrix + (i + 2) * length,
      matrix + (i + 3) * length
    )
    let (push0, push1) = (
      Vector(repeating: g * pendingLeft[i]), Vector(repeating: g * pendingLeft[i + 1])
    )
    let (push2, push3) = (
      Vector(repeating: g * pendingLeft[i + 2]), Vector(repeating: g * pendingLeft[i + 3])
    )
    let (left0, left1) = (Vector(repeating: left[i]), Vector(repeating: left[i + 1]))
    let (left2, left3) = (Vector(repeating: left[i + 2]), Vector(repeating: left[i + 3]))
    var sums = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    for k in 0..<length {
      let (old, new) = (pendingRight[k], right[k])
      let w0 = (factor * row0[k]).addingProduct(push0, old)
      let w1 = (factor * row1[k]).addingProduct(push1, old)
      let w2 = (factor * row2[k]).addingProduct(push2, old)
      let w3 = (factor * row3[k]).addingProduct(push3, old)
      row0[k] = w0
      row1[k] = w1
      row2[k] = w2
      row3[k] = w3
      sums.0 = sums.0.addingProduct(w0, new)
      sums.1 = sums.1.addingProduct(w1, new)
      sums.2 = sums.2.addingProduct(w2, new)
      sums.3 = sums.3.addingProduct(w3, new)
      if transposed {
        transposedOutput[k] = transposedOutput[k].addingProduct(w0, left0).addingProduct(w1, left1)
          .addingProduct(w2, left2).addingProduct(w3, left3)
      }
    }
    return sums
  }
}
