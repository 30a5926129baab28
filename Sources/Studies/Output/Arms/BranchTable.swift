import Ensemble
import Publishing
import Survival

/// `branches.csv`: what became of the offshoots of an arm.
struct BranchTable: StudyTable {
  static let name = "branches"
  static let title: String? = "Offshoots by their branch"
  static let about = """
    A row for each branch of an arm, where the schedule has offshoots. An offshoot succeeds when it
    ends with a test share below 0.1: a test error below a tenth of that of zeros in the missing
    entries. One that diverges does not succeed.
    """
  static let legend = """
    - Offshoots: copies of the chains that branch off at the step `branch` and go on with values of
      their own. An offshoot succeeds when it ends with a test error below 0.1 of that of zeros in
      the missing entries (its test share): it has found them; one that diverges does not succeed.
      fallen: of the same chains, those that had entered the event's set by the branch. difference:
      success less fallen, chain by chain, with Tango's interval for pairs; p is McNemar's exact
      p-value. Test shares are those at the offshoots' ends, with intervals between order statistics
      (at least 95 % whatever the law); offshoots that diverged have none. Each is in offshoots.csv;
      points on the way, where they are recorded, in paths.csv.

    """

  /// A branch of an arm.
  struct Row {
    let record: ArmRecord
    let branch: BranchTally.Branch
  }

  static func applies(to plan: EnsemblePlan) -> Bool {
    plan.arms.contains { $0.law.recording.offshoots != nil }
  }

  static func columns(of shape: TableShape) -> [StudyColumn<Row>] {
    [counts, shares, quantiles].flatMap { $0 }
  }

  private static let counts: [StudyColumn<Row>] = [
    .arm(\.record.index),
    .name { .text($0.record.name) },
    .whole("branch", unit: "steps", "the step of the branch") { .count($0.branch.at) },
    .whole("offshoots", unit: "offshoots", "all of them") { .count($0.branch.count) },
    .whole(
      "succeeded", unit: "offshoots",
      "those that succeeded; empty, as all that hangs on it, where the true values are not known "
        + "or all 0"
    ) { row in
      let succeeded = row.branch.succeeded
      return row.branch.isTold ? .count(succeeded.fallen + succeeded.standing) : .missing()
    },
  ]

  private static let shares: [StudyColumn<Row>] = [
    .number(
      "success", unit: "share", shape: .interval,
      "succeeded / offshoots, with the exact binomial interval"
    ) { .share(try $0.branch.success()) },
    .number(
      "fallen", unit: "share", shape: .interval,
      "the share of their chains that had entered the event's set by the branch, with the same "
        + "interval"
    ) { .share(try $0.branch.fallen()) },
    .number(
      "difference", unit: "share", shape: .interval,
      "success less fallen, chain by chain, with Tango's interval for pairs"
    ) {
      guard let comparison = try $0.branch.comparison() else { return .missing() }
      let interval = comparison.interval
      return .estimate(
        Estimate(comparison.difference, interval.lower, interval.upper, kind: .share))
    },
    .number("p", unit: "p-value", "McNemar's exact p-value of no difference") {
      .pValue(try $0.branch.comparison()?.pValue)
    },
    .whole("diverged", unit: "offshoots", "those that diverged") { .count($0.branch.diverged) },
  ]

  private static let quantiles: [StudyColumn<Row>] = [
    quantile(0.25, "quarter", heading: "test share: quarter"),
    quantile(0.5, "median", heading: "median"),
    quantile(0.75, "three_quarters", heading: "three quarters"),
  ]

  private static func quantile(
    _ probability: Double, _ word: String, heading: String
  ) -> StudyColumn<Row> {
    .number(
      "test_share_\(word)", heading: heading, unit: "share", shape: .interval,
      "the quantile at \(TableText.csv(probability)) of the test shares at the ends (R's type 7), "
        + "with the interval between order statistics; a limit is empty where there are too few"
    ) {
      let sorted = $0.branch.shares.sorted()
      guard let found = SampleQuantile(sorted: sorted, at: probability) else { return .missing() }
      return .estimate(Estimate(found.value, found.lower, found.upper, style: .significant(3)))
    }
  }

  /// The arm that is being counted.
  private var tally: BranchTally?

  init(_ plan: EnsemblePlan) {}

  mutating func rows(of chain: CountedChain) -> [Row] {
    if tally == nil { tally = BranchTally(chain.arm) }
    tally?.add(chain.outcome)
    return []
  }

  mutating func rows(of arm: CountedArm) -> [Row] {
    let counted = tally ?? BranchTally(arm.record.arm)
    tally = nil
    return counted.branches.map { Row(record: arm.record, branch: $0) }
  }
}
