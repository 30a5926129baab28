import CGSL

/// One point of a quantile-quantile picture: an event's time, and the quantile of a fitted law at
/// the same probability.
///
/// Were the law true, the points would lie near the diagonal, and each interval would hold its time
/// with about its level.
public struct QuantilePair: Equatable, Sendable {
  /// The probability, 1 - (S(t-) + S(t))/2 by Kaplan-Meier: the middle of the jump.
  public let probability: Double
  /// The event's time.
  public let observed: Double
  /// The law's quantile.
  public let fitted: Double
  /// The law's quantiles at the limits of the log-log interval of S(t); nil where that is not
  /// defined, or the law's quantile is infinite.
  public let lower: Double?
  /// See `lower`.
  public let upper: Double?
}

extension LawFit {
  /// The pairs at the event times, at most `most` of them, evenly among these; none without a law.
  ///
  /// Source: Meeker and Escobar, Statistical Methods for Reliability Data (1998), section 6.
  public func quantilePairs(
    _ curve: KaplanMeierEstimate, level: ConfidenceLevel = .standard, most: Int = 400
  ) -> [QuantilePair] {
    guard let law, most > 0 else { return [] }
    let sample = curve.sample
    let start =
      sample.entries.reduce(0, +) == sample.count ? law.logSurvival(at: sample.entryTimes[0]) : 0
    let rows = sample.times.indices.filter { sample.events[$0] > 0 }
    let shown = min(most, rows.count)
    return (0..<shown).compactMap { point in
      let row = rows[(2 * point + 1) * rows.count / (2 * shown)]
      let survival = ((row > 0 ? curve.survival[row - 1] : 1) + curve.survival[row]) / 2
      func quantile(_ survival: Double?) -> Double? {
        survival.map { law.time(atLogSurvival: start + log($0)) }.flatMap { $0.isFinite ? $0 : nil }
      }
      guard let fitted = quantile(survival) else { return nil }
      let interval = curve.interval(row: row, .logLog, level: level)
      return QuantilePair(
        probability: 1 - survival, observed: sample.times[row], fitted: fitted,
        lower: quantile(interval?.upper),
        upper: quantile(interval?.lower))
    }
  }
}
