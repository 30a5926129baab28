import DeepLinear

/// The reduction of a wide network to hidden width d = min(d_in, d_out).
///
/// The dynamics commute with orthogonal changes of basis in every hidden layer. Once the initial
/// weights have decayed, every W_l lives in spaces of d dimensions: with orthonormal Q_l (w_l x d)
/// spanning the columns of W_l Q_{l-1} (Q_0 = I),
///
///     W_l = Q_l W'_l Q_{l-1}^T + R_l,    W'_l = Q_l^T W_l Q_{l-1},
///
/// and the network W' has the same product A, and squared singular values that fall short of those
/// of W by ||R_l||_F^2 in all. What is left out only decays: it meets the data again to second
/// order in R. The argument, and the check against the full width, are in docs/dynamics.md.
package struct Compression {
  /// W'.
  package let network: Network
  /// ||R_l||_F for l = 1...L.
  let dropped: [Double]

  /// A chain is handed on compressed when max_l ||R_l||_F is at most this, in units of ||W_l||_F or
  /// of sqrt(alpha) (at most 1), whichever is larger: the path is off by the square, which is then
  /// below the rounding of a double.
  package static let tolerance = 1e-9

  /// Compresses a network; `nil` when its norm is not finite. Costs about 2 d multiply-adds a
  /// weight of the inner layers.
  package init?(_ network: Network) {
    let weights = network.weights
    guard weights.allSatisfy({ $0.squaredNorm.isFinite }) else { return nil }
    if weights[0].columns > weights[weights.count - 1].rows {
      // The smaller end is on top: compress the transposed network from there.
      guard let mirrored = Compression(Self.transposed(network)) else { return nil }
      self.network = Self.transposed(mirrored.network)
      dropped = mirrored.dropped.reversed()
      return
    }
    var small: [Matrix] = []
    var dropped: [Double] = []
    var below: Matrix?
    for (index, matrix) in weights.enumerated() {
      let image = below.map { matrix * $0 } ?? matrix
      let basis = index == weights.count - 1 ? nil : Self.orthonormalBasis(of: image)
      small.append(basis.map { $0.transposed * image } ?? image)
      // Q_l spans the image W_l Q_{l-1}, so that R_l = W_l - (W_l Q_{l-1}) Q_{l-1}^T; the first
      // layer loses nothing.
      dropped.append(below.map { matrix.distance(toProduct: image, $0.transposed) } ?? 0)
      below = basis
    }
    self.network = Network(weights: small)
    self.dropped = dropped
  }

  /// max_l ||R_l||_F / max(||W_l||_F, min(sqrt(alpha), 1)) of the network that was compressed.
  package func relativeDrop(from network: Network, alpha: Double) -> Double {
    zip(dropped, network.weights).reduce(0) { worst, pair in
      max(worst, pair.0 / max(pair.1.squaredNorm, min(alpha, 1)).squareRoot())
    }
  }

  private static func transposed(_ network: Network) -> Network {
    Network(weights: network.weights.reversed().map(\.transposed))
  }

  /// Orthonormal columns that span those of `matrix` (rows >= columns), by Gram and Schmidt, twice
  /// over for orthogonality to rounding. A column that is zero gives way to a unit vector.
  static func orthonormalBasis(of matrix: Matrix) -> Matrix {
    var columns: [[Double]] = []
    for index in 0..<matrix.columns {
      var candidate = matrix.column(index)
      var fallback = 0
      var accepted = false
      while !accepted {
        let before = norm(candidate)
        for _ in 0..<2 {
          for other in columns {
            let overlap = zip(candidate, other).reduce(0) { $0.addingProduct($1.0, $1.1) }
            for k in candidate.indices {
              candidate[k] = candidate[k].addingProduct(-overlap, other[k])
            }
          }
        }
        let length = norm(candidate)
        accepted = length > 1e-14 * before
        if accepted {
          for k in candidate.indices { candidate[k] /= length }
        } else {
          candidate = (0..<matrix.rows).map { $0 == fallback ? 1 : 0 }
          fallback += 1
        }
      }
      columns.append(candidate)
    }
    var result = Matrix(rows: matrix.rows, columns: matrix.columns)
    for (j, column) in columns.enumerated() {
      for (i, value) in column.enumerated() { result[i, j] = value }
    }
    return result
  }

  private static func norm(_ vector: [Double]) -> Double {
    vector.reduce(0) { $0.addingProduct($1, $1) }.squareRoot()
  }
}
