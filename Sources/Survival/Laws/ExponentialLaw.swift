import CGSL

/// The exponential law: S(t) = exp(-rate t), the law of a flat hazard.
public struct ExponentialLaw: SurvivalLaw, Equatable {
  /// The rate, per unit of time; 0 means that the event never comes.
  public let rate: Double

  /// A law with this rate.
  ///
  /// - Precondition: the rate is finite and not negative.
  public init(rate: Double) {
    precondition(rate >= 0 && rate < .infinity, "a rate is finite and not negative")
    self.rate = rate
  }

  /// The rate.
  public var parameters: [(name: String, value: Double)] { [("rate", rate)] }
  /// log rate - rate t.
  public func logDensity(at time: Double) -> Double {
    time < 0 ? -.infinity : log(rate) - rate * time
  }
  /// -rate t.
  public func logSurvival(at time: Double) -> Double { time <= 0 || rate == 0 ? 0 : -rate * time }
  /// log(1 - exp(-rate t)).
  public func logCumulative(at time: Double) -> Double { log1mexp(-logSurvival(at: time)) }
  /// -value/rate.
  public func time(atLogSurvival value: Double) -> Double { value >= 0 ? 0 : -value / rate }
}
