import CGSL

/// A rate, events over exposure, with its exact interval (Garwood).
///
/// The limits of the mean count are those at which the tails of the Poisson law have (1 - level)/2,
/// over the exposure T:
///
///     P(X >= k; L T) = P(k, L T) = (1 - level)/2,      P(X <= k; U T) = Q(k + 1, U T) = (1 - level)/2
///
/// (regularized incomplete gamma functions), with L = 0 at k = 0. The coverage is at least the
/// level when the events come from a Poisson process or the count was to be observed over a fixed
/// exposure; for censored lifetimes with a constant hazard it is close.
///
/// At exposure 0 without events there is no rate and no upper limit: `value` and `upper` are nil,
/// and `lower` is 0.
///
/// Source: Garwood (1936), doi:10.1093/biomet/28.3-4.437.
public struct PoissonRate: Equatable, Sendable {
  /// k, the events.
  public let events: Int
  /// T, the time they were watched for, in the unit of the rate's denominator.
  public let exposure: Double
  /// k/T; nil at exposure 0.
  public let value: Double?
  /// The lower limit.
  public let lower: Double
  /// The upper limit; nil at exposure 0, where any rate is possible.
  public let upper: Double?
  /// The level of the limits.
  public let level: ConfidenceLevel

  /// The most events accepted, 10^12: the time it takes grows with the square root.
  public static let largestCount = 1_000_000_000_000

  /// Estimates a rate.
  ///
  /// - Throws: `SurvivalError.eventCount` when `events` is negative or above `largestCount`;
  ///   `.exposure` when `exposure` is negative, not a finite number, or so small that the upper
  ///   limit overflows; `.eventsWithoutExposure` for events at exposure 0.
  public init(events: Int, exposure: Double, level: ConfidenceLevel = .standard)
    throws(SurvivalError)
  {
    guard events >= 0, events <= Self.largestCount else { throw .eventCount(events) }
    guard exposure.isFinite, exposure >= 0 else { throw .exposure(exposure) }
    self.events = events
    self.exposure = exposure
    self.level = level
    guard exposure > 0 else {
      guard events == 0 else { throw .eventsWithoutExposure(events) }
      (self.value, self.lower, self.upper) = (nil, 0, nil)
      return
    }
    let upper = try Self.upperMean(events, level.tail) / exposure
    guard upper.isFinite else { throw .exposure(exposure) }
    self.value = Double(events) / exposure
    self.lower = try Self.lowerMean(events, level.tail) / exposure
    self.upper = upper
  }

  private static func lowerMean(_ events: Int, _ tail: Double) throws(SurvivalError) -> Double {
    if events == 0 { return 0 }
    let k = Double(events)
    // The median of the Poisson law with mean k is k, so at k the tail is at least 1/2.
    return try BracketedRoot.find(in: 0...k) { IncompleteGamma.lower(k, $0) - tail }
  }

  private static func upperMean(_ events: Int, _ tail: Double) throws(SurvivalError) -> Double {
    if events == 0 { return -log(tail) }
    let k = Double(events)
    // Chernoff: P(X <= k) <= exp(-(m - k)^2 / (2 m)), which is tail at the larger root of this
    // quadratic in m.
    let depth = -log(tail)
    let bound = k + depth + (depth * (depth + 2 * k)).squareRoot()
    return try BracketedRoot.find(in: k...(bound * (1 + 1e-12))) {
      IncompleteGamma.upper(k + 1, $0) - tail
    }
  }
}
