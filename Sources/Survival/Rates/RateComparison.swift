/// Two Poisson rates compared, exactly: the ratio of the second to the first, the reference.
///
/// Given the sum n of the counts, the second count k_2 is binomial with probability p = R T_2/(T_1
/// + R T_2), R the ratio of the rates and T_1, T_2 the exposures, whatever the rates are. Clopper
/// and Pearson's limits p_L, p_U for p give those of the ratio,
///
///     R_L = T_1/T_2 p_L/(1 - p_L),      R_U = T_1/T_2 p_U/(1 - p_U),
///
/// and the p-value of R = 1 is the exact binomial one: the probability of all k_2 no more likely
/// than the one seen (R's `poisson.test`). The interval has equal tails, so at a p-value near 1 -
/// level it may hold 1 where the test rejects, or the other way about.
///
/// Without events in the first group there is no upper limit; without events in the second the
/// ratio and its lower limit are 0; without any, no ratio, every ratio is possible, and p is 1.
/// Cost: that of four exact proportions.
///
/// Source: Przyborowski and Wilenski (1940), doi:10.1093/biomet/31.3-4.313; Clopper and Pearson
/// (1934), doi:10.1093/biomet/26.4.404.
public struct RateComparison: Equatable, Sendable {
  /// The reference.
  public let first: PoissonRate
  /// The rate compared with it.
  public let second: PoissonRate
  /// (k_2/T_2)/(k_1/T_1); nil when the first group has no events, or a group no exposure.
  public let ratio: Double?
  /// R_L; 0 when the data set none.
  public let lower: Double
  /// R_U; nil when the data set none.
  public let upper: Double?
  /// The level of the limits.
  public let level: ConfidenceLevel
  /// The exact conditional p-value of equal rates; 1 when a group has no exposure, as the data then
  /// say nothing about the ratio.
  public let pValue: Double

  /// Compares two rates.
  ///
  /// - Throws: `SurvivalError.eventCount` when the events together are more than
  ///   `PoissonRate.largestCount`; `.exposure` when the exposures are so unlike that a ratio is not
  ///   a number above 0; `.numerical` when a root search fails.
  public init(first: PoissonRate, second: PoissonRate, level: ConfidenceLevel = .standard)
    throws(SurvivalError)
  {
    (self.first, self.second, self.level) = (first, second, level)
    let total = first.events + second.events
    guard total <= PoissonRate.largestCount else { throw .eventCount(total) }
    guard total > 0, first.exposure > 0, second.exposure > 0 else {
      (ratio, lower, upper, pValue) = (nil, 0, nil, 1)
      return
    }
    let exposures = first.exposure / second.exposure
    // Each limit's complement is the other group's limit, with all its digits.
    let firstShare = try BinomialProportion(events: first.events, trials: total, level: level)
      .interval
    let secondShare = try BinomialProportion(events: second.events, trials: total, level: level)
      .interval
    ratio = first.events > 0 ? Double(second.events) / Double(first.events) * exposures : nil
    lower = secondShare.lower / firstShare.upper * exposures
    upper = first.events > 0 ? secondShare.upper / firstShare.lower * exposures : nil
    guard exposures > 0, upper ?? lower < .infinity, second.events == 0 || lower > 0 else {
      throw .exposure(second.exposure)
    }
    // Under equal rates, the shares of the exposure.
    let law = BinomialLaw(trials: total, x: 1 / (1 + exposures), y: 1 / (1 + 1 / exposures))
    pValue = law.twoSidedPValue(second.events)
  }
}
