/// The weighted log-rank test that the hazards of all groups are equal at all times, within strata.
///
/// With n_g at risk and d_g events of group g, n and d of all groups, and the weight w at the event
/// times of each stratum:
///
///     U_g  = sum w (d_g - d n_g/n)
///     V_gh = sum w^2 d (n - d)/(n - 1) (n_g/n) ([g = h] - n_h/n)            (0 where n = 1)
///
/// The statistic U' V^- U has a chi-square law if the hazards are equal. Its degrees of freedom are
/// the rank of V: the number of groups less the number of parts that no event joins. A group that
/// is never at risk at an event counts for nothing, as in R's `survdiff`; where groups never meet
/// at an event, R stops, and here each set of groups that do meet is tested, all sets together.
///
/// Source: Klein and Moeschberger, Survival Analysis (2nd ed., 2003), sections 7.3 and 7.5.
///
/// Cost: O(groups^2) at each distinct event time; no table is kept.
public struct WeightedLogRank: Equatable, Sendable {
  /// The weights.
  public let weights: LogRankWeights
  /// The events of each group.
  public let observed: [Int]
  /// sum d n_g/n: the events that each group would have if the hazards were equal.
  public let expected: [Double]
  /// sum w d_g.
  public let weightedObserved: [Double]
  /// sum w d n_g/n.
  public let weightedExpected: [Double]
  /// U; its elements add up to 0.
  public let score: [Double]
  /// The test; nil when V is 0, as without events: nothing was compared.
  public let test: ChiSquareTest?
  let contrasts: ContrastMatrix

  /// V, the covariance of the score, as rows.
  public var covariance: [[Double]] { contrasts.rows }

  /// Tests the groups of a sample.
  ///
  /// - Throws: `SurvivalError.exponents` when those of Fleming and Harrington's weights are
  ///   negative or not finite.
  public init(_ sample: GroupedSample, weights: LogRankWeights = .logRank) throws(SurvivalError) {
    try weights.check()
    var sums = Sums(groups: sample.groupCount)
    for stratum in sample.strata.indices {
      var sequence = LogRankWeights.Sequence(weights)
      sample.forEachEventTime(in: stratum) { _, atRisk, events in
        sums.add(atRisk, events, &sequence)
      }
    }
    self.weights = weights
    (observed, expected) = (sums.observed, sums.expected)
    (weightedObserved, weightedExpected) = (sums.weightedObserved, sums.weightedExpected)
    (score, contrasts) = (sums.score, sums.contrasts)
    let elimination = contrasts.eliminated()
    test = ChiSquareTest(
      statistic: elimination.solve(score).form, degreesOfFreedom: elimination.rank)
  }

  /// The sums over event times.
  private struct Sums {
    var observed: [Int]
    var expected: [Double]
    var weightedObserved: [Double]
    var weightedExpected: [Double]
    var score: [Double]
    var contrasts: ContrastMatrix

    init(groups: Int) {
      observed = Array(repeating: 0, count: groups)
      expected = Array(repeating: 0, count: groups)
      (weightedObserved, weightedExpected, score) = (expected, expected, expected)
      contrasts = ContrastMatrix(size: groups)
    }

    @inline(__always)
    mutating func add(_ atRisk: [Int], _ events: [Int], _ sequence: inout LogRankWeights.Sequence) {
      let (totalAtRisk, totalEvents) = (atRisk.reduce(0, +), events.reduce(0, +))
      let (n, d) = (Double(totalAtRisk), Double(totalEvents))
      let weight = sequence.next(atRisk: n, events: d)
      let spread = totalAtRisk > 1 ? weight * weight * d * (n - d) / (n - 1) : 0
      for g in atRisk.indices where atRisk[g] > 0 {
        let share = Double(atRisk[g]) / n
        observed[g] += events[g]
        expected[g] += d * share
        weightedObserved[g] += weight * Double(events[g])
        weightedExpected[g] += weight * d * share
        score[g] += weight * (Double(events[g]) - d * share)
        let link = spread * share / n
        contrasts.addRow(g) { link * Double(atRisk[$0]) }
      }
    }
  }
}
