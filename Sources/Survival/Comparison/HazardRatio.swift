import CGSL

/// What the events say of the ratio of two groups' hazards.
public enum HazardRatio: Equatable, Sendable {
  /// A finite estimate.
  case estimated(HazardRatioEstimate)
  /// The likelihood rises as the ratio falls to 0: no event of the group fell where the reference
  /// was at risk, not over other groups either.
  case zero
  /// The likelihood rises with the ratio for ever: no event of the reference fell where the group
  /// was at risk.
  case unbounded
  /// The two groups were never compared: neither had an event while the other was at risk, not over
  /// other groups either.
  case undetermined

  /// The estimate, if finite.
  public var estimate: HazardRatioEstimate? {
    if case .estimated(let estimate) = self { return estimate }
    return nil
  }
}

/// A hazard ratio with its standard error, interval and Wald test.
public struct HazardRatioEstimate: Equatable, Sendable {
  /// b, the logarithm of the ratio.
  public let coefficient: Double
  /// The standard error of b, from the observed information.
  public let standardError: Double
  /// exp(b).
  public var value: Double { exp(coefficient) }
  /// z = b / standard error.
  public var z: Double { coefficient / standardError }
  /// The two-sided p-value of z.
  public var pValue: Double { PValue.twoSidedNormal(z) }

  /// Wald's interval of the ratio, exp(b +- z standard errors).
  public func interval(level: ConfidenceLevel = .standard) -> HazardRatioInterval {
    let distance = level.normalQuantile * standardError
    return HazardRatioInterval(
      lower: exp(coefficient - distance), upper: exp(coefficient + distance), level: level)
  }
}

/// An interval of a hazard ratio.
public struct HazardRatioInterval: Equatable, Sendable {
  /// The lower limit; 0 when the data set none.
  public let lower: Double
  /// The upper limit; nil when the data set none. A limit too large for a number is nil, too.
  public let upper: Double?
  /// The level asked for.
  public let level: ConfidenceLevel

  init(lower: Double, upper: Double?, level: ConfidenceLevel) {
    self.lower = lower
    self.upper = upper.flatMap { $0.isFinite ? $0 : nil }
    self.level = level
  }
}
