/// A statistic that has a chi-square law, in large samples, when the hypothesis is true.
public struct ChiSquareTest: Equatable, Sendable {
  /// The statistic, at least 0.
  public let statistic: Double
  /// The degrees of freedom, at least 1.
  public let degreesOfFreedom: Int

  /// The probability of the statistic or a larger one under the hypothesis; 0 when it is below
  /// about 10^-308.
  public var pValue: Double { PValue.chiSquared(statistic, degreesOfFreedom: degreesOfFreedom) }

  /// A test; nil at 0 degrees of freedom, where there is nothing to test.
  init?(statistic: Double, degreesOfFreedom: Int) {
    guard degreesOfFreedom > 0 else { return nil }
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
  }
}
