import CGSL

/// The level of a two-sided confidence interval with equal tails, strictly between 0 and 1.
public struct ConfidenceLevel: Equatable, Sendable {
  /// The level, for example 0.95.
  public let value: Double
  /// z = Phi^-1((1 + level)/2), the standard normal quantile that the level's normal intervals use.
  public let normalQuantile: Double

  /// (1 - level)/2, the probability left out on each side.
  public var tail: Double { (1 - value) / 2 }

  /// 0.95, the level of Rankfall's tables.
  public static let standard = ConfidenceLevel(checked: 0.95)

  /// Makes a level.
  ///
  /// - Throws: `SurvivalError.level` when `value` is not strictly between 0 and 1, or not a number.
  public init(_ value: Double) throws(SurvivalError) {
    guard value > 0, value < 1 else { throw .level(value) }
    self.init(checked: value)
  }

  /// t_k^-1((1 + level)/2), the quantile of Student's law with k degrees of freedom, in the place
  /// of `normalQuantile` where a spread is estimated from few; to about 11 digits.
  ///
  /// - Precondition: `degreesOfFreedom` is at least 1.
  func studentQuantile(degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom >= 1, "a spread needs a degree of freedom")
    // Cauchy's law has a closed form; GSL's search loses digits in its tails.
    return degreesOfFreedom == 1
      ? 1 / tan(.pi * tail) : gsl_cdf_tdist_Qinv(tail, Double(degreesOfFreedom))
  }

  private init(checked value: Double) {
    GSL.prepare()
    self.value = value
    // The upper-tail inverse keeps its digits as the level nears 1.
    self.normalQuantile = gsl_cdf_ugaussian_Qinv((1 - value) / 2)
  }
}
