import CGSL

/// The score test that hazard ratios do not change in time: theta = 0 in a Cox model with log
/// hazard ratios b_g + theta_g g(t), of which only the fit without theta is needed. R's `cox.zph`
/// (survival 3.0 and later).
///
/// With the covariance V(t) of the groups' indicators over the risk set at each event time, and the
/// score u = sum g (d - E d) of theta,
///
///     statistic = u' [ sum g^2 V - (sum g V)(sum V)^- (sum g V) ]^- u.
///
/// Where ratios are zero or unbounded, each class of groups with finite ratios is tested, all
/// classes together.
///
/// Ties are treated as in the fit, V being its sum over tied events; strata and late entries shape
/// the risk sets alone, while g is one function for all strata.
///
/// Source: Grambsch and Therneau (1994), doi:10.1093/biomet/81.3.515, whose approximation took V(t)
/// as constant; here it is not.
public struct ProportionalityTest: Equatable, Sendable {
  /// g.
  public let transform: TimeTransform
  /// The group whose hazard the others are compared with in `perGroup`.
  public let reference: Int
  /// The test of all ratios together; nil when there is nothing to test: no finite ratio, or no two
  /// event times with other risk sets.
  public let test: ChiSquareTest?
  /// For each group, the test that its own ratio to the reference changes and the other groups' do
  /// not; nil for the reference itself, and where that ratio is not finite or cannot be seen to
  /// change.
  public let perGroup: [ChiSquareTest?]
}

extension GroupHazards {
  /// Tests whether the ratios of hazards are constant in time.
  ///
  /// Cost: one pass, a sort of the tables for the default transform and for ranks, O(groups^3).
  ///
  /// - Throws: `SurvivalError.numerical` when the statistic is not a number.
  /// - Precondition: `reference` is a group of the sample.
  public func proportionalityTest(
    _ transform: TimeTransform = .kaplanMeier, reference: Int = 0
  ) throws(SurvivalError) -> ProportionalityTest {
    precondition((0..<sample.groupCount).contains(reference), "the reference is one of the groups")
    let pooled = sample.pooled()
    var perGroup: [ChiSquareTest?] = Array(repeating: nil, count: sample.groupCount)
    guard let values = transform.values(pooled) else {
      return ProportionalityTest(
        transform: transform, reference: reference, test: nil, perGroup: perGroup)
    }
    let clock = Clock(times: pooled.times, values: values)
    var (statistic, degrees) = (0.0, 0)
    for part in classes where part.groups.count > 1 {
      let change = ChangingRatios(
        part, ties, clock, root: part.groups.firstIndex(of: reference) ?? 0)
      let form = change.test()
      guard form.value.isFinite else {
        throw .numerical("the test of constant ratios", status: Int(GSL_EFAILED))
      }
      statistic += form.value
      degrees += form.rank
      guard part.groups.contains(reference) else { continue }
      for (index, group) in part.groups.enumerated() { perGroup[group] = change.test(of: index) }
    }
    let test = ChiSquareTest(statistic: statistic, degreesOfFreedom: degrees)
    return ProportionalityTest(
      transform: transform, reference: reference, test: test, perGroup: perGroup)
  }
}
