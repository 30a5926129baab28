// Unsafe code: the weights of one wide network in aligned memory, and the sweeps over them.
import DeepLinear

/// One wide network in the layout of the full-width engine, and its step.
///
/// W_1 is kept column by column, W_L row by row, since a step reads one column and one row of them; inner matrices row by row. Rows
/// are padded with zeros to whole vectors of 4. An inner matrix is read and written once a step: the update of the last step and
/// the products of this one share a sweep (4 operations a weight). For L > 3 the layers below the top inner one need a second,
/// reading sweep for W^T u, since u is known only when the sweep above is done.
final class WideLayers {
  typealias Vector = SIMD4<Double>
  typealias Pointer = UnsafeMutablePointer<Vector>

  let widths: [Int]
  private let depth: Int
  /// Vectors a padded row of length w_l takes.
  private let padded: [Int]
  /// Where each layer begins, in vectors.
  private let starts: [Int]
  private let count: Int
  private let weights: Pointer
  private let saved: Pointer
  /// v_1 ... v_{L-1} and u_1 ... u_{L-1} of the running step, and of the step whose update is pending.
  private var forward: [Pointer]
  private var backward: [Pointer]
  private var pendingForward: [Pointer]
  private var pendingBackward: [Pointer]
  private var pending: (decay: Double, g: Double)?

  /// Whether the sweeps round as `OrderedDot` does: every hidden width reaches its four running sums.
  static func serves(_ shape: NetworkShape) -> Bool {
    shape.hiddenWidths.allSatisfy { $0 >= OrderedDot.lanesFrom }
  }

