import Survival

/// Times and causes of groups that compete: a sample for each group, and the groups within their
/// strata.
struct GroupedOutcomes {
  /// The groups' names.
  let names: [String]
  /// The causes' names; cause k is number k - 1 here.
  let causes: [String]
  /// Each group's estimate, strata together.
  let estimates: [AalenJohansenEstimate]
  /// The groups within strata.
  let strata: [[CompetingRisksSample?]]

  init(_ data: SurvivalData, causes column: LabelColumn, landmark: Double?) throws(SurvivalError) {
    let names = data.groupNames
    let causes = Array(column.names.dropFirst())
    func sample(_ rows: [Int]) throws(SurvivalError) -> CompetingRisksSample? {
      if rows.isEmpty { return nil }
      let sample = try CompetingRisksSample(
        times: rows.map { data.times[$0] }, causes: rows.map { column.codes[$0] },
        entries: data.entries.map { entries in rows.map { entries[$0] } },
        causeCount: max(causes.count, 1))
      // Nobody is left of a group that is over by the landmark.
      guard let landmark else { return sample }
      return landmark < sample.overall.lastTime ? try sample.landmark(at: landmark) : nil
    }
    let blocks = data.strata?.names.count ?? 1
    var cells = [[Int]](repeating: [], count: names.count * blocks)
    for row in data.times.indices {
      cells[(data.strata?.codes[row] ?? 0) * names.count + (data.groups?.codes[row] ?? 0)].append(
        row)
    }
    var strata: [[CompetingRisksSample?]] = []
    for block in 0..<blocks {
      var groups: [CompetingRisksSample?] = []
      for group in names.indices { groups.append(try sample(cells[block * names.count + group])) }
      strata.append(groups)
    }
    var estimates: [AalenJohansenEstimate] = []
    for group in names.indices {
      let rows = (0..<blocks).flatMap { cells[$0 * names.count + group] }
      if let whole = try sample(rows) { estimates.append(AalenJohansenEstimate(whole)) }
    }
    (self.names, self.causes, self.estimates, self.strata) = (names, causes, estimates, strata)
  }
}
