import Publishing
import Survival

/// `branches.csv`: what became of the offshoots, a row for each branch of an arm.
enum BranchTable {
  /// The table; nil when no arm has offshoots.
  static func table(_ records: [ArmRecord]) throws(SurvivalError) -> Table? {
    var rows: [[Cell]] = []
    for record in records {
      for branch in record.branches.branches { rows.append(try row(record, branch)) }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      "branches", title: "Offshoots by their branch",
      columns: [
        TableColumn("arm"), .words("name"), TableColumn("branch"), TableColumn("offshoots"), TableColumn("succeeded"),
        TableColumn("success", shape: .interval), TableColumn("fallen", shape: .interval),
        TableColumn("difference", shape: .interval), TableColumn("p"), TableColumn("diverged"),
        TableColumn("test_share_quarter", heading: "test share: quarter", shape: .interval),
        TableColumn("test_share_median", heading: "median", shape: .interval),
        TableColumn("test_share_three_quarters", heading: "three quarters", shape: .interval),
      ], rows: rows)
  }

  private static func row(_ record: ArmRecord, _ branch: BranchTally.Branch) throws(SurvivalError) -> [Cell] {
    let comparison = try branch.comparison()
    let difference = comparison.map {
      Cell.estimate(Estimate($0.difference, $0.interval.lower, $0.interval.upper, kind: .share))
    }
    let sorted = branch.shares.sorted()
    let quantiles = [0.25, 0.5, 0.75].map { probability in
      SampleQuantile(sorted: sorted, at: probability).map {
        Cell.estimate(Estimate($0.value, $0.lower, $0.upper, style: .significant(3)))
      } ?? .missing()
    }
    return [
      .count(record.index), .text(record.name), .count(branch.at), .count(branch.count),
      branch.isTold ? .count(branch.succeeded.fallen + branch.succeeded.standing) : .missing(), .share(try branch.success()),
      .share(try branch.fallen()),
      difference ?? .missing(), .pValue(comparison?.pValue), .count(branch.diverged),
    ] + quantiles
  }
}
