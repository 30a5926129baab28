/// An estimated quantile of the time to the event. A part that the curve or its bound does not
/// reach within the data is nil.
public struct QuantileEstimate: Equatable, Sendable {
  /// The probability p: the fraction of events that come by the quantile.
  public let probability: Double
  /// The quantile; nil when S stays above 1 - p.
  public let value: Double?
  /// The lower confidence limit; nil when the lower bound of S stays above 1 - p.
  public let lower: Double?
  /// The upper confidence limit; nil when the upper bound of S stays above 1 - p: the data set
  /// none.
  public let upper: Double?
  /// The level of the limits.
  public let level: ConfidenceLevel
}

extension KaplanMeierEstimate {
  /// The quantile at probability p, the time at which S comes down to 1 - p, and the times at which
  /// the pointwise bounds of S do.
  ///
  /// Where a curve lies at 1 - p over a stretch (to within 1.5e-8, so that rounding does not
  /// decide), the answer is the stretch's midpoint, with the last time as its end when nothing
  /// comes after: the ordinary median when there is no censoring, and R's `quantile(survfit)`. A
  /// bound need not descend everywhere; its first descent to 1 - p counts, where the times whose
  /// interval holds 1 - p begin. (R sorts the bounds, and may give a later time when the log-log
  /// bound dips over small first risk sets, as late entries bring them about.) Where S is 0, it has
  /// no bounds (see `interval`), and a limit that would come from there is nil, as in R.
  ///
  /// Cost: O(log rows) for S, and about that for the bounds, as blocks of rows that cannot reach 1
  /// - p are passed over.
  ///
  /// Source: Brookmeyer and Crowley (1982), doi:10.2307/2530286, with the interval that `transform`
  /// names.
  ///
  /// - Throws: `SurvivalError.probability` when `probability` is not above 0 and at most 1.
  public func quantile(
    _ probability: Double, _ transform: IntervalTransform = .logLog,
    level: ConfidenceLevel = .standard
  ) throws(SurvivalError) -> QuantileEstimate {
    guard probability > 0, probability <= 1 else { throw .probability(probability) }
    return quantile(checked: probability, transform, level: level)
  }

  /// The median, `quantile` at 1/2.
  public func median(_ transform: IntervalTransform = .logLog, level: ConfidenceLevel = .standard)
    -> QuantileEstimate
  {
    quantile(checked: 0.5, transform, level: level)
  }

  private func quantile(
    checked probability: Double, _ transform: IntervalTransform, level: ConfidenceLevel
  ) -> QuantileEstimate {
    // R's tolerance, less where p is near 0 or 1.
    let tolerance = min(Double.ulpOfOne.squareRoot(), probability / 2, (1 - probability) / 2)
    let search = QuantileSearch(probability: probability, tolerance: tolerance, estimate: self)
    return QuantileEstimate(
      probability: probability, value: search.ofSurvival(),
      lower: search.ofBound(.lower, transform, level),
      upper: search.ofBound(.upper, transform, level), level: level)
  }
}
