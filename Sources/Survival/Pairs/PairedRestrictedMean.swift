/// Two groups' restricted mean survival times to one horizon, compared where observation i of the
/// first and observation i of the second are a pair (runs that share random numbers): the mean
/// difference of their pseudo-values, with Student's interval.
///
/// With pseudo-values a_i, b_i (`PseudoObservations`) the difference is the mean of b_i - a_i, and
/// its error comes from how these differences spread (`PairedDifference`). Where nothing is
/// censored before the horizon they are min(T, horizon), and this is the paired t test of them.
/// Pairs are independent of each other; censoring is independent of the times, though the times,
/// and the censorings, of a pair may depend on each other.
///
/// As in `RestrictedMeanComparison`, the difference is second less first, a horizon beyond the data
/// is answered with the curve drawn on flat and a caution, and with a caution there is no
/// inference.
///
/// Source: Andersen, Hansen and Klein (2004), doi:10.1007/s10985-004-4771-0; pairs as clusters of
/// two: Logan, Zhang and Klein (2011), doi:10.1111/j.1541-0420.2010.01416.x.
public struct PairedRestrictedMean: Equatable, Sendable {
  /// One of the two groups.
  public typealias Group = RestrictedMeanComparison.Group

  /// What a reader of the comparison has to know.
  public enum Caution: Equatable, Sendable {
    /// The group's horizon lies beyond its last time with S above 0 (see
    /// `RestrictedMean.isExtrapolated`).
    case extrapolated(Group)
    /// The group has no event before the horizon, or all its times are equal. Its own uncertainty
    /// is not known.
    case noSpread(Group)
    /// One observation, the last, decides the group's spread (see
    /// `PseudoObservations.needsLastEvent`).
    case needsLastEvent(Group)
    /// All pairs differ by the same, as do groups that are the same: how differences vary is not
    /// known. A bound on the share of pairs that differ is what can be said (`BinomialProportion`).
    case equalDifferences
  }

  /// The first group's mean by its Kaplan-Meier estimate, the reference.
  public let first: RestrictedMean
  /// The second group's mean.
  public let second: RestrictedMean
  /// Second less first, pair by pair, in the unit of time. The interval and the test are nil when
  /// there are cautions: see `RestrictedMeanComparison`.
  public let difference: PairedDifference
  /// What has to be said of the comparison, the first group's cautions first; empty when there is
  /// nothing.
  public let cautions: [Caution]

  /// Compares two groups, pair by pair.
  ///
  /// - Throws: `SurvivalError.unequalPairs` when the groups are not equally large; `.tooFewPairs`
  ///   below two pairs; `.pairedNumber` when a pseudo-value is beyond
  ///   `PairedDifference.largestNumber`.
  /// - Precondition: both groups have the same horizon.
  public init(
    first: PseudoObservations, second: PseudoObservations, level: ConfidenceLevel = .standard
  ) throws(SurvivalError) {
    precondition(
      first.mean.horizon == second.mean.horizon, "means to different horizons cannot be compared")
    let difference = try PairedDifference(first: first.values, second: second.values, level: level)
    (self.first, self.second) = (first.mean, second.mean)
    cautions =
      Self.cautions(of: first, .first) + Self.cautions(of: second, .second)
      + (difference.standardError == 0 ? [.equalDifferences] : [])
    self.difference = cautions.isEmpty ? difference : difference.withoutInference
  }

  private static func cautions(of group: PseudoObservations, _ name: Group) -> [Caution] {
    (group.mean.isExtrapolated ? [.extrapolated(name)] : [])
      + (group.mean.standardError == 0 ? [.noSpread(name)] : [])
      + (group.needsLastEvent ? [.needsLastEvent(name)] : [])
  }
}
