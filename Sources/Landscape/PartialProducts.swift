import DeepLinear

/// The products of a network's layers that derivatives are made of. Empty products are identities.
struct PartialProducts {
  /// `below[l]` is W_l ... W_1, l = 0...L.
  let below: [Matrix]
  /// `above[l]` is W_L ... W_{l+1}, l = 0...L.
  let above: [Matrix]

  init(_ network: Network) {
    let widths = network.widths
    var below = [Self.identity(widths[0])]
    for matrix in network.weights { below.append(matrix * below[below.count - 1]) }
    var above = [Self.identity(widths[widths.count - 1])]
    for matrix in network.weights.reversed() { above.append(above[above.count - 1] * matrix) }
    self.below = below
    self.above = above.reversed()
  }

  static func identity(_ size: Int) -> Matrix {
    var matrix = Matrix(rows: size, columns: size)
    for index in 0..<size { matrix[index, index] = 1 }
    return matrix
  }
}
