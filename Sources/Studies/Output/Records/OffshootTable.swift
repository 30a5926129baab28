import Chains
import Ensemble
import Publishing

/// `offshoots.csv`: where each offshoot has led.
struct OffshootTable: StudyTable {
  static let name = "offshoots"
  static let about = """
    A row for each offshoot, where the schedule has offshoots. A chain that diverged has offshoots
    at the branches before. What is said of the end is empty for an offshoot that diverged.
    """

  /// An offshoot.
  struct Row {
    let chain: CountedChain
    let offshoot: ChainRecord.Offshoot
  }

  static func applies(to plan: EnsemblePlan) -> Bool {
    plan.arms.contains { $0.law.recording.offshoots != nil }
  }

  static func columns(of shape: TableShape) -> [StudyColumn<Row>] {
    // Spectra and norms of the end are not asked for.
    let single = shape.observables.filter { $0.columns(of: .many).count == 1 }
    return place + single.flatMap { observed($0, of: shape.points, at: \.offshoot.end) }
  }

  private static let place: [StudyColumn<Row>] = [
    .arm(\.chain.index),
    .chain { $0.chain.chain },
    .whole("branch", unit: "steps", "the step at which it branched off") { .count($0.offshoot.at) },
    .whole("end", unit: "steps", "its last step") {
      .count($0.offshoot.at + ($0.chain.arm.law.recording.offshoots?.steps ?? 0))
    },
    .words("outcome", "`ended` or `diverged`") {
      .text($0.offshoot.end == nil ? "diverged" : "ended")
    },
    .whole(
      "fallen", unit: "0 or 1",
      "1 where the chain had entered the event's set by the branch, 0 where it had not"
    ) { .count($0.chain.outcome.hasFallen(by: $0.offshoot.at) ? 1 : 0) },
  ]

  init(_ plan: EnsemblePlan) {}

  func rows(of chain: CountedChain) -> [Row] {
    chain.outcome.record.offshoots.map { Row(chain: chain, offshoot: $0) }
  }
}
