/// Proposition F.1: the product A of a network in B_r has approximate rank r.
extension TheoremSetting {
  /// What the approximate rank of A may exceed r + eps2 by:
  ///
  ///     sum_i f_alpha(s_i(A)^2) <= r + eps2 + n L^2 C^(L-1) eps1 / alpha
  ///
  /// As printed the factor n is missing, which the proof has and the second half of the proposition
  /// uses. The proof compares f_alpha(s^(2L)) with f_alpha(s^2), so it needs alpha <= 1.
  public func productExcess(
    alpha: LogNumber, epsilon1: LogNumber, bound: LogNumber, reading: TheoremReading = .proven
  ) -> LogNumber {
    let factor =
      LogNumber(Double(depth * depth)) * bound.power(Double(depth - 1)) * epsilon1 / alpha
    return reading == .proven ? LogNumber(Double(size)) * factor : factor
  }

  /// alpha eps2 / (n L^2 C^(L-1)), the largest eps1 at which that excess is at most eps2.
  public func largestProductEpsilon1(alpha: LogNumber, epsilon2: LogNumber, bound: LogNumber)
    -> LogNumber
  {
    alpha * epsilon2
      / (LogNumber(Double(size) * Double(depth * depth)) * bound.power(Double(depth - 1)))
  }
}
