import Chains
import Foundation
import Survival

/// How often noise at its floor is within what the event allows: P(sum_i f_alpha(s_i^2) <=
/// epsilon2) in the layer where that is least likely.
///
/// A mean above epsilon2 does not keep a chain out where the block is small: a single weight is
/// near 0 often enough. The s_i^2 of an n x m block of N(0, v) weights have the sum S = v
/// chi^2_{nm}. While all are below alpha, the sum of f_alpha is 2 S/alpha - Q/alpha^2 with Q =
/// sum_i s_i^4, and Q/S^2 does not depend on S; with its mean k = (n + m + 1)/(nm + 2) the sum is
/// at most epsilon2 where
///
///     S <= alpha/k (1 - sqrt(1 - k epsilon2)).
///
/// This is exact for a block of one row or column, where k = 1. For others the true threshold of S
/// is between alpha epsilon2/2 and alpha (1 - sqrt(1 - epsilon2)), as f_alpha is concave: 2.6 %
/// apart at epsilon2 = 0.1.
///
/// Source for E Q: Muirhead, Aspects of Multivariate Statistical Theory (1982), section 3.2.
struct FloorInside: Equatable {
  /// The probability; 0 for a variance without bound, 1 for none.
  let probability: Double

  /// Below this probability a floor is said to keep chains out.
  static let rare = 1e-3

  /// That of a floor of an arm.
  init(_ floor: NoiseFloor, law: ChainLaw) {
    let rank = law.event.rank
    let blocks = zip(law.shape.widths, law.shape.widths.dropFirst()).map {
      (rows: $1 - rank, columns: $0 - rank)
    }
    let each = blocks.map { block in
      Self.probability(
        rows: block.rows, columns: block.columns, variance: floor.variance, alpha: law.event.alpha,
        allowed: floor.allowed)
    }
    probability = each.min() ?? 1
  }

  /// That of one block.
  static func probability(rows: Int, columns: Int, variance: Double, alpha: Double, allowed: Double)
    -> Double
  {
    if variance == 0 { return 1 }
    if variance == .infinity { return 0 }
    let (n, m) = (Double(rows), Double(columns))
    let k = (n + m + 1) / (n * m + 2)
    // alpha/k (1 - sqrt(1 - k epsilon2)) without cancellation.
    let threshold = alpha * allowed / (1 + (1 - k * allowed).squareRoot())
    return exp(GammaLaw(shape: n * m / 2, rate: 0.5).logCumulative(at: threshold / variance))
  }
}
