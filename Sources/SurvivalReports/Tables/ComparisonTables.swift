import Publishing
import Survival

/// Whether the groups differ: the log-rank family, and pairs of groups.
struct ComparisonTables {
  let times: GroupedTimes
  let questions: SurvivalQuestions

  /// The tests, in the order of the table; the first is the log-rank test itself.
  private static let tests: [(name: String, weights: LogRankWeights, emphasis: String)] = [
    ("log-rank", .logRank, "all times alike"),
    ("Gehan-Wilcoxon", .gehan, "early, by numbers at risk"),
    ("Tarone-Ware", .taroneWare, "early, less so"), ("Peto-Peto", .petoPeto, "early, by survival"),
    ("Fleming-Harrington (0, 1)", .flemingHarrington(rho: 0, gamma: 1), "late"),
    ("Fleming-Harrington (1, 1)", .flemingHarrington(rho: 1, gamma: 1), "middle"),
  ]

  func tables() throws -> [Table] {
    guard times.names.count > 1 else { return [] }
    let results = try Self.tests.map { try WeightedLogRank(times.stratified, weights: $0.weights) }
    var tables = [family(results), logRank(results[0])]
    if times.names.count > 2 { tables.append(try pairs()) }
    return tables
  }

  private var strata: String {
    times.stratified.strata.count > 1 ? " within \(times.stratified.strata.count) strata" : ""
  }

  private func family(_ results: [WeightedLogRank]) -> Table {
    var table = Table(
      "tests", title: "Tests that all groups have the same hazard\(strata)",
      columns: [
        .words("test"), .words("weight", heading: "weighs most"),
        TableColumn("chi_square", heading: "chi-square"),
        TableColumn("df"),
        TableColumn("p"),
      ])
    for (test, result) in zip(Self.tests, results) {
      table.append([.text(test.name), .text(test.emphasis)] + Cell.test(result.test))
    }
    table.notes = ["Choose one test before looking: the smallest of several p-values is too small."]
    return table
  }

  private func logRank(_ result: WeightedLogRank) -> Table {
    var table = Table(
      "log_rank", title: "Observed and expected events\(strata)",
      columns: [
        .words("group"), TableColumn("n"), TableColumn("observed"), TableColumn("expected"),
        TableColumn("ratio", heading: "observed/expected"),
      ])
    for (group, name) in times.names.enumerated() {
      let expected = result.expected[group]
      table.append([
        .text(name), .count(times.samples[group].count), .count(result.observed[group]),
        .number(expected, .significant(5)),
        expected > 0
          ? .number(Double(result.observed[group]) / expected, .significant(4)) : .missing(),
      ])
    }
    return table
  }

  private func pairs() throws -> Table {
    var table = Table(
      "pairs", title: "Log-rank tests of pairs of groups\(strata)",
      columns: [
        .words("first"), .words("second"), TableColumn("chi_square", heading: "chi-square"),
        TableColumn("p"),
        TableColumn("p_holm", heading: "p (Holm)"),
      ])
    for pair in try PairwiseLogRank(times.stratified).pairs {
      table.append([
        .text(times.names[pair.first]), .text(times.names[pair.second]),
        pair.result.test.map { .number($0.statistic, .significant(5)) }
          ?? .missing("nothing to compare"),
        .pValue(pair.result.test?.pValue),
        .pValue(pair.adjustedPValue),
      ])
    }
    table.notes = ["p (Holm) is adjusted for the number of pairs."]
    return table
  }
}
