import CGSL

/// The delayed (shifted) exponential law: no events before the delay, a flat hazard after it. S(t)
/// = exp(-rate (t - delay)) for t >= delay.
///
/// The density at the delay itself is the rate.
public struct DelayedExponentialLaw: SurvivalLaw, Equatable {
  /// The delay, a time from 0 up.
  public let delay: Double
  /// The rate after the delay, per unit of time; 0 means that the event never comes.
  public let rate: Double

  /// A law with these parameters.
  ///
  /// - Precondition: both are finite and not negative.
  public init(delay: Double, rate: Double) {
    precondition(
      delay >= 0 && rate >= 0 && delay < .infinity && rate < .infinity,
      "delay and rate are finite and not negative")
    (self.delay, self.rate) = (delay, rate)
  }

  private var later: ExponentialLaw { ExponentialLaw(rate: rate) }

  /// Delay and rate.
  public var parameters: [(name: String, value: Double)] { [("delay", delay), ("rate", rate)] }
  /// log rate - rate (t - delay); minus infinity before the delay.
  public func logDensity(at time: Double) -> Double { later.logDensity(at: time - delay) }
  /// -rate (t - delay), 0 before the delay.
  public func logSurvival(at time: Double) -> Double { later.logSurvival(at: time - delay) }
  /// log(1 - S).
  public func logCumulative(at time: Double) -> Double { later.logCumulative(at: time - delay) }
  /// delay - value/rate.
  public func time(atLogSurvival value: Double) -> Double {
    delay + later.time(atLogSurvival: value)
  }
}
