import DeepLinear

@testable import AbsorbingSets

/// Membership spelled out from the formula with plain sums; its singular values come from Jacobi's
/// rotations, written here.
struct Definition {
  let set: AbsorbingSet

  /// f_alpha(x) = x (2 alpha - x) / alpha^2 for x <= alpha and 1 above.
  func count(_ x: Double) -> Double {
    x <= set.alpha ? x * (2 * set.alpha - x) / (set.alpha * set.alpha) : 1
  }

  /// max_l sum_i f_alpha(s_i(W_l)^2).
  func rankSum(_ network: Network) -> Double {
    network.weights.map { Self.squaredSingularValues($0).reduce(0) { $0 + count($1) } }.max() ?? 0
  }

  /// max_l || W_l W_l^T - W_{l+1}^T W_{l+1} ||.
  func imbalance(_ network: Network) -> Double {
    zip(network.weights, network.weights.dropFirst()).map { below, above in
      var difference = below * below.transposed
      for (index, value) in (above.transposed * above).elements.enumerated() {
        difference.elements[index] -= value
      }
      switch set.balance {
      case .frobeniusSquared: return difference.elements.reduce(0) { $0 + $1 * $1 }
      case .spectral: return Self.eigenvalues(difference).map(abs).max() ?? 0
      }
    }.max() ?? 0
  }

  /// max_l ||W_l||_F^2.
  func largestNorm(_ network: Network) -> Double {
    network.weights.map { $0.elements.reduce(0) { $0 + $1 * $1 } }.max() ?? 0
  }

  /// The smallest s <= r with the network in B_s; and how far the nearest of the deciding
  /// quantities is from its threshold, relative to its own size: an answer within rounding of a
  /// threshold decides nothing.
  func level(_ network: Network) -> (level: Int?, margin: Double) {
    let (sum, imbalance, norm) = (rankSum(network), imbalance(network), largestNorm(network))
    var margin = min(abs(imbalance - set.epsilon1) / (1 + norm), abs(norm - set.bound) / set.bound)
    for s in 0...set.rank {
      margin = min(margin, abs(sum - (Double(s) + set.epsilon2)) * set.alpha / (1 + norm))
    }
    guard imbalance <= set.epsilon1, norm <= set.bound else { return (nil, margin) }
    return ((0...set.rank).first { sum <= Double($0) + set.epsilon2 }, margin)
  }

  static func squaredSingularValues(_ matrix: Matrix) -> [Double] {
    let gram =
      matrix.rows <= matrix.columns ? matrix * matrix.transposed : matrix.transposed * matrix
    return eigenvalues(gram).map { max($0, 0) }
  }

  /// Eigenvalues of a symmetric matrix by cyclic Jacobi rotations.
  static func eigenvalues(_ matrix: Matrix) -> [Double] {
    var a = matrix
    let n = matrix.rows
    for _ in 0..<30 {
      for p in 0..<n {
        for q in (p + 1)..<max(n, p + 1) where a[p, q] != 0 {
          let theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
          let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<n {
            let (x, y) = (a[k, p], a[k, q])
            (a[k, p], a[k, q]) = (c * x - s * y, s * x + c * y)
          }
          for k in 0..<n {
            let (x, y) = (a[p, k], a[q, k])
            (a[p, k], a[q, k]) = (c * x - s * y, s * x + c * y)
          }
        }
      }
    }
    return (0..<n).map { a[$0, $0] }.sorted(by: >)
  }
}
