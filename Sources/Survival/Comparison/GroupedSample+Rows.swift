extension GroupedSample {
  /// Tabulates observations: time, flag, entry (nil: all from the beginning), group and stratum (nil: one stratum) of each.
  ///
  /// `groups` holds numbers from 0 up; with `names` it holds their indices, without, the groups are those up to the largest number and are
  /// called "1", "2" and so on. `strata` holds any numbers, equal within a stratum; strata are ordered by them.
  ///
  /// Cost: one pass over the observations, and the sorts of the samples.
  ///
  /// - Throws: `SurvivalError.unequalLengths`, `.unequalEntries`, `.unequalGroups`, `.unequalStrata` when the columns are not of one length;
  ///   `.time`, `.entry`, `.group` for the first observation that is refused; `.groupCount`, `.cells`, `.emptySample` as for samples.
  public init(
    times: [Double], observed: [Bool], entries: [Double]? = nil, groups: [Int], strata: [Int]? = nil, names: [String]? = nil
  ) throws(SurvivalError) {
    guard times.count == observed.count else { throw .unequalLengths(times: times.count, observed: observed.count) }
    guard times.count == entries?.count ?? times.count else { throw .unequalEntries(times: times.count, entries: entries?.count ?? 0) }
    guard times.count == groups.count else { throw .unequalGroups(times: times.count, groups: groups.count) }
    guard times.count == strata?.count ?? times.count else { throw .unequalStrata(times: times.count, strata: strata?.count ?? 0) }
    guard let largest = groups.max() else { throw .emptySample }
    let (groupCount, overflow) = (largest < 0 ? 0 : largest).addingReportingOverflow(1)
    let count = names?.count ?? (overflow ? largest : groupCount)
    let rowStrata = strata.map(StratumNumbers.init)
    try Self.check(groups: count, strata: rowStrata?.count ?? 1)

    var cells = Array(repeating: Cell(), count: count * (rowStrata?.count ?? 1))
    for row in times.indices {
      let (time, group) = (times[row], groups[row])
      guard time.isFinite, time >= 0 else { throw .time(time, observation: row) }
      guard group >= 0, group < count else { throw .group(group, groups: count, observation: row) }
      let cell = (rowStrata?.numbers[row] ?? 0) * count + group
      cells[cell].times.append(time)
      cells[cell].observed.append(observed[row])
      guard let entry = entries?[row] else { continue }
      guard entry >= 0, entry < time else { throw .entry(entry, time: time, observation: row) }
      cells[cell].entries.append(entry)
    }
    var samples: [[RightCensoredSample?]] = []
    for first in stride(from: 0, to: cells.count, by: count) {
      var stratum: [RightCensoredSample?] = []
      for cell in cells[first..<(first + count)] { stratum.append(try cell.sample(late: entries != nil)) }
      samples.append(stratum)
    }
    try self.init(strata: samples, names: names ?? (1...count).map(String.init))
  }

  /// The observations of one group in one stratum.
  private struct Cell {
    var times: [Double] = []
    var observed: [Bool] = []
    var entries: [Double] = []

    func sample(late: Bool) throws(SurvivalError) -> RightCensoredSample? {
      times.isEmpty ? nil : try RightCensoredSample(times: times, observed: observed, entries: late ? entries : nil)
    }
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
