import CGSL

/// A law whose log T is a location plus a scale times a standard variable Z: Weibull, log-normal,
/// log-logistic.
///
/// With z = k (log t - m), k the steepness (1 over the scale) and m the location: f(t) = g(z) k/t
/// and S(t) = G(z).
protocol LogLocationScaleLaw: SurvivalLaw {
  var location: Double { get }
  var steepness: Double { get }
  init(location: Double, steepness: Double)
  /// The natural parameters, as combinations of log k and m.
  static var readings: [ParameterReading] { get }
  /// log g(z).
  static func logDensity(_ z: Double) -> Taylor
  /// log P(Z > z).
  static func logSurvival(_ z: Double) -> Taylor
  /// log P(Z <= z).
  static func logCumulative(_ z: Double) -> Taylor
  /// The z at which log P(Z > z) is `value`.
  static func standardTime(atLogSurvival value: Double) -> Double
}

extension LogLocationScaleLaw {
  private func standard(_ time: Double) -> Double { steepness * (log(time) - location) }

  /// log g(z) + log(k/t); its limit at 0.
  public func logDensity(at time: Double) -> Double {
    guard time > 0, time < .infinity else { return densityAtEnds(time) }
    return log(steepness) + Self.logDensity(standard(time)).value - log(time)
  }
  /// log G(z).
  public func logSurvival(at time: Double) -> Double {
    if time <= 0 { return 0 }
    return time == .infinity ? -.infinity : Self.logSurvival(standard(time)).value
  }
  /// log(1 - G(z)).
  public func logCumulative(at time: Double) -> Double {
    if time <= 0 { return -.infinity }
    return time == .infinity ? 0 : Self.logCumulative(standard(time)).value
  }
  /// exp(m + z/k), z the standard quantile.
  public func time(atLogSurvival value: Double) -> Double {
    if value >= 0 { return 0 }
    return value == -.infinity
      ? .infinity : exp(location + Self.standardTime(atLogSurvival: value) / steepness)
  }

  /// The density at 0 is the limit from the right: of the three laws only the Weibull and the
  /// log-logistic have one that is not 0.
  private func densityAtEnds(_ time: Double) -> Double {
    guard time == 0, Self.logDensity(-800).value == -800 else { return -.infinity }
    if steepness == 1 { return -location }
    return steepness < 1 ? .infinity : -.infinity
  }
}

/// A parameter as a reader knows it: c . theta + shift * centre, or e to that, where theta are the
/// coordinates in which a law is fitted to log t - centre.
struct ParameterReading {
  let name: String
  let direction: SIMD2<Double>
  let shift: Double
  /// Whether the combination is the logarithm of the parameter.
  let isLogarithm: Bool

  func value(_ combination: Double, centre: Double) -> Double {
    let value = combination + shift * centre
    return isLogarithm ? exp(value) : value
  }
}