  init(_ network: Network) {
    widths = network.widths
    depth = network.weights.count
    padded = widths.map { ($0 + 3) / 4 }
    var starts = [0]
    for layer in 1...depth {
      let rows = layer == 1 ? widths[0] : widths[layer]
      let row = layer == 1 ? padded[1] : padded[layer - 1]
      starts.append(starts[layer - 1] + rows * row)
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
    let lengths = padded
    func vectors() -> [Pointer] { (1..<lengths.count - 1).map { zeros(lengths[$0]) } }
    (forward, backward, pendingForward, pendingBackward) = (vectors(), vectors(), vectors(), vectors())
    load(network)
  }

  deinit {
    weights.deallocate()
    saved.deallocate()
    for pointer in forward + backward + pendingForward + pendingBackward { pointer.deallocate() }
  }

  /// Keeps a copy of the weights, to which `restore` goes back.
  func save() {
    flush()
    saved.update(from: weights, count: count)
  }

  /// Goes back to the copy.
  func restore() {
    pending = nil
    // A step without a pending update still multiplies by these: what they hold must be finite.
    for (layer, pointer) in zip(1..., pendingForward) { pointer.update(repeating: .zero, count: padded[layer]) }
    for (layer, pointer) in zip(1..., pendingBackward) { pointer.update(repeating: .zero, count: padded[layer]) }
    weights.update(from: saved, count: count)
  }

  /// The network with every update done.
  var network: Network {
    flush()
    return Network(
      weights: (1...depth).map { layer in
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
              for j in 0..<columns { (target + i * columns + j).initialize(to: source[i * rowStride + j * columnStride]) }
            }
            count = rows * columns
          })
      })
  }

  /// sum_l ||W_l||_F^2 with every update done.
  var squaredNorm: Double {
    flush()
    return squaredNorm(of: 0..<count)
  }

  /// Whether every ||W_l||_F^2 is at most `bound`, but for a rounding that is left to the full test.
  func isBounded(by bound: Double) -> Bool {
    flush()
    return (1...depth).allSatisfy { squaredNorm(of: starts[$0 - 1]..<starts[$0]) <= bound * (1 + 1e-12) }
  }

  private func squaredNorm(of vectors: Range<Int>) -> Double {
    var (even, odd) = (Vector.zero, Vector.zero)
    var index = vectors.lowerBound
    while index + 2 <= vectors.upperBound {
      even = even.addingProduct(weights[index], weights[index])
      odd = odd.addingProduct(weights[index + 1], weights[index + 1])
      index += 2
    }
    if index < vectors.upperBound { even = even.addingProduct(weights[index], weights[index]) }
    return (even + odd).sum()
  }

  /// tr G and tr G^2 of the Gram matrix of W_1.
  var firstLayerTraces: (trace: Double, ofSquare: Double) {
    var (trace, square) = (0.0, 0.0)
    for i in 0..<widths[0] {
      for k in 0...i {
        let product = dot(padded[1], weights + i * padded[1], weights + k * padded[1])
        square = square.addingProduct(i == k ? product : 2 * product, product)
        if i == k { trace += product }
      }
    }
    return (trace, square)
  }

  /// One SGD step, the bits of `Network.step`. Inner layers lag by one update until `flush`.
  func step(entry: CompletionProblem.Entry, coefficients: StepCoefficients) {
    let top = depth - 2  // the last hidden layer's place in `forward` and `backward`
    let column = weights + entry.column * padded[1]
    let row = weights + starts[depth - 1] + entry.row * padded[depth - 1]
    forward[0].update(from: column, count: padded[1])
    backward[top].update(from: row, count: padded[depth - 1])
    for layer in 2..<max(depth, 2) {
      sweep(layer, products: true, transposed: layer == depth - 1)
    }
    let g = -coefficients.pull * (dot(padded[depth - 1], backward[top], forward[top]) - entry.value)
    for layer in stride(from: depth - 2, to: 1, by: -1) { transposedSweep(layer) }

    move(weights, rows: widths[0], length: padded[1], touched: entry.column, coefficients.decay, g, backward[0])
    move(
      weights + starts[depth - 1], rows: widths[depth], length: padded[depth - 1], touched: entry.row, coefficients.decay, g,
      forward[top])
    swap(&forward, &pendingForward)
    swap(&backward, &pendingBackward)
    pending = (coefficients.decay, g)
  }

  /// Does the pending update of the inner layers.
  func flush() {
    for layer in 2..<max(depth, 2) where pending != nil { sweep(layer, products: false, transposed: false) }
    pending = nil
  }

  private func load(_ network: Network) {
    for (layer, matrix) in zip(1..., network.weights) {
      for i in 0..<matrix.rows {
        for j in 0..<matrix.columns { scalars(layer)[i * strides(layer).row + j * strides(layer).column] = matrix[i, j] }
      }
    }
  }

  private func scalars(_ layer: Int) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(weights + starts[layer - 1]).assumingMemoryBound(to: Double.self)
  }

  /// How far apart neighbouring rows and neighbouring columns of a layer lie.
  private func strides(_ layer: Int) -> (row: Int, column: Int) {
    layer == 1 ? (1, 4 * padded[1]) : (4 * padded[layer - 1], 1)
  }

  /// Decays an outer layer and adds g times `vector` to its touched row (column, for W_1).
  private func move(
    _ matrix: Pointer, rows: Int, length: Int, touched: Int, _ decay: Double, _ g: Double, _ vector: Pointer
  ) {
    for index in 0..<(rows * length) { matrix[index] = decay * matrix[index] }
    let row = matrix + touched * length
    let factor = Vector(repeating: g)
    for index in 0..<length { row[index] = row[index].addingProduct(factor, vector[index]) }
  }

  /// `OrderedDot.sum` over padded vectors.
  private func dot(_ length: Int, _ a: Pointer, _ b: Pointer) -> Double {
    var sums = Vector.zero
    for index in 0..<length { sums = sums.addingProduct(a[index], b[index]) }
    return (sums[0] + sums[1]) + (sums[2] + sums[3])
  }

  /// The pending update of an inner layer and, in the same sweep, v_l = W_l v_{l-1} and u_{l-1} = W_l^T u_l.
  private func sweep(_ layer: Int, products: Bool, transposed: Bool) {
    let (decay, g) = pending ?? (1, 0)
    let sweep = FusedSweep(
      matrix: weights + starts[layer - 1], rows: widths[layer], length: padded[layer - 1], decay: decay, g: g,
      pendingLeft: scalars(pendingBackward[layer - 1]), pendingRight: pendingForward[layer - 2],
      left: scalars(backward[layer - 1]), right: forward[layer - 2],
      output: scalars(forward[layer - 1]), transposedOutput: backward[layer - 2])
    switch (products, transposed) {
    case (true, true): sweep.updateAndMultiplyBoth()
    case (true, false): sweep.updateAndMultiply()
    default: sweep.update()
    }
  }

  /// u_{l-1} = W_l^T u_l of a layer that is up to date.
  private func transposedSweep(_ layer: Int) {
    let (matrix, length) = (weights + starts[layer - 1], padded[layer - 1])
    let (output, left) = (backward[layer - 2], scalars(backward[layer - 1]))
    output.update(repeating: .zero, count: length)
    for i in 0..<widths[layer] {
      let factor = Vector(repeating: left[i])
      for k in 0..<length { output[k] = output[k].addingProduct(matrix[i * length + k], factor) }
    }
  }

  private func scalars(_ pointer: Pointer) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Double.self)
  }
}
