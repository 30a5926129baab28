import CGSL

/// A law of a time T >= 0 to an event, with its parameters' values.
///
/// Everything rests on logarithms, so that tails far beyond the smallest `Double` keep their
/// digits.
public protocol SurvivalLaw: Sendable {
  /// The parameters' names and values.
  var parameters: [(name: String, value: Double)] { get }
  /// log f(t), f the density by time; minus infinity where the density is 0.
  func logDensity(at time: Double) -> Double
  /// log S(t), S(t) = P(T > t).
  func logSurvival(at time: Double) -> Double
  /// log F(t), F(t) = P(T <= t); minus infinity where F is 0.
  func logCumulative(at time: Double) -> Double
  /// The t at which log S(t) is `value` <= 0; infinite where S never comes down to it.
  func time(atLogSurvival value: Double) -> Double
}

extension SurvivalLaw {
  /// S(t).
  public func survival(at time: Double) -> Double { exp(logSurvival(at: time)) }

  /// -log S(t).
  public func cumulativeHazard(at time: Double) -> Double { -logSurvival(at: time) }

  /// f(t)/S(t), the rate of events among those still waiting at t; nil where it is not a finite
  /// number.
  public func hazard(at time: Double) -> Double? {
    let value = exp(logDensity(at: time) - logSurvival(at: time))
    return value.isFinite ? value : nil
  }

  /// log P(lower < T <= upper), from the tail that is the smaller, without cancellation; `upper`
  /// may be infinite.
  public func logProbability(above lower: Double, to upper: Double) -> Double {
    guard lower < upper else { return -.infinity }
    let (start, end) = (logSurvival(at: lower), logSurvival(at: upper))
    if start < -0.6931471805599453 {
      return end == -.infinity ? start : start + log1mexp(start - end)
    }
    let (below, within) = (logCumulative(at: lower), logCumulative(at: upper))
    return below == -.infinity ? within : within + log1mexp(within - below)
  }

  /// The time by which the event has come with probability p; infinite where the law never gets
  /// there.
  ///
  /// - Throws: `SurvivalError.probability` when `probability` is not above 0 and at most 1.
  public func quantile(_ probability: Double) throws(SurvivalError) -> Double {
    guard probability > 0, probability <= 1 else { throw .probability(probability) }
    return time(atLogSurvival: log1p(-probability))
  }
}
