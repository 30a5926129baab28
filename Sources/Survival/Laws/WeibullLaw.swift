import CGSL

/// The Weibull law: S(t) = exp(-(t/scale)^shape), with hazard (shape/scale) (t/scale)^(shape - 1):
/// rising for a shape above 1, falling below.
///
/// R: `dweibull(shape, scale)`; `survreg` has scale = exp(intercept), shape = 1/scale. At time 0
/// the density is its limit there. Source: Klein and Moeschberger (2003), table 2.2.
public struct WeibullLaw: SurvivalLaw, Equatable {
  /// The shape.
  public let shape: Double
  /// The scale, in the unit of time: S(scale) = 1/e.
  public let scale: Double

  /// A law with these parameters.
  ///
  /// - Precondition: both are positive and finite.
  public init(shape: Double, scale: Double) {
    precondition(
      shape > 0 && scale > 0 && shape < .infinity && scale < .infinity,
      "a Weibull law has a positive shape and scale")
    (self.shape, self.scale) = (shape, scale)
  }

  /// Shape and scale.
  public var parameters: [(name: String, value: Double)] { [("shape", shape), ("scale", scale)] }
}

extension WeibullLaw: LogLocationScaleLaw {
  var location: Double { log(scale) }
  var steepness: Double { shape }
  init(location: Double, steepness: Double) { self.init(shape: steepness, scale: exp(location)) }

  static var readings: [ParameterReading] {
    [
      ParameterReading(name: "shape", direction: SIMD2(1, 0), shift: 0, isLogarithm: true),
      ParameterReading(name: "scale", direction: SIMD2(0, 1), shift: 1, isLogarithm: true),
    ]
  }
  static func logDensity(_ z: Double) -> Taylor {
    let hazard = exp(z)
    return Taylor(value: z - hazard, first: 1 - hazard, second: -hazard)
  }
  static func logSurvival(_ z: Double) -> Taylor {
    let hazard = exp(z)
    return Taylor(value: -hazard, first: -hazard, second: -hazard)
  }
  static func logCumulative(_ z: Double) -> Taylor {
    let hazard = exp(z)
    // h/(e^h - 1), which is 1 at 0 and 0 at infinity.
    let ratio = hazard == 0 ? 1 : hazard < 700 ? hazard / expm1(hazard) : 0
    return Taylor(
      value: hazard < 1e-300 ? z : log1mexp(hazard), first: ratio,
      second: ratio == 0 ? 0 : ratio * (1 - hazard - ratio))
  }
  static func standardTime(atLogSurvival value: Double) -> Double { log(-value) }
}
