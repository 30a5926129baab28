/// Whether a hazard is flat beyond an onset: the score test of beta = 0 in the hazard rate *
/// exp(beta_1 t + beta_2 log t), with chi-square(2) as the statistic's law. It sees a slope in
/// time, in log time, and bends that the two together make.
///
/// With z = (t, log t), events d and time at risk Y(t) beyond the onset (late entries counted from
/// their own), rate = d / integral Y:
///
///     U = sum z(t_i) - rate integral Y z,      V = rate (integral Y z z' - integral Y z (integral Y z)' / integral Y),      X = U' V^-1 U.
///
/// Source: Cox and Oakes, Analysis of Survival Data (1984), section 3.6; Lawless, Statistical
/// Models and Methods for Lifetime Data (2003), section 4.
public struct HazardFlatness: Equatable, Sendable {
  /// The onset: only what is beyond it counts.
  public let onset: Double
  /// Events after the onset.
  public let events: Int
  /// The time at risk after the onset.
  public let exposure: Double
  /// X; nil below 3 events, or when time beyond the onset has no spread.
  public let statistic: Double?
  /// 2; or 1 where, over a short stretch of time far from 0, t and log t are the same to rounding
  /// and X is that of t alone.
  public let degreesOfFreedom: Int
  /// P(chi-square > X) with these degrees of freedom, exp(-X/2) for two; nil as above.
  public var pValue: Double? {
    statistic.map { PValue.chiSquared($0, degreesOfFreedom: degreesOfFreedom) }
  }

  /// Tests a sample beyond an onset. Cost: one pass; for many onsets see `HazardMoments`.
  public init(_ sample: RightCensoredSample, beyond onset: Double) {
    self = HazardMoments(sample).flatness(beyond: onset)
  }

  init(onset: Double, events: Int, exposure: Double, statistic: Double?, degreesOfFreedom: Int) {
    (self.onset, self.events, self.exposure) = (onset, events, exposure)
    (self.statistic, self.degreesOfFreedom) = (statistic, degreesOfFreedom)
  }
}
