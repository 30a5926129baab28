import Ensemble
import Publishing
import Survival

/// `pairs.csv`: arms whose chains share more than their start, each chain compared with its like.
struct PairTable: StudyTable {
  static let name = "pairs"
  static let about = """
    A row for every two arms of a sweep point whose chains share more than their start: chain i of
    one arm is compared with chain i of the other. The file is there when there are two such arms.
    Differences are those of `name` less `against_name`.
    """

  static func applies(to plan: EnsemblePlan) -> Bool {
    !ArmPair.arms(SweepPoint.compared(plan), laws: plan.arms.map(\.law)).isEmpty
  }

  static func columns(of shape: TableShape) -> [StudyColumn<ArmPair>] {
    [arms, means, entered].flatMap { $0 }
  }

  /// What readers see of it; nil without such arms.
  static func readerTable(_ pairs: [ArmPair], of shape: TableShape) throws -> Table? {
    guard !pairs.isEmpty else { return nil }
    return try table(pairs, of: shape).part(
      "compare-pairs", title: "Arms that share random numbers, pair by pair",
      [
        "name", "against_name", "shared", "pairs", "rmst_difference_paired", "correlation",
        "variance_ratio", "entered_difference",
      ])
  }

  private static let arms: [StudyColumn<ArmPair>] = [
    .arm(\.record.index),
    .name { PictureCurve.cell($0.record.name) },
    .whole("against", unit: "index from 0", "the arm that it is compared with") {
      .count($0.other.index)
    },
    .words("against_name", heading: "against", "its name") { PictureCurve.cell($0.other.name) },
    .words(
      "shared", heading: "pairs share",
      "what chain i of both arms has in common: `start and entries` or `start and normals`"
    ) { .text($0.shared.rawValue) },
    .whole(
      "pairs", unit: "pairs",
      "how many pairs: the first chains of both where one arm has more"
    ) { .count($0.entered?.count ?? 0) },
  ]

  private static let means: [StudyColumn<ArmPair>] = [
    .number(
      "rmst_difference_paired", heading: "rmst difference", unit: "steps", shape: .interval,
      "the difference of the restricted means, from the differences chain by chain (pseudo-values "
        + "where times are censored), with Student's interval; empty where a curve ends before the "
        + "horizon"
    ) { pair in
      guard let means = pair.means else { return .missing("too few pairs") }
      guard !means.first.isExtrapolated, !means.second.isExtrapolated else {
        return .missing("a curve ends before the horizon")
      }
      let (value, interval) = (means.difference.value, means.difference.inference?.interval)
      return .estimate(Estimate(value, interval?.lower, interval?.upper))
    },
    .number("correlation", "Pearson's correlation of the two times") { pair in
      pair.means.map { .number($0.difference.correlation, .decimals(2)) } ?? .missing("")
    },
    .number(
      "variance_ratio", heading: "variance ratio",
      "how many times as many chains a comparison without pairs needs for the same error"
    ) { pair in
      pair.means.map { .number($0.difference.varianceRatio, .significant(3)) } ?? .missing("")
    },
  ]

  private static let entered: [StudyColumn<ArmPair>] = [
    .whole("entered_only", unit: "pairs", "pairs of which only the chain of `name` entered") {
      .count($0.entered?.secondOnly ?? 0)
    },
    .whole(
      "entered_only_against", unit: "pairs",
      "pairs of which only the chain of `against_name` entered"
    ) { .count($0.entered?.firstOnly ?? 0) },
    .number(
      "entered_difference", heading: "entered, difference", unit: "share", shape: .interval,
      "the difference of the shares that entered, with Tango's interval for pairs"
    ) { pair in
      guard let entered = pair.entered else { return .missing("no pairs") }
      let interval = entered.interval
      return .estimate(
        Estimate(entered.difference, interval.lower, interval.upper, kind: .share))
    },
    .number(
      "entered_difference_p", heading: "p", unit: "p-value",
      "McNemar's exact p-value of no difference"
    ) { pair in pair.entered.map { .pValue($0.pValue) } ?? .missing("") },
  ]

  init(_ plan: EnsemblePlan) {}

  func rows(of findings: StudyFindings) -> [ArmPair]? { findings.pairs }
}
