// Unsafe code: the weights of one wide network in aligned memory.
import DeepLinear

/// One wide network in the layout of the full-width engine.
///
/// W_1 is kept column by column, W_L row by row, since a step reads one column and one row of them;
/// inner matrices row by row. Rows are padded with zeros to whole vectors of 4, inner matrices to
/// whole fours of rows, and W_1 to an even number of columns: the sweeps know no remainders.
package final class WideLayers {
  typealias Vector = SIMD4<Double>
  typealias Pointer = UnsafeMutablePointer<Vector>

  let widths: [Int]
  let depth: Int
  /// Vectors a padded row of length w_l takes.
  let padded: [Int]
  /// Where each layer begins, in vectors.
  let starts: [Int]
  let count: Int
  let weights: Pointer
  let saved: Pointer
  /// v_1 ... v_{L-1} and u_1 ... u_{L-1} of the running step along one entry, and of the step whose
  /// update is pending.
  var forward: [Pointer]
  var backward: [Pointer]
  var pendingForward: [Pointer]
  var pendingBackward: [Pointer]
  var pending: (decay: Double, g: Double)?

  /// Whether the sweeps round as `OrderedDot` does: every hidden width reaches its four running
  /// sums.
  static func serves(_ shape: NetworkShape) -> Bool { serves(widths: shape.widths) }

  /// The same for a network of these widths, w_0 ... w_L.
  static func serves(widths: [Int]) -> Bool {
    widths.dropFirst().dropLast().allSatisfy { $0 >= OrderedDot.lanesFrom }
  }

  /// The columns of W_1 with their padding.
  static func evenColumns(_ inputs: Int) -> Int { (inputs + 1) / 2 * 2 }

  init(_ network: Network) {
    widths = network.widths
    depth = network.weights.count
    let padded = widths.map { ($0 + 3) / 4 }
    self.padded = padded
    var starts = [0, Self.evenColumns(widths[0]) * padded[1]]
    for layer in 2...depth {
      starts.append(
        starts[layer - 1] + (layer == depth ? widths[depth] : 4 * padded[layer]) * padded[layer - 1]
      )
    }
    self.starts = starts
    count = starts[depth]
    func zeros(_ count: Int) -> Pointer {
      let pointer = Pointer.allocate(capacity: count)
      pointer.initialize(repeating: .zero, count: count)
      return pointer
    }
    weights = zeros(count)
    saved = zeros(count)
    func vectors() -> [Pointer] { (1..<padded.count - 1).map { zeros(padded[$0]) } }
    (forward, backward, pendingForward, pendingBackward) = (
      vectors(), vectors(), vectors(), vectors()
    )
    load(network)
  }

  deinit {
    weights.deallocate()
    saved.deallocate()
    for pointer in forward + backward + pendingForward + pendingBackward { pointer.deallocate() }
  }

  /// Keeps a copy of the weights, to which `restore` goes back.
  package func save() {
    flush()
    saved.update(from: weights, count: count)
  }

  /// Goes back to the copy.
  package func restore() {
    pending = nil
    // A step without a pending update still multiplies by these: what they hold must be finite.
    for (layer, pointer) in zip(1..., pendingForward) {
      pointer.update(repeating: .zero, count: padded[layer])
    }
    for (layer, pointer) in zip(1..., pendingBackward) {
      pointer.update(repeating: .zero, count: padded[layer])
    }
    weights.update(from: saved, count: count)
  }

  /// The network with every update done.
  package var network: Network { Network(weights: (1...depth).map(matrix)) }

  /// W_l with every update done.
  func matrix(_ layer: Int) -> Matrix {
    flush()
    let (rows, columns, source) = (widths[layer], widths[layer - 1], scalars(layer))
    let (rowStride, columnStride) = strides(layer)
    return Matrix(
      rows: rows, columns: columns,
      elements: [Double](unsafeUninitializedCapacity: rows * columns) { buffer, count in
        guard let target = buffer.baseAddress else { return }
        for i in 0..<rows where columnStride == 1 {
          (target + i * columns).initialize(from: source + i * rowStride, count: columns)
        }
        for i in 0..<rows where columnStride != 1 {
          for j in 0..<columns {
            (target + i * columns + j).initialize(to: source[i * rowStride + j * columnStride])
          }
        }
        count = rows * columns
      })
  }

  /// Adds `factor` times a number to every weight; the numbers are those of the weights, layer by
  /// layer and row by row. The product is rounded before the sum.
  func add(_ numbers: UnsafePointer<Double>, times factor: Double) {
    flush()
    var next = numbers
    for i in 0..<widths[1] {
      for j in 0..<widths[0] {
        scalars(1)[j * 4 * padded[1] + i] += factor * next[0]
        next += 1
      }
    }
    for layer in 2...depth {
      let (whole, length) = (widths[layer - 1] / 4, widths[layer - 1])
      for i in 0..<widths[layer] {
        let row = weights + starts[layer - 1] + i * padded[layer - 1]
        for k in 0..<whole {
          row[k] += factor * UnsafeRawPointer(next + 4 * k).loadUnaligned(as: Vector.self)
        }
        for j in (4 * whole)..<length { Self.scalars(row)[j] += factor * next[j] }
        next += length
      }
    }
  }

  private func load(_ network: Network) {
    for (layer, matrix) in zip(1..., network.weights) {
      for i in 0..<matrix.rows {
        for j in 0..<matrix.columns {
          scalars(layer)[i * strides(layer).row + j * strides(layer).column] = matrix[i, j]
        }
      }
    }
  }

  private func scalars(_ layer: Int) -> UnsafeMutablePointer<Double> {
    Self.scalars(weights + starts[layer - 1])
  }

  /// How far apart neighbouring rows and neighbouring columns of a layer lie.
  private func strides(_ layer: Int) -> (row: Int, column: Int) {
    layer == 1 ? (1, 4 * padded[1]) : (4 * padded[layer - 1], 1)
  }

  /// `OrderedDot.sum` over padded vectors.
  static func dot(_ length: Int, _ a: Pointer, _ b: Pointer) -> Double {
    var sums = Vector.zero
    for index in 0..<length { sums = sums.addingProduct(a[index], b[index]) }
    return (sums[0] + sums[1]) + (sums[2] + sums[3])
  }

  static func scalars(_ pointer: Pointer) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Double.self)
  }
}
