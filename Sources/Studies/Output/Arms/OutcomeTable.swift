import Ensemble
import Publishing

/// `outcomes.csv`: how the chains of each arm ended.
struct OutcomeTable: StudyTable {
  static let name = "outcomes"
  static let title: String? = "How chains ended"
  static let about = "A row for each way in which the chains of an arm can end."
  static let legend = """
    - How chains ended: entered and not seen in B_0 while they were watched; collapsed, that is
      entered and seen in B_0, at the entry or after it; diverged; censored. Exact binomial
      intervals.

    """

  /// One way to end in one arm.
  struct Row {
    let arm: Int
    let ending: ArmSummary.Ending
  }

  static func columns(of shape: TableShape) -> [StudyColumn<Row>] {
    [
      .arm(\.arm),
      .words(
        "outcome",
        "`entered`: into the event's set and not seen in B_0 while the chain was watched; "
          + "`collapsed`: into the set and seen in B_0, at the entry or in the follow-up "
          + "(summary.csv counts these among the entered); `diverged`; `censored`"
      ) { .text($0.ending.name) },
      .whole("chains", unit: "chains", "those that ended so") { .count($0.ending.share.events) },
      .number(
        "share", unit: "share", shape: .interval,
        "their share of the arm's chains, with the exact binomial interval"
      ) { .share($0.ending.share) },
    ]
  }

  init(_ plan: EnsemblePlan) {}

  func rows(of arm: CountedArm) -> [Row] {
    let summary = arm.record.summary
    return summary.endings.map { Row(arm: summary.index, ending: $0) }
  }
}
