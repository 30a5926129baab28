/// A cheap necessary condition for being in B_r, tried at every step so that no passage is missed.
///
/// Let x_1 >= x_2 >= ... be the squared singular values of W_1, p_1 their sum and p_2 the sum of
/// their squares. In B_r,
///
/// - (r+1) f_alpha(x_{r+1}) <= r + eps2, so x_i <= x_0 = alpha (1 - sqrt(1 - (r + eps2)/(r + 1)))
///   for i > r;
/// - x <= alpha f_alpha(x) for x <= alpha, so the tail beyond r sums to at most tau = min((n - r)
///   x_0, (r + eps2) alpha);
/// - the r largest sum to at least p_1 - tau, so r p_2 >= (p_1 - tau)^2 by Cauchy and Schwarz.
///
/// A network that violates the last line is outside for certain; one that does not gets the full
/// test.
public struct EntryScreen: Equatable, Sendable {
  /// r.
  public let rank: Int
  /// tau, widened by a relative 1e-9 for rounding.
  public let tail: Double
  /// C.
  private let bound: Double

  /// The screen for `set` with n = min(rows, columns) of W_1.
  public init(_ set: AbsorbingSet, smallerSide n: Int) {
    let admitted = Double(set.rank) + set.epsilon2
    let largest = ApproximateRank(alpha: set.alpha).inverse(admitted / Double(set.rank + 1))
    rank = set.rank
    tail = min(Double(max(n - set.rank, 0)) * largest, admitted * set.alpha) * (1 + 1e-9)
    bound = set.bound
  }

  /// Whether the traces rule membership out. A NaN rules nothing out.
  @inlinable
  public func rejects(trace: Double, traceOfSquare: Double) -> Bool {
    let head = trace - tail
    return head > 0 && Double(rank) * traceOfSquare * (1 + 1e-12) < head * head
  }

  /// The same in every lane.
  @inlinable
  public func rejects(trace: SIMD4<Double>, traceOfSquare: SIMD4<Double>) -> SIMDMask<SIMD4<Int64>>
  {
    let head = trace - tail
    return (head .> 0) .& (Double(rank) * traceOfSquare * (1 + 1e-12) .< head * head)
  }

  /// For a 2 x 2 layer and r = 1: det^2 above this rules membership out, because ||W_1||_F^2 <= C
  /// and p_1^2 - p_2 = 2 det^2.
  public var squaredDeterminantFloor: Double { tail * bound }
}
