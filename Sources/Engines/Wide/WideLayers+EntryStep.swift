// Unsafe code: the sweeps of a step over aligned memory.
import DeepLinear

/// The step along one entry's gradient.
///
/// An inner matrix is read and written once a step: the update of the last step and the products of
/// this one share a sweep (4 operations a weight). For L > 3 the layers below the top inner one
/// need a second, reading sweep for W^T u, since u is known only when the sweep above is done.
extension WideLayers {
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
    let g =
      -coefficients.pull * (Self.dot(padded[depth - 1], backward[top], forward[top]) - entry.value)
    for layer in stride(from: depth - 2, to: 1, by: -1) { transposedSweep(layer) }

    move(
      weights, rows: widths[0], length: padded[1], touched: entry.column, coefficients.decay, g,
      backward[0])
    move(
      weights + starts[depth - 1], rows: widths[depth], length: padded[depth - 1],
      touched: entry.row, coefficients.decay, g,
      forward[top])
    swap(&forward, &pendingForward)
    swap(&backward, &pendingBackward)
    pending = (coefficients.decay, g)
  }

  /// Does the pending update of the inner layers.
  func flush() {
    for layer in 2..<max(depth, 2) where pending != nil {
      sweep(layer, products: false, transposed: false)
    }
    pending = nil
  }

  /// Decays an outer layer and adds g times `vector` to its touched row (column, for W_1).
  private func move(
    _ matrix: Pointer, rows: Int, length: Int, touched: Int, _ decay: Double, _ g: Double,
    _ vector: Pointer
  ) {
    for index in 0..<(rows * length) { matrix[index] = decay * matrix[index] }
    let row = matrix + touched * length
    let factor = Vector(repeating: g)
    for index in 0..<length { row[index] = row[index].addingProduct(factor, vector[index]) }
  }

  /// The pending update of an inner layer and, in the same sweep, v_l = W_l v_{l-1} and u_{l-1} =
  /// W_l^T u_l.
  private func sweep(_ layer: Int, products: Bool, transposed: Bool) {
    let (decay, g) = pending ?? (1, 0)
    let sweep = FusedSweep(
      matrix: weights + starts[layer - 1], rows: 4 * padded[layer], length: padded[layer - 1],
      decay: decay, g: g,
      pendingLeft: Self.scalars(pendingBackward[layer - 1]),
      pendingRight: pendingForward[layer - 2],
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
}
