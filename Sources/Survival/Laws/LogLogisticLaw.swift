import CGSL

/// The log-logistic law: S(t) = 1/(1 + (t/scale)^shape); the scale is the median. The hazard falls
/// at late times as shape/t.
///
/// `survreg`'s loglogistic has scale = exp(intercept), shape = 1/scale. Source: Klein and
/// Moeschberger (2003), table 2.2.
public struct LogLogisticLaw: SurvivalLaw, Equatable {
  /// The shape.
  public let shape: Double
  /// The scale, in the unit of time: the median.
  public let scale: Double

  /// A law with these parameters.
  ///
  /// - Precondition: both are positive and finite.
  public init(shape: Double, scale: Double) {
    precondition(
      shape > 0 && scale > 0 && shape < .infinity && scale < .infinity,
      "a log-logistic law has a positive shape and scale")
    (self.shape, self.scale) = (shape, scale)
  }

  /// Shape and scale.
  public var parameters: [(name: String, value: Double)] { [("shape", shape), ("scale", scale)] }
}

extension LogLogisticLaw: LogLocationScaleLaw {
  var location: Double { log(scale) }
  var steepness: Double { shape }
  init(location: Double, steepness: Double) { self.init(shape: steepness, scale: exp(location)) }

  static var readings: [ParameterReading] { WeibullLaw.readings }
  static func logDensity(_ z: Double) -> Taylor {
    let (above, below) = (logSurvival(z), logCumulative(z))
    return Taylor(
      value: above.value + below.value, first: above.first + below.first,
      second: above.second + below.second)
  }
  static func logSurvival(_ z: Double) -> Taylor {
    // e^-|z| keeps the digits of both tails: the smaller share is u/(1 + u), the larger 1/(1 + u).
    let small = exp(-abs(z))
    let (lesser, larger) = (small / (1 + small), 1 / (1 + small))
    return Taylor(
      value: -max(z, 0) - log1p(small), first: z < 0 ? -lesser : -larger, second: -lesser * larger)
  }
  static func logCumulative(_ z: Double) -> Taylor {
    let mirrored = logSurvival(-z)
    return Taylor(value: mirrored.value, first: -mirrored.first, second: mirrored.second)
  }
  static func standardTime(atLogSurvival value: Double) -> Double { log1mexp(-value) - value }
}
