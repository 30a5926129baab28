import CGSL

/// A proportion of independent trials with its exact interval (Clopper and Pearson).
///
/// The limits L and U are the proportions at which the tails of the binomial law have (1 - level)/2:
///
///     P(X >= k; n, L) = I_L(k, n - k + 1) = (1 - level)/2,      P(X <= k; n, U) = (1 - level)/2
///
/// with L = 0 at k = 0 and U = 1 at k = n. The coverage is at least the level for every true proportion; it is often well above.
///
/// Source: Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404.
public struct BinomialProportion: Equatable, Sendable {
  /// k, the trials with the event.
  public let events: Int
  /// n, all trials.
  public let trials: Int
  /// The exact interval, inside [0, 1].
  public let interval: ConfidenceInterval

  /// k/n.
  public var value: Double { Double(events) / Double(trials) }

  /// The most trials accepted, 10^12: the time it takes grows with the square root.
  public static let largestCount = 1_000_000_000_000

  /// Estimates a proportion.
  ///
  /// - Throws: `SurvivalError.proportion` unless 0 <= events <= trials and 1 <= trials <= `largestCount`.
  public init(events: Int, trials: Int, level: ConfidenceLevel = .standard) throws(SurvivalError) {
    guard events >= 0, trials >= 1, events <= trials, trials <= Self.largestCount else {
      throw .proportion(events: events, trials: trials)
    }
    self.events = events
    self.trials = trials
    self.interval = ConfidenceInterval(
      lower: try Self.lowerLimit(events, trials, level.tail), upper: try Self.upperLimit(events, trials, level.tail), level: level)
  }

  private static func lowerLimit(_ events: Int, _ trials: Int, _ tail: Double) throws(SurvivalError) -> Double {
    if events == 0 { return 0 }
    let (k, n) = (Double(events), Double(trials))
    if events == trials { return exp(log(tail) / n) }
    // The median of the binomial law with mean k is k, so at k/n the tail is at least 1/2.
    return try BracketedRoot.find(in: 0...(k / n)) { p in
      IncompleteBeta.regularized(x: p, y: 1 - p, a: k, b: n - k + 1) - tail
    }
  }

  private static func upperLimit(_ events: Int, _ trials: Int, _ tail: Double) throws(SurvivalError) -> Double {
    if events == trials { return 1 }
    let (k, n) = (Double(events), Double(trials))
    if events == 0 { return -expm1(log(tail) / n) }
    return try BracketedRoot.find(in: (k / n)...1) { p in
      IncompleteBeta.regularized(x: 1 - p, y: p, a: n - k, b: k + 1) - tail
    }
  }
}
