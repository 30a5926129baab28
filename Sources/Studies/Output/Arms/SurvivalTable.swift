import Ensemble
import Publishing
import Survival

/// `survival.csv`: the share of an arm's chains that have not entered, over time.
struct SurvivalTable: StudyTable {
  static let name = "survival"
  static let about = """
    The Kaplan-Meier curve of each arm: a row for each step at which a chain entered, was censored
    or diverged. A divergence counts as censoring at its step. The picture draws at most 24 arms.
    """
  static let drawing = TableDrawing.always

  /// A time of an arm.
  struct Row {
    let arm: Int
    let time: KaplanMeierRow
  }

  static func columns(of shape: TableShape) -> [StudyColumn<Row>] {
    [
      .arm(\.arm),
      .number("time", unit: "steps", "the step") { .number($0.time.time) },
      .whole("at_risk", unit: "chains", "chains that last at least until the step") {
        .count($0.time.atRisk)
      },
      .whole("events", unit: "chains", "entries at the step") { .count($0.time.events) },
      .whole("censored", unit: "chains", "censorings and divergences at the step") {
        .count($0.time.censored)
      },
      .number("survival", unit: "share", "the Kaplan-Meier estimate just after the step") {
        .number($0.time.survival)
      },
      .number("std_error", unit: "share", "its standard error (Greenwood)") {
        .number($0.time.standardError)
      },
      .number(
        "lower", unit: "share",
        "lower limit of its pointwise log-log interval; empty before the first entry, and once the "
          + "curve is 0"
      ) { .number($0.time.interval?.lower) },
      .number("upper", unit: "share", "its upper limit") { .number($0.time.interval?.upper) },
      .number("cumulative_hazard", "the Nelson-Aalen sum") { .number($0.time.cumulativeHazard) },
    ]
  }

  private var curves: [SurvivalPicture.Curve] = []
  private let ticks: [Double]

  init(_ plan: EnsemblePlan) { ticks = AxisTicks.upTo(SurvivalPicture.end(of: plan.arms)) }

  mutating func rows(of arm: CountedArm) -> [Row] {
    let start = curves.last?.rows.upperBound ?? 0
    curves.append(
      SurvivalPicture.Curve(
        arm: arm.record.arm, firstRow: start, estimate: arm.curve, ticks: ticks))
    guard let curve = arm.curve else { return [] }
    return curve.rows().map { Row(arm: arm.record.index, time: $0) }
  }

  func picture(of findings: StudyFindings) -> (any Picture)? {
    SurvivalPicture(study: findings.study, curves: curves).picture
  }
}

/// `survival.gp`: a gnuplot program that draws the survival curves from `survival.csv` next to it,
/// with the chains at risk below.
struct SurvivalPicture {
  /// An arm's rows in `survival.csv`, counted from 0 after the header, and its chains at risk at
  /// the picture's ticks.
  struct Curve {
    let arm: Arm
    let rows: Range<Int>
    let atRisk: [Int]

    /// Makes the curve of an arm, whose estimate is nil without chains.
    init(arm: Arm, firstRow: Int, estimate: KaplanMeierEstimate?, ticks: [Double]) {
      self.arm = arm
      rows = firstRow..<(firstRow + (estimate?.sample.times.count ?? 0))
      atRisk = estimate?.sample.atRiskTable(at: ticks).map(\.atRisk) ?? ticks.map { _ in 0 }
    }
  }

  let study: Study
  let curves: [Curve]

  /// Where the time axis of a plan's picture ends.
  static func end(of arms: [Arm]) -> Double {
    Double(arms.prefix(StepCurvePicture.mostCurves).map(\.law.horizon).max() ?? 1)
  }

  /// The picture.
  var picture: StepCurvePicture {
    let end = Self.end(of: curves.map(\.arm))
    let names = curves.map {
      PictureCurve($0.arm.name, rows: $0.rows, end: Double($0.arm.law.horizon))
    }
    return StepCurvePicture(
      name: "survival", columns: PictureColumns(x: 2, y: 6, band: (lower: 8, upper: 9), marks: 5),
      curves: names, start: 1, top: 1,
      end: end, title: "\(study.name): \(ArmWords.conventions(study.arms))", subtitle: subtitle,
      xLabel: "Time (steps)",
      yLabel: heightLabel,
      atRisk: AtRiskStrip(
        title: "Chains at risk", times: AxisTicks.upTo(end), counts: curves.map(\.atRisk)))
  }

  /// The event, then what the bands and marks are.
  private var subtitle: [String] {
    let drawn = min(curves.filter { !$0.rows.isEmpty }.count, StepCurvePicture.mostCurves)
    let left = drawn < curves.count ? " The first \(drawn) of \(curves.count) arms are drawn." : ""
    return [
      "Event: \(ArmWords.event(study.arms)).",
      "Kaplan-Meier curves, 95 % log-log bands; + where chains are censored.\(left)",
    ]
  }

  private var heightLabel: PictureText {
    let ranks = Set(study.arms.map(\.law.event.rank))
    guard ranks.count == 1, let rank = ranks.first else {
      return "Fraction of chains without the event"
    }
    return PictureText(markup: "Fraction of chains not yet in B_{\(rank)}")
  }
}
