import DeepLinear
import Dynamics
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
    return place + state(\.point) { $0.chain.arm }
      + (0..<shape.singularValues).map(singularValue) + (0..<shape.layers).map(squaredNorm)
      + [level(\.point)]
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

  private static func singularValue(_ index: Int) -> StudyColumn<Row> {
    .number(
      "s_\(index + 1)", shown: "`s_1`, `s_2`, ...",
      "the singular values of A, the 16 largest at most"
    ) {
      let values = $0.point.singularValues
      return .number(values.indices.contains(index) ? values[index] : nil)
    }
  }

  private static func squaredNorm(_ layer: Int) -> StudyColumn<Row> {
    .number(
      "norm_\(layer + 1)", shown: "`norm_1`, `norm_2`, ...", "the squared norm of each layer"
    ) {
      let norms = $0.point.squaredNorms
      return .number(norms.indices.contains(layer) ? norms[layer] : nil)
    }
  }

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
  /// The columns of what is read of a point, whose cells are empty where there is none.
  static func state(
    _ point: @escaping @Sendable (Row) -> PathPoint?, of arm: @escaping @Sendable (Row) -> Arm
  ) -> [StudyColumn<Row>] {
    [
      .number(
        "test_error",
        "the mean of (A_ij - truth_ij)^2 over the entries that are not observed; empty where the "
          + "truth is not known"
      ) { .number(point($0)?.testError) },
      .number(
        "test_share", unit: "share",
        "test_error over the test error of zeros in the missing entries"
      ) { row in .number(point(row).flatMap { arm(row).testShare(of: $0) }) },
      .number(
        "fit_error", "the mean of (A_k - a_k)^2 over the observed entries, in every convention"
      ) { .number(point($0)?.fitError) },
      .whole(
        "rank", unit: "rank",
        "the numerical rank: the singular values of A above both 0.01 s_1 and 1e-6 of the largest "
          + "observed value"
      ) { .whole(point($0)?.rank) },
      .number("ratio", "s_2 / s_1, the second singular value of A over the first") {
        .number(point($0)?.ratio)
      },
    ]
  }

  /// The smallest set that the weights are in.
  static func level(
    _ point: @escaping @Sendable (Row) -> PathPoint?
  ) -> StudyColumn<Row> {
    .whole("inside", unit: "rank", "the smallest s <= r with the weights in B_s, or empty") {
      .whole(point($0)?.level)
    }
  }
}
