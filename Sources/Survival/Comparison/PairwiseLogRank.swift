/// Weighted log-rank tests of every pair of groups, each on the data of these two alone, with
/// Holm's adjustment.
public struct PairwiseLogRank: Equatable, Sendable {
  /// The test of two groups.
  public struct Pair: Equatable, Sendable {
    /// The number of the first group in the sample.
    public let first: Int
    /// The number of the second group, above that of the first.
    public let second: Int
    /// The test, its groups in this order; its own `test` is nil when nothing compares the two.
    public let result: WeightedLogRank
    /// The p-value after Holm's adjustment over all pairs that have one.
    public let adjustedPValue: Double?
  }

  /// All pairs, ordered by the first group and then the second.
  public let pairs: [Pair]

  /// Tests all pairs with the same weights, within strata. A pair without any observation is left
  /// out.
  ///
  /// - Throws: as for `WeightedLogRank`.
  public init(_ sample: GroupedSample, weights: LogRankWeights = .logRank) throws(SurvivalError) {
    var results: [(first: Int, second: Int, result: WeightedLogRank)] = []
    for first in 0..<sample.groupCount {
      for second in (first + 1)..<max(first + 1, sample.groupCount) {
        guard let two = sample.restricted(to: [first, second]) else { continue }
        results.append((first, second, try WeightedLogRank(two, weights: weights)))
      }
    }
    let adjusted = HolmAdjustment.adjusted(results.map { $0.result.test?.pValue })
    pairs = zip(results, adjusted).map {
      Pair(first: $0.first, second: $0.second, result: $0.result, adjustedPValue: $1)
    }
  }
}
