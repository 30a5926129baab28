extension WeightedLogRank {
  /// The test against hazards that rise or fall with a score a_g of the groups, with one degree of
  /// freedom:
  ///
  ///     (a' U)^2 / (a' V a)
  ///
  /// Without scores, groups count 0, 1, 2, ... in their order. Neither origin nor unit of the
  /// scores matters. nil when the scores of groups that are compared do not differ.
  ///
  /// Source: Tarone (1975), doi:10.1093/biomet/62.3.679; Klein and Moeschberger (2003), section
  /// 7.4.
  ///
  /// - Throws: `SurvivalError.trendScores` when there is not one finite score for each group.
  public func trend(scores given: [Double]? = nil) throws(SurvivalError) -> ChiSquareTest? {
    let scores = given ?? score.indices.map(Double.init)
    guard scores.count == score.count, scores.allSatisfy(\.isFinite) else {
      throw .trendScores(scores, groups: score.count)
    }
    // Scores of the size of 1 keep the squares from overflowing.
    let largest = scores.reduce(0) { max($0, abs($1)) }
    guard largest > 0 else { return nil }
    let scaled = scores.map { $0 / largest }
    let variance = contrasts.quadraticForm(scaled)
    guard variance > 0 else { return nil }
    let sum = zip(scaled, score).reduce(0) { $0 + $1.0 * $1.1 }
    return ChiSquareTest(statistic: sum * sum / variance, degreesOfFreedom: 1)
  }
}
