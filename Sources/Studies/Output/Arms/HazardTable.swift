import Ensemble
import Publishing
import Survival
import SurvivalReports

/// `hazard.csv`: the hazard of an entry over time.
struct HazardTable: StudyTable {
  static let name = "hazard"
  static let about = """
    The hazard of an entry of each arm, smoothed with Epanechnikov's kernel at 200 even times from
    the first entry on. The bandwidth takes in the same number of entries at every time, chosen by
    cross-validation: it is narrow where entries are dense. A change that is faster than the
    bandwidth is blurred; plateau.csv, whose plateaus are drawn dashed in the picture, is sharper
    there.
    """
  static let drawing = TableDrawing.sometimes

  /// A time of an arm.
  struct Row {
    let arm: Int
    let point: SmoothedHazard.Point
  }

  static func columns(of shape: TableShape) -> [StudyColumn<Row>] {
    [
      .arm(\.arm),
      .number("time", unit: "steps", "the time") { .number($0.point.time) },
      .number("hazard", unit: "per step", "entries per step at risk") { .number($0.point.value) },
      .number("std_error", unit: "per step", "its standard error") {
        .number($0.point.standardError)
      },
      .number("lower", unit: "per step", "lower limit of its pointwise interval") {
        .number($0.point.lower)
      },
      .number("upper", unit: "per step", "its upper limit") { .number($0.point.upper) },
      .number("bandwidth", unit: "steps", "the kernel's half width at this time") {
        .number($0.point.bandwidth)
      },
    ]
  }

  private var curves = HazardFile(key: "arm")

  init(_ plan: EnsemblePlan) {}

  mutating func rows(of arm: CountedArm) throws -> [Row] {
    guard let curve = arm.curve else { return [] }
    let (record, plateau) = (arm.record, arm.record.summary.plateau)
    return try curves.points(of: curve.sample, plateau: plateau, curve: record.name).map {
      Row(arm: record.index, point: $0)
    }
  }

  func picture(of findings: StudyFindings) -> (any Picture)? {
    curves.picture(
      title: findings.pictureTitle, time: "Time (steps)", of: "Hazard (entries per step at risk)")
  }
}
