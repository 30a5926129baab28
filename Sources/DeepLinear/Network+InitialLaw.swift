import RandomStreams

extension Network {
  /// Draws theta_0 of a chain from the initial law.
  ///
  /// Weight number n of the network (layer by layer from W_1, row by row) is draw n of the chain's
  /// weight stream.
  public init(shape: NetworkShape, law: InitialLaw, stream: RandomStream, chain: UInt32) {
    let draws = WeightDraws(stream: stream, chain: chain)
    var first: UInt64 = 0
    var weights: [Matrix] = []
    for layer in 1...shape.depth {
      let (rows, columns) = (shape.widths[layer], shape.widths[layer - 1])
      let scale = law.scale(layer: layer, shape: shape)
      let elements: [Double]
      switch law {
      case .normal: elements = draws.normals(first: first, count: rows * columns).map { scale * $0 }
      case .torchLinear:
        elements = draws.uniforms(first: first, count: rows * columns).map { scale * (2 * $0 - 1) }
      }
      weights.append(Matrix(rows: rows, columns: columns, elements: elements))
      first += UInt64(rows * columns)
    }
    self.init(weights: weights)
  }
}
