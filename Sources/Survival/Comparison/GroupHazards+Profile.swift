extension GroupHazards {
  /// The interval of all ratios that the likelihood does not refuse: with pl(b) the maximum of log
  /// L over all other coefficients when the log ratio is b,
  ///
  ///     { exp(b) : 2 (log L - pl(b)) <= z^2 }
  ///
  /// It follows the likelihood's skewness where Wald's interval does not, and holds for ratios that
  /// are zero (lower limit 0) or unbounded (no upper limit): the other limit is that of a two-sided
  /// interval, so it leaves out (1 - level)/2 on its side. An undetermined ratio has neither limit.
  ///
  /// Source: Venzon and Moolgavkar (1988), doi:10.2307/2347496.
  ///
  /// Limits beyond exp(+-300) are none.
  ///
  /// Cost: some six fits a limit, of two to four passes each; with more than 8 groups a pass takes
  /// O((events + changes of numbers at risk) x log groups).
  ///
  /// - Throws: `SurvivalError.numerical` when a search does not end.
  /// - Precondition: both are groups of the sample, and not the same.
  public func profileInterval(
    of group: Int, to reference: Int, level: ConfidenceLevel = .standard
  ) throws(SurvivalError) -> HazardRatioInterval {
    let ratio = hazardRatio(of: group, to: reference)
    guard ratio != .undetermined, var profile = HazardRatioProfile(self, of: group, to: reference)
    else {
      return HazardRatioInterval(lower: 0, upper: nil, level: level)
    }
    let step = max(ratio.estimate?.standardError ?? 1, 1e-3) * level.normalQuantile
    let inside =
      ratio.estimate?.coefficient
      ?? profile.point(toward: ratio == .zero ? -1 : 1, within: level.normalQuantile)
    let lower =
      ratio == .zero
      ? nil : try profile.limit(from: inside, step: -step, within: level.normalQuantile)
    let upper =
      ratio == .unbounded
      ? nil : try profile.limit(from: inside, step: step, within: level.normalQuantile)
    return HazardRatioInterval(lower: lower ?? 0, upper: upper, level: level)
  }

  /// The p-value of the likelihood-ratio test that a ratio is 1: that of 2 (log L - pl(0)) under
  /// the chi-square law with one degree of freedom. It is below 1 - level when, and only when,
  /// `profileInterval` leaves out 1 (where that has both limits), and is defined for ratios that
  /// are zero or unbounded, too; nil for an undetermined one.
  ///
  /// Cost: one fit.
  ///
  /// - Throws: `SurvivalError.numerical` when the search does not end.
  /// - Precondition: both are groups of the sample, and not the same.
  public func profilePValue(of group: Int, to reference: Int) throws(SurvivalError) -> Double? {
    guard hazardRatio(of: group, to: reference) != .undetermined,
      var profile = HazardRatioProfile(self, of: group, to: reference)
    else { return nil }
    return PValue.chiSquared(try profile.statistic(0), degreesOfFreedom: 1)
  }
}
