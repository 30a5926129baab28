import DeepLinear
import Chains
import Ensemble
import Publishing

/// `paths.csv`: the points of recorded chains and of their offshoots.
struct PathTable: StudyTable {
  static let name = "paths"
  static let about = """
    A row for each point of a recorded chain or of one of its offshoots, where the study has
    `record`. A path that diverges ends before. Recording changes no chain: times, exits and all
    else are those of the same study without it, but for the last state, which is that at the end of
    the recording.
    """

  /// A point.
  struct Row {
    let chain: CountedChain
    /// The step at which an offshoot branched off; nil for the chain itself.
    let branch: Int?
    let point: PathPoint
  }

  static func applies(to plan: EnsemblePlan) -> Bool {
    plan.arms.contains { $0.law.recording.points != nil }
  }

  static func columns(of shape: TableShape) -> [StudyColumn<Row>] {
    place + shape.observables.flatMap { observed($0, of: shape.points, at: \.point) }
  }

  private static let place: [StudyColumn<Row>] = [
    .arm(\.chain.index),
    .chain { $0.chain.chain },
    .whole(
      "branch", unit: "steps",
      "the step at which the offshoot branched off; empty for the chain itself"
    ) { .whole($0.branch) },
    .whole("step", unit: "steps", "the step of the chain; an offshoot counts on from its branch") {
      .count($0.point.step)
    },
  ]

  init(_ plan: EnsemblePlan) {}

  /// The points of a chain, then those of its offshoots where their points are kept: else an
  /// offshoot has only its end, which is in offshoots.csv.
  func rows(of chain: CountedChain) -> [Row] {
    let recording = chain.arm.law.recording
    let record = chain.outcome.record
    let own = record.points.map { Row(chain: chain, branch: nil, point: $0) }
    guard recording.keepsPoints(of: UInt32(chain.chain)) else { return own }
    return own
      + record.offshoots.flatMap { offshoot in
        offshoot.points.map { Row(chain: chain, branch: offshoot.at, point: $0) }
      }
  }
}

extension StudyTable {
  /// The columns of an observable, whose cells are empty where there is no point or no value.
  static func observed(
    _ kind: any ObservableKind.Type, of shape: ObservableShape,
    at point: @escaping @Sendable (Row) -> PathPoint?
  ) -> [StudyColumn<Row>] {
    kind.columns(of: shape).enumerated().map { index, column in
      let value: @Sendable (Row) -> Double? = { point($0)?.value(kind, column: index) }
      if column.isWhole {
        return .whole(column.key, unit: column.unit ?? "", shown: column.shown, column.meaning) {
          .whole(value($0).flatMap { Int(exactly: $0) })
        }
      }
      return .number(column.key, unit: column.unit, shown: column.shown, column.meaning) {
        .number(value($0))
      }
    }
  }
}
