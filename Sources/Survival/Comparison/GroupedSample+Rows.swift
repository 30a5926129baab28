extension GroupedSample {
  /// Tabulates observations: time, flag, entry (nil: all from the beginning), group and stratum
  /// (nil: one stratum) of each.
  ///
  /// `groups` holds numbers from 0 up; with `names` it holds their indices, without, the groups are
  /// those up to the largest number and are called "1", "2" and so on. `strata` holds any numbers,
  /// equal within a stratum; strata are ordered by them.
  ///
  /// Cost: that of the tables (`RightCensoredSample.grouped`), and a look-up for each stratum's
  /// number.
  ///
  /// - Throws: `SurvivalError.unequalLengths`, `.unequalEntries`, `.unequalGroups`,
  ///   `.unequalStrata` when the columns are not of one length; `.time`, `.entry`, `.group` for the
  ///   first observation that is refused; `.groupCount`, `.cells`, `.emptySample` as for samples.
  public init(
    times: [Double], observed: [Bool], entries: [Double]? = nil, groups: [Int],
    strata: [Int]? = nil, names: [String]? = nil
  ) throws(SurvivalError) {
    guard times.count == groups.count else {
      throw .unequalGroups(times: times.count, groups: groups.count)
    }
    guard times.count == strata?.count ?? times.count else {
      throw .unequalStrata(times: times.count, strata: strata?.count ?? 0)
    }
    guard let largest = groups.max() else { throw .emptySample }
    let count = names?.count ?? max(1, min(largest, Self.mostGroups - 1) + 1)
    if let row = groups.firstIndex(where: { $0 < 0 || $0 >= count }) {
      throw .group(groups[row], count: count, observation: row)
    }
    let stratumOf = strata.map(Self.numbered)
    let strataCount = stratumOf?.count ?? 1
    try Self.check(groups: count, strata: strataCount)
    let cells = try RightCensoredSample.grouped(
      times: times, observed: observed, entries: entries,
      groups: stratumOf.map { strata in
        groups.indices.map { strata.numbers[$0] * count + groups[$0] }
      } ?? groups,
      count: strataCount * count)
    try self.init(
      strata: (0..<strataCount).map { Array(cells[($0 * count)..<(($0 + 1) * count)]) },
      names: names)
  }

  /// Any labels, numbered from 0 in ascending order, and how many different ones there are.
  private static func numbered(_ labels: [Int]) -> (numbers: [Int], count: Int) {
    let distinct = Set(labels).sorted()
    let position = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    return (labels.map { position[$0] ?? 0 }, distinct.count)
  }
}
