import Ensemble
import Publishing
import Survival
import SurvivalReports

/// `incidence.csv`: the share of an arm's chains that has ended in each way, over time.
struct IncidenceTable: StudyTable {
  static let name = "incidence"
  static let about = """
    Aalen-Johansen estimates for the outcomes of outcomes.csv: a row for each step at which chains
    of an arm ended in the way, and one for the last step. A collapse has the time of its entry into
    B_r. The picture is drawn where chains end in more than one way.
    """
  static let drawing = TableDrawing.sometimes

  /// A time of one way to end.
  struct Row {
    let arm: Int
    let cause: String
    let time: IncidenceRow
  }

  static func columns(of shape: TableShape) -> [StudyColumn<Row>] {
    [
      .arm(\.arm),
      .words("cause", "the way to end: `entered`, `collapsed` or `diverged`") { .text($0.cause) },
      .number("time", unit: "steps", "the step") { .number($0.time.time) },
      .whole("at_risk", unit: "chains", "chains that last at least until the step") {
        .count($0.time.atRisk)
      },
      .whole("events", unit: "chains", "chains that end so at the step") { .count($0.time.events) },
      .whole("other_events", unit: "chains", "chains that end in another way at the step") {
        .count($0.time.otherEvents)
      },
      .whole("censored", unit: "chains", "chains that are censored at the step") {
        .count($0.time.censored)
      },
      .number("incidence", unit: "share", "the share that has ended so just after the step") {
        .number($0.time.incidence)
      },
      .number("std_error", unit: "share", "its standard error") {
        .number(IncidenceFile.standardError($0.time))
      },
      .number("lower", unit: "share", "lower limit of its pointwise log-log interval") {
        .number($0.time.interval?.lower)
      },
      .number("upper", unit: "share", "its upper limit") { .number($0.time.interval?.upper) },
    ]
  }

  private var curves = IncidenceFile(key: "arm", causes: OutcomeTally.causes)
  private let isAlone: Bool

  init(_ plan: EnsemblePlan) { isAlone = plan.arms.count == 1 }

  mutating func rows(of arm: CountedArm) -> [Row] {
    guard let estimate = arm.incidence else { return [] }
    let (index, name) = (arm.record.index, arm.record.name)
    return curves.rows(of: estimate) { isAlone ? $0 : "\(name): \($0)" }.map { cause, row in
      Row(arm: index, cause: cause, time: row)
    }
  }

  func picture(of findings: StudyFindings) -> (any Picture)? {
    let endings = findings.records.map { $0.summary.endings.dropLast() }
    guard endings.contains(where: { $0.count { $0.share.events > 0 } > 1 }) else { return nil }
    return curves.picture(
      title: findings.pictureTitle, time: "Time (steps)",
      end: SurvivalPicture.end(of: findings.plan.arms),
      of: "Fraction of chains that have ended so")
  }
}

extension StudyFindings {
  /// The title of pictures over time.
  var pictureTitle: PictureText { "\(study.name): \(ArmWords.conventions(study.arms))" }
}
