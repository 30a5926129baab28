// Unsafe code: the weights of one wide network in aligned memory, and the sweeps over them.
import DeepLinear

/// One wide network in the layout of the full-width engine, and its step.
///
/// W_1 is kept column by column, W_L row by row, since a step reads one column and one row of them; inner matrices row by row. Rows
/// are padded with zeros to whole vectors of 4, inner matrices to whole fours of rows, and W_1 to an even number of columns: the sweeps
/// know no remainders. An inner matrix is read and written once a step: the update of the last step and
/// the products of this one share a sweep (4 operations a weight). For L > 3 the layers below the top inner one need a second,
/// reading sweep for W^T u, since u is known only when the sweep above is done.
final class WideLayers {
  typealias Vector = SIMD4<Double>
  typealias Pointer = UnsafeMutablePointer<Vector>

  let widths: [Int]
  let depth: Int
  /// Vectors a padded row of length w_l takes.
  let padded: [Int]
  /// Where each layer begins, in vectors.
  let starts: [Int]
  private let count: Int
  let weights: Pointer
  private let saved: Pointer
  /// v_1 ... v_{L-1} and u_1 ... u_{L-1} of the running step, and of the step whose update is pending.
  private var forward: [Pointer]
  private var backward: [Pointer]
  private var pendingForward: [Pointer]
  private var pendingBackward: [Pointer]
  private var pending: (decay: Double, g: Double)?

  /// Whether the sweeps round as `OrderedDot` does: every hidden width reaches its four running sums.
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
      starts.append(starts[layer - 1] + (layer == depth ? widths[depth] : 4 * padded[layer]) * padded[layer - 1])
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
    return network(in: weights)
  }

  /// The network that was kept.
  var copy: Network { network(in: saved) }

  private func network(in memory: Pointer) -> Network {
    Network(
      weights: (1...depth).map { layer in
        let (rows, columns, source) = (widths[layer], widths[layer - 1], Self.scalars(memory + starts[layer - 1]))
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
    Self.sum(vectors) { weights[$0] }
  }

  /// || theta - kept theta ||^2 with every update done.
  var squaredDistanceFromCopy: Double {
    flush()
    return Self.sum(0..<count) { weights[$0] - saved[$0] }
  }

  /// The sum of the squares of all numbers in the vectors at these indices, in 32 running sums that hide the latency of a multiply-add.
  @inline(__always)
  private static func sum(_ indices: Range<Int>, _ vector: (Int) -> Vector) -> Double {
    var (a, b, c, d) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    var (e, f, g, h) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    func add(_ sum: inout Vector, _ index: Int) {
      let value = vector(index)
      sum = sum.addingProduct(value, value)
    }
    var index = indices.lowerBound
    while index + 8 <= indices.upperBound {
      add(&a, index)
      add(&b, index + 1)
      add(&c, index + 2)
      add(&d, index + 3)
      add(&e, index + 4)
      add(&f, index + 5)
      add(&g, index + 6)
      add(&h, index + 7)
      index += 8
    }
    while index < indices.upperBound {
      add(&a, index)
      index += 1
    }
    return (((a + b) + (c + d)) + ((e + f) + (g + h))).sum()
  }

  /// tr G and tr G^2 of the Gram matrix of W_1.
  var firstLayerTraces: (trace: Double, ofSquare: Double) {
    var (trace, square) = (0.0, 0.0)
    for i in 0..<widths[0] {
      for k in 0...i {
        let product = Self.dot(padded[1], weights + i * padded[1], weights + k * padded[1])
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
    let g = -coefficients.pull * (Self.dot(padded[depth - 1], backward[top], forward[top]) - entry.value)
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

  /// Adds `factor` times a number to every weight; the numbers are those of the weights, layer by layer and row by row. The product is
  /// rounded before the sum.
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
        for k in 0..<whole { row[k] += factor * UnsafeRawPointer(next + 4 * k).loadUnaligned(as: Vector.self) }
        for j in (4 * whole)..<length { Self.scalars(row)[j] += factor * next[j] }
        next += length
      }
    }
  }

  private func load(_ network: Network) {
    for (layer, matrix) in zip(1..., network.weights) {
      for i in 0..<matrix.rows {
        for j in 0..<matrix.columns { scalars(layer)[i * strides(layer).row + j * strides(layer).column] = matrix[i, j] }
      }
    }
  }

  private func scalars(_ layer: Int) -> UnsafeMutablePointer<Double> { Self.scalars(weights + starts[layer - 1]) }

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
  static func dot(_ length: Int, _ a: Pointer, _ b: Pointer) -> Double {
    var sums = Vector.zero
    for index in 0..<length { sums = sums.addingProduct(a[index], b[index]) }
    return (sums[0] + sums[1]) + (sums[2] + sums[3])
  }

  /// The pending update of an inner layer and, in the same sweep, v_l = W_l v_{l-1} and u_{l-1} = W_l^T u_l.
  private func sweep(_ layer: Int, products: Bool, transposed: Bool) {
    let (decay, g) = pending ?? (1, 0)
    let sweep = FusedSweep(
      matrix: weights + starts[layer - 1], rows: 4 * padded[layer], length: padded[layer - 1], decay: decay, g: g,
      pendingLeft: Self.scalars(pendingBackward[layer - 1]), pendingRight: pendingForward[layer - 2],
      left: Self.scalars(backward[layer - 1]), right: forward[layer - 2],
      output: Self.scalars(forward[layer - 1]), transposedOutput: backward[layer - 2])
    switch (products, transposed) {
    case (true, true): sweep.updateAndMultiplyBoth()
    case (true, false): sweep.updateAndMultiply()
    default: sweep.update()
    }
  }

  /// u_{l-1} = W_l^T u_l of a layer that is up to date.
  private func transposedSweep(_ layer: Int) {
    let (matrix, length) = (weights + starts[layer - 1], padded[layer - 1])
    let (output, left) = (backward[layer - 2], Self.scalars(backward[layer - 1]))
    output.update(repeating: .zero, count: length)
    for i in 0..<widths[layer] {
      let factor = Vector(repeating: left[i])
      for k in 0..<length { output[k] = output[k].addingProduct(matrix[i * length + k], factor) }
    }
  }

  private static func scalars(_ pointer: Pointer) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Double.self)
  }
}
