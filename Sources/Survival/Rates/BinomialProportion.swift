import CGSL

/// A proportion of independent trials with an interval: the exact one of Clopper and Pearson, or
/// Wilson's.
///
/// The exact limits L and U are the proportions at which the tails of the binomial law have (1 -
/// level)/2:
///
///     P(X >= k; n, L) = I_L(k, n - k + 1) = (1 - level)/2,      P(X <= k; n, U) = (1 - level)/2
///
/// with L = 0 at k = 0 and U = 1 at k = n. The coverage is at least the level for every true
/// proportion; it is often well above. Wilson's are the proportions that a normal test would not
/// reject,
///
///     |k/n - p| <= z sqrt(p (1 - p)/n),
///
/// without a correction for continuity (R's `prop.test(correct = FALSE)`); the coverage is near the
/// level on average, and below it for some proportions near 0 and 1.
///
/// Sources: Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404; Wilson (1927),
/// doi:10.1080/01621459.1927.10502953.
public struct BinomialProportion: Equatable, Sendable {
  /// k, the trials with the event.
  public let events: Int
  /// n, all trials.
  public let trials: Int
  /// The interval, inside [0, 1].
  public let interval: ConfidenceInterval
  /// Which interval it is.
  public let method: Method

  /// A way to an interval.
  public enum Method: String, CaseIterable, Equatable, Sendable {
    /// Clopper and Pearson's.
    case exact
    /// Wilson's score interval, without a correction for continuity.
    case wilson
  }

  /// k/n.
  public var value: Double { Double(events) / Double(trials) }

  /// The most trials accepted, 10^12: the time it takes grows with the square root.
  public static let largestCount = 1_000_000_000_000

  /// Estimates a proportion.
  ///
  /// - Throws: `SurvivalError.proportion` unless 0 <= events <= trials and 1 <= trials <=
  ///   `largestCount`.
  public init(events: Int, trials: Int, method: Method = .exact, level: ConfidenceLevel = .standard)
    throws(SurvivalError)
  {
    guard events >= 0, trials >= 1, events <= trials, trials <= Self.largestCount else {
      throw .proportion(events: events, trials: trials)
    }
    self.events = events
    self.trials = trials
    self.method = method
    switch method {
    case .exact:
      self.interval = ConfidenceInterval(
        lower: try Self.lowerLimit(events, trials, level.tail),
        upper: try Self.upperLimit(events, trials, level.tail), level: level
      )
    case .wilson:
      self.interval = Self.scoreInterval(events, trials, level)
    }
  }

  /// The exact two-sided p-value of a hypothetical proportion: the probability of all counts that
  /// are no more likely than the one seen (R's `binom.test`). It is 0 or 1 at the proportions 0 and
  /// 1, and may underflow to 0.
  ///
  /// Cost: some evaluations of a binomial tail; 10^7 trials take about a millisecond.
  ///
  /// - Throws: `SurvivalError.trialProbability` unless 0 <= `proportion` <= 1.
  public func pValue(of proportion: Double) throws(SurvivalError) -> Double {
    guard proportion >= 0, proportion <= 1 else { throw .trialProbability(proportion) }
    return BinomialLaw(trials: trials, x: proportion, y: 1 - proportion).twoSidedPValue(events)
  }

  /// The roots of (n + z^2) p^2 - (2 k + z^2) p + k^2/n; the lower one from their product, as the
  /// difference loses the digits of small ones.
  private static func scoreInterval(_ events: Int, _ trials: Int, _ level: ConfidenceLevel)
    -> ConfidenceInterval
  {
    let (k, n) = (Double(events), Double(trials))
    let square = level.normalQuantile * level.normalQuantile
    let sum = k + square / 2 + level.normalQuantile * (k * ((n - k) / n) + square / 4).squareRoot()
    return ConfidenceInterval(
      lower: events == 0 ? 0 : k / n * (k / sum),
      upper: events == trials ? 1 : min(sum / (n + square), 1), level: level)
  }

  private static func lowerLimit(_ events: Int, _ trials: Int, _ tail: Double) throws(SurvivalError)
    -> Double
  {
    if events == 0 { return 0 }
    let (k, n) = (Double(events), Double(trials))
    if events == trials { return exp(log(tail) / n) }
    // The median of the binomial law with mean k is k, so at k/n the tail is at least 1/2.
    return try BracketedRoot.find(in: 0...(k / n)) { p in
      IncompleteBeta.regularized(x: p, y: 1 - p, a: k, b: n - k + 1) - tail
    }
  }

  private static func upperLimit(_ events: Int, _ trials: Int, _ tail: Double) throws(SurvivalError)
    -> Double
  {
    if events == trials { return 1 }
    let (k, n) = (Double(events), Double(trials))
    if events == 0 { return -expm1(log(tail) / n) }
    return try BracketedRoot.find(in: (k / n)...1) { p in
      IncompleteBeta.regularized(x: 1 - p, y: p, a: n - k, b: k + 1) - tail
    }
  }
}
