extension GroupedSample {
  /// Tabulates observations: time, flag, entry (nil: all from the beginning), group and stratum (nil: one stratum) of each.
  ///
  /// `groups` holds numbers from 0 up; with `names` it holds their indices, without, the groups are those up to the largest number and are
  /// called "1", "2" and so on. `strata` holds any numbers, equal within a stratum; strata are ordered by them.
  ///
  /// Cost: one pass over the observations, and the sorts of the samples.
  ///
  /// - Throws: `SurvivalError.unequalLengths`, `.unequalEntries`, `.unequalGroups`, `.unequalStrata` when the columns are not of one length;
  ///   `.time`, `.entry` or `.group` for the first observation that is refused; `.groupCount`, `.cells`, `.emptySample` as for samples.
  public init(
    times: [Double], observed: [Bool], entries: [Double]? = nil, groups: [Int], strata: [Int]? = nil, names: [String]? = nil
  ) throws(SurvivalError) {
    guard times.count == groups.count else { throw .unequalGroups(times: times.count, groups: groups.count) }
    guard times.count == strata?.count ?? times.count else { throw .unequalStrata(times: times.count, strata: strata?.count ?? 0) }
    guard let largest = groups.max() else { throw .emptySample }
    let (groupCount, overflow) = (largest < 0 ? 0 : largest).addingReportingOverflow(1)
    let count = names?.count ?? (overflow ? largest : groupCount)
    let rowStrata = strata.map(StratumNumbers.init)
    try Self.check(groups: count, strata: rowStrata?.count ?? 1)

    var cells = groups
    for (row, group) in groups.enumerated() {
      guard group >= 0, group < count else { throw .group(group, count: count, observation: row) }
      cells[row] += (rowStrata?.numbers[row] ?? 0) * count
    }
    let samples = try RightCensoredSample.grouped(
      times: times, observed: observed, entries: entries, groups: cells, count: count * (rowStrata?.count ?? 1))
    let strata = stride(from: 0, to: samples.count, by: count).map { Array(samples[$0..<($0 + count)]) }
    try self.init(strata: strata, names: names ?? (1...count).map(String.init))
  }

  /// Any numbers, numbered from 0 in ascending order.
  private struct StratumNumbers {
    let numbers: [Int]
    let count: Int

    init(_ labels: [Int]) {
      let distinct = Set(labels).sorted()
      let position = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
      numbers = labels.map { position[$0] ?? 0 }
      count = distinct.count
    }
  }
}
