/// f_alpha, the smooth step that counts singular values.
public struct ApproximateRank: Equatable, Sendable {
  /// alpha.
  public let alpha: Double
  /// 1 / alpha^2, rounded once: scalars and lanes multiply by the same number.
  @usableFromInline let inverseSquare: Double

  /// f_alpha for a positive alpha.
  @inlinable
  public init(alpha: Double) {
    self.alpha = alpha
    inverseSquare = 1 / (alpha * alpha)
  }

  /// f_alpha(x) = x (2 alpha - x) / alpha^2 for 0 <= x <= alpha, and 1 above. A NaN stays NaN.
  @inlinable
  public func callAsFunction(_ x: Double) -> Double {
    x > alpha ? 1 : x * (2 * alpha - x) * inverseSquare
  }

  /// f_alpha in every lane, the same bits as the scalar.
  @inlinable @inline(__always)
  public func callAsFunction(_ x: SIMD4<Double>) -> SIMD4<Double> {
    (x * (2 * alpha - x) * inverseSquare).replacing(with: 1, where: x .> alpha)
  }

  /// The largest x with f_alpha(x) <= y, for y in 0..<1: alpha (1 - sqrt(1 - y)).
  public func inverse(_ y: Double) -> Double {
    alpha * (1 - (1 - y).squareRoot())
  }
}
