import CGSL

/// The log-normal law: log T is normal with mean mu and standard deviation sigma. The hazard rises
/// from 0 and falls again.
///
/// R: `dlnorm(mu, sigma)`; `survreg`'s lognormal has mu = intercept, sigma = scale. Source: Klein
/// and Moeschberger (2003), table 2.2.
public struct LogNormalLaw: SurvivalLaw, Equatable {
  /// The mean of log T; e^mu is the median of T.
  public let mu: Double
  /// The standard deviation of log T.
  public let sigma: Double

  /// A law with these parameters.
  ///
  /// - Precondition: mu is finite, sigma positive and finite.
  public init(mu: Double, sigma: Double) {
    precondition(
      mu.isFinite && sigma > 0 && sigma < .infinity,
      "a log-normal law has a finite mu and a positive sigma")
    (self.mu, self.sigma) = (mu, sigma)
  }

  /// Mu and sigma.
  public var parameters: [(name: String, value: Double)] { [("mu", mu), ("sigma", sigma)] }
}

extension LogNormalLaw: LogLocationScaleLaw {
  var location: Double { mu }
  var steepness: Double { 1 / sigma }
  init(location: Double, steepness: Double) { self.init(mu: location, sigma: 1 / steepness) }

  static var readings: [ParameterReading] {
    [
      ParameterReading(name: "mu", direction: SIMD2(0, 1), shift: 1, isLogarithm: false),
      ParameterReading(name: "sigma", direction: SIMD2(-1, 0), shift: 0, isLogarithm: true),
    ]
  }
  /// log sqrt(2 pi).
  private static let halfLogTwoPi = 0.91893853320467274178

  static func logDensity(_ z: Double) -> Taylor {
    Taylor(value: -z * z / 2 - halfLogTwoPi, first: -z, second: -1)
  }
  static func logSurvival(_ z: Double) -> Taylor {
    GSL.prepare()
    // log of (1 - Phi); GSL's log erfc has full relative precision where erfc is the smaller part.
    func upperTail(_ z: Double) -> Double {
      gsl_sf_log_erfc(z * 0.5.squareRoot()) - 0.6931471805599453
    }
    let value = z > -1 ? upperTail(z) : log1p(-exp(upperTail(-z)))
    let hazard = exp(logDensity(z).value - value)
    return Taylor(value: value, first: -hazard, second: -hazard * (hazard - z))
  }
  static func logCumulative(_ z: Double) -> Taylor {
    let mirrored = logSurvival(-z)
    return Taylor(value: mirrored.value, first: -mirrored.first, second: mirrored.second)
  }
  static func standardTime(atLogSurvival value: Double) -> Double {
    if value > -0.6931471805599453 { return gsl_cdf_ugaussian_Pinv(-expm1(value)) }
    if value > -600 { return gsl_cdf_ugaussian_Qinv(exp(value)) }
    // Beyond e^-600: Newton's method on log(1 - Phi), which is nearly -z^2/2 there.
    var z = (-2 * value).squareRoot()
    for _ in 0..<6 {
      let tail = logSurvival(z)
      z -= (tail.value - value) / tail.first
    }
    return z
  }
}
