// Unsafe code: two sweeps over one big matrix.

/// The two sweeps that a step along weighted gradients takes over an inner matrix W (rows x 4
/// length), for all columns of the data at once.
///
///     multiply:     P_j = W P'_j
///     moveBack:     B'_j = W^T B_j,   then   W <- decay W + sum_j B_j P'_j^T
///
/// with P' and B' below the matrix, P and B above it. Four rows and two columns at a time; the
/// number of columns is even, a column of zeros added where it must be. Every sum runs in the order
/// of `OrderedDot` and of `Network`, whatever the blocking.
struct GradientSweep {
  typealias Vector = SIMD4<Double>
  typealias Pointer = UnsafeMutablePointer<Vector>

  let matrix: Pointer
  /// A multiple of 4.
  let rows: Int
  /// Vectors a row takes.
  let length: Int
  /// Columns of the data, an even number.
  let columns: Int

  /// `output` = W `input`, column by column.
  func multiply(_ input: Pointer, into output: Pointer) {
    for i in stride(from: 0, to: rows, by: 4) {
      for j in stride(from: 0, to: columns, by: 2) {
        let column = output + j * (rows / 4) + i / 4
        (column[0], column[rows / 4]) = products(i, input + j * length)
      }
    }
  }

  /// `output` = W^T `left`, and then W <- decay W + `left` `right`^T.
  func moveBack(left: Pointer, right: Pointer, into output: Pointer, decay: Double) {
    output.update(repeating: .zero, count: columns * length)
    for i in stride(from: 0, to: rows, by: 4) {
      // The columns beyond the first two find the four rows in the nearest cache.
      for j in stride(from: 2, to: columns, by: 2) {
        gather(i, factors(left, i, j), output + j * length)
      }
      gatherAndMove(i, factors(left, i, 0), right, output, decay)
      for j in stride(from: 2, to: columns, by: 2) {
        move(i, factors(left, i, j), right + j * length)
      }
    }
  }

  /// B_j of four rows and two columns.
  private typealias Factors = (first: Vector, second: Vector)

  @inline(__always)
  private func factors(_ left: Pointer, _ i: Int, _ j: Int) -> Factors {
    (left[j * (rows / 4) + i / 4], left[(j + 1) * (rows / 4) + i / 4])
  }

  @inline(__always)
  private func rowPointers(_ i: Int) -> (Pointer, Pointer, Pointer, Pointer) {
    (
      matrix + i * length, matrix + (i + 1) * length, matrix + (i + 2) * length,
      matrix + (i + 3) * length
    )
  }

  /// The inner products of rows i ... i + 3 with two vectors that lie one behind the other.
  @inline(__always)
  func products(_ i: Int, _ input: Pointer) -> (Vector, Vector) {
    let (row0, row1, row2, row3) = rowPointers(i)
    var (a0, a1, a2, a3) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    var (b0, b1, b2, b3) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    for k in 0..<length {
      let (a, b) = (input[k], input[length + k])
      let (w0, w1, w2, w3) = (row0[k], row1[k], row2[k], row3[k])
      a0 = a0.addingProduct(w0, a)
      a1 = a1.addingProduct(w1, a)
      a2 = a2.addingProduct(w2, a)
      a3 = a3.addingProduct(w3, a)
      b0 = b0.addingProduct(w0, b)
      b1 = b1.addingProduct(w1, b)
      b2 = b2.addingProduct(w2, b)
      b3 = b3.addingProduct(w3, b)
    }
    return (Self.totals(a0, a1, a2, a3), Self.totals(b0, b1, b2, b3))
  }

  @inline(__always)
  private static func totals(_ s0: Vector, _ s1: Vector, _ s2: Vector, _ s3: Vector) -> Vector {
    Vector(
      (s0[0] + s0[1]) + (s0[2] + s0[3]), (s1[0] + s1[1]) + (s1[2] + s1[3]),
      (s2[0] + s2[1]) + (s2[2] + s2[3]),
      (s3[0] + s3[1]) + (s3[2] + s3[3]))
  }

  @inline(__always)
  private func gather(_ i: Int, _ factors: Factors, _ output: Pointer) {
    let (row0, row1, row2, row3) = rowPointers(i)
    let (a, b) = factors
    for k in 0..<length {
      let (w0, w1, w2, w3) = (row0[k], row1[k], row2[k], row3[k])
      output[k] = output[k].addingProduct(w0, a[0]).addingProduct(w1, a[1]).addingProduct(w2, a[2])
        .addingProduct(w3, a[3])
      output[length + k] = output[length + k].addingProduct(w0, b[0]).addingProduct(w1, b[1])
        .addingProduct(w2, b[2])
        .addingProduct(w3, b[3])
    }
  }

  /// W^T B of the old rows, and the rows moved by it: both while a row's vector is in a register.
  @inline(__always)
  private func gatherAndMove(
    _ i: Int, _ factors: Factors, _ right: Pointer, _ output: Pointer, _ decay: Double
  ) {
    let (row0, row1, row2, row3) = rowPointers(i)
    let (a, b) = factors
    for k in 0..<length {
      let (p, q) = (right[k], right[length + k])
      let (w0, w1, w2, w3) = (row0[k], row1[k], row2[k], row3[k])
      output[k] = output[k].addingProduct(w0, a[0]).addingProduct(w1, a[1]).addingProduct(w2, a[2])
        .addingProduct(w3, a[3])
      output[length + k] = output[length + k].addingProduct(w0, b[0]).addingProduct(w1, b[1])
        .addingProduct(w2, b[2])
        .addingProduct(w3, b[3])
      row0[k] = (decay * w0).addingProduct(p, a[0]).addingProduct(q, b[0])
      row1[k] = (decay * w1).addingProduct(p, a[1]).addingProduct(q, b[1])
      row2[k] = (decay * w2).addingProduct(p, a[2]).addingProduct(q, b[2])
      row3[k] = (decay * w3).addingProduct(p, a[3]).addingProduct(q, b[3])
    }
  }

  @inline(__always)
  private func move(_ i: Int, _ factors: Factors, _ right: Pointer) {
    let (row0, row1, row2, row3) = rowPointers(i)
    let (a, b) = factors
    for k in 0..<length {
      let (p, q) = (right[k], right[length + k])
      row0[k] = row0[k].addingProduct(p, a[0]).addingProduct(q, b[0])
      row1[k] = row1[k].addingProduct(p, a[1]).addingProduct(q, b[1])
      row2[k] = row2[k].addingProduct(p, a[2]).addingProduct(q, b[2])
      row3[k] = row3[k].addingProduct(p, a[3]).addingProduct(q, b[3])
    }
  }
}
