import Ensemble
import Publishing
import Survival

/// `survival.gp`: a gnuplot program that draws the survival curves from `survival.csv` next to it, with the chains at risk below.
struct SurvivalPicture {
  /// An arm's rows in `survival.csv`, counted from 0 after the header, and its chains at risk at the picture's ticks.
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
  static func end(of arms: [Arm]) -> Double { Double(arms.prefix(StepCurvePicture.mostCurves).map(\.law.horizon).max() ?? 1) }

  /// The picture.
  var picture: StepCurvePicture {
    let end = Self.end(of: curves.map(\.arm))
    let names = curves.map { PictureCurve(ArmWords.name($0.arm), rows: $0.rows, end: Double($0.arm.law.horizon)) }
    return StepCurvePicture(
      name: "survival", columns: PictureColumns(x: 2, y: 6, band: (lower: 8, upper: 9), marks: 5), curves: names, start: 1, top: 1,
      end: end, title: "\(study.name): \(ArmWords.conventions(study.arms))", subtitle: subtitle, xLabel: "Time (steps)",
      yLabel: heightLabel,
      atRisk: AtRiskStrip(title: "Chains at risk", times: AxisTicks.upTo(end), counts: curves.map(\.atRisk)))
  }

  /// The event, then what the bands and marks are.
  private var subtitle: [String] {
    let drawn = min(curves.filter { !$0.rows.isEmpty }.count, StepCurvePicture.mostCurves)
    let left = drawn < curves.count ? " The first \(drawn) of \(curves.count) arms are drawn." : ""
    return [
      "Event: \(ArmWords.event(study.arms)).", "Kaplan-Meier curves, 95 % log-log bands; + where chains are censored.\(left)",
    ]
  }

  private var heightLabel: PictureText {
    let ranks = Set(study.arms.map(\.law.event.rank))
    guard ranks.count == 1, let rank = ranks.first else { return "Fraction of chains without the event" }
    return PictureText(markup: "Fraction of chains not yet in B_{\(rank)}")
  }
}
