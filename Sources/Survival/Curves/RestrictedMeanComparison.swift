import CGSL

/// Two groups' restricted mean survival times to one horizon, compared.
///
/// The groups are independent, so the variance of the difference is the sum of the variances; the
/// ratio's interval and test are those of its logarithm, whose variance is (se_1/mean_1)^2 +
/// (se_2/mean_2)^2. Both are normal, for large samples.
///
/// Source: Royston and Parmar (2013), doi:10.1186/1471-2288-13-152.
public struct RestrictedMeanComparison: Equatable, Sendable {
  /// One of the two groups.
  public enum Group: Equatable, Sendable { case first, second }

  /// What a reader of the comparison has to know.
  public enum Caution: Equatable, Sendable {
    /// The group's horizon lies beyond its last time with S above 0: its mean is the largest that
    /// the data allow (see `RestrictedMean.isExtrapolated`).
    case extrapolated(Group)
    /// The group's standard error is 0: it has no event before the horizon, or all its times are
    /// equal. Its own uncertainty is not known.
    case noSpread(Group)
  }

  /// A normal interval and a test of no effect.
  public struct Inference: Equatable, Sendable {
    /// The interval at the level asked for.
    public let interval: ConfidenceInterval
    /// The effect over its standard error, both on the scale of the test.
    public let z: Double
    /// P(|Z| >= |z|).
    public let pValue: Double
  }

  /// A comparison of the two means.
  public struct Effect: Equatable, Sendable {
    /// The difference, or the ratio.
    public let value: Double
    /// Its standard error; for the ratio, that of its logarithm. With cautions it holds less than
    /// all of the uncertainty.
    public let standardError: Double
    /// The interval and the test; nil when there are cautions, as an error that leaves out a
    /// group's uncertainty, or the part of the curve beyond the data, would make a difference out
    /// of nothing; and when a limit is beyond all numbers.
    public let inference: Inference?
  }

  /// The first group's mean, the reference.
  public let first: RestrictedMean
  /// The second group's mean.
  public let second: RestrictedMean
  /// Second less first, in the unit of time.
  public let difference: Effect
  /// Second over first; nil when a mean is 0 (all events at time 0).
  public let ratio: Effect?
  /// What has to be said of the comparison, the first group's cautions first; empty when there is
  /// nothing.
  public let cautions: [Caution]

  /// Compares two groups' means of min(time, horizon).
  ///
  /// - Throws: `SurvivalError.horizon` when `horizon` is not finite and positive.
  public init(
    first: KaplanMeierEstimate, second: KaplanMeierEstimate, horizon: Double,
    level: ConfidenceLevel = .standard
  ) throws(SurvivalError) {
    let (one, two) = (try first.restrictedMean(to: horizon), try second.restrictedMean(to: horizon))
    self.first = one
    self.second = two
    cautions = Self.cautions(of: one, .first) + Self.cautions(of: two, .second)
    let asked = cautions.isEmpty ? level : nil
    let spread = Self.length(one.standardError, two.standardError)
    difference = Self.effect(two.value - one.value, spread, asked) { $0 }
    if one.value > 0, two.value > 0 {
      let logSpread = Self.length(one.standardError / one.value, two.standardError / two.value)
      ratio = Self.effect(log(two.value / one.value), logSpread, asked, scale: exp)
    } else {
      ratio = nil
    }
  }

  private static func length(_ first: Double, _ second: Double) -> Double {
    (first * first + second * second).squareRoot()
  }

  /// Without a level, no inference.
  private static func effect(
    _ effect: Double, _ standardError: Double, _ level: ConfidenceLevel?, scale: (Double) -> Double
  ) -> Effect {
    var inference: Inference?
    if let level, standardError > 0 {
      let spread = level.normalQuantile * standardError
      let interval = ConfidenceInterval(
        lower: scale(effect - spread), upper: scale(effect + spread), level: level)
      let z = effect / standardError
      if interval.upper.isFinite {
        inference = Inference(interval: interval, z: z, pValue: PValue.twoSidedNormal(z))
      }
    }
    return Effect(value: scale(effect), standardError: standardError, inference: inference)
  }

  private static func cautions(of mean: RestrictedMean, _ group: Group) -> [Caution] {
    (mean.isExtrapolated ? [.extrapolated(group)] : [])
      + (mean.standardError == 0 ? [.noSpread(group)] : [])
  }
}
