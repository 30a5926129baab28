import DeepLinear
import Foundation

/// The cost of a matrix itself, C_lambda(A) = C(A) + (c_reg / 2) lambda L sum_i s_i(A)^(2/L): the
/// least F of the networks with product A.
///
/// What Theorem 3.1 of Wang and Jacot (ICLR 2024) says of local minima of F and of C_lambda is
/// checked here without F: the curvature of C_lambda along matrices of the same rank by differences
/// of its values, and its rise in random directions.
public struct MatrixCost: Sendable {
  /// The loss whose convention, problem and lambda count.
  public let loss: RegularisedLoss
  /// L.
  public let depth: Int

  /// Makes the cost for networks of depth L >= 2.
  public init(_ loss: RegularisedLoss, depth: Int) {
    precondition(depth >= 2, "a network has two layers or more")
    self.loss = loss
    self.depth = depth
  }

  /// L sum_i s_i^(2/L), the representation cost.
  public func representationCost(_ values: some Sequence<Double>) -> Double {
    let power = 2 / Double(depth)
    return Double(depth) * values.reduce(0) { $0 + ($1 > 0 ? pow($1, power) : 0) }
  }

  /// C_lambda with the first `rank` singular values alone; nil where A is not finite.
  public func value(of matrix: Matrix, rank: Int? = nil) -> Double? {
    guard let decomposition = SingularDecomposition(matrix) else { return nil }
    let values = decomposition.values.prefix(rank ?? decomposition.values.count)
    return loss.dataPart(of: matrix) + loss.ridgeWeight / 2 * representationCost(values)
  }

  /// The smallest and the largest curvature of C_lambda along the manifold of matrices of rank r at
  /// A, in the chart
  ///
  ///     A(X, Y, Z) = (U + U' Y) (S + s_r X) (V + V' Z)^T,
  ///
  /// U' and V' completing the singular vectors, by central differences 1e-3 apart; nil for r = 0,
  /// where the manifold is a point. At a critical point their signs do not depend on the chart.
  /// Costs about 2 n^2 decompositions for n = r (d_in + d_out - r).
  public func curvature(at decomposition: SingularDecomposition, rank: Int) -> (
    smallest: Double, largest: Double
  )? {
    guard rank > 0, let chart = RankChart(decomposition, rank: rank) else { return nil }
    let (count, step) = (chart.dimension, 1e-3)
    func cost(_ moves: [(Int, Double)]) -> Double {
      value(of: chart.matrix(moves), rank: rank) ?? .nan
    }
    let centre = cost([])
    var hessian = Matrix(rows: count, columns: count)
    for a in 0..<count {
      hessian[a, a] = (cost([(a, step)]) - 2 * centre + cost([(a, -step)])) / (step * step)
      for b in 0..<a {
        let same = cost([(a, step), (b, step)]) + cost([(a, -step), (b, -step)])
        let opposite = cost([(a, step), (b, -step)]) + cost([(a, -step), (b, step)])
        hessian[a, b] = (same - opposite) / (4 * step * step)
        hessian[b, a] = hessian[a, b]
      }
    }
    guard let values = DenseSystem.eigenvalues(hessian), let first = values.first,
      let last = values.last
    else { return nil }
    return (first, last)
  }
}
