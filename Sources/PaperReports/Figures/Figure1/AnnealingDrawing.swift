import Chains
import Publishing
import Studies
import Survival

/// The tables and the picture of Figure 1.
struct AnnealingDrawing {
  let tables: [Table]
  let picture: PanelPicture

  /// Where the axis of the path's panel begins.
  private static let floor = 1e-4

  init(_ figure: AnnealingFigure) throws(SurvivalError) {
    var paths = SeriesTable(
      "figure-paths", title: "The path and its offshoots", x: "step", y: "value")
    var shares = SeriesTable(
      "figure", title: "The jump and the offshoots' success", x: "step", y: "share")
    let panels = [Self.path(figure, &paths), try Self.law(figure, &shares)]
    tables = [shares.table, paths.table]
    picture = PanelPicture(
      name: "figure",
      title:
        "Figure 1: annealing (\(figure.study.name), convention \(figure.arm.law.convention.rawValue))",
      subtitle: [
        "Left: one chain, in the paper's form. Right: \(figure.jumps.count) chains, all with offshoots; 95 % intervals."
      ], panels: panels)
  }

  /// One chain in the paper's form.
  private static func path(_ figure: AnnealingFigure, _ table: inout SeriesTable)
    -> PanelPicture.Panel
  {
    let path = figure.path
    let steps = figure.arm.law.recording.offshoots?.steps ?? 0
    // As far beyond the jump as before it, with the offshoots that branch off on the way.
    let end = path.map { max(2 * $0.jump, 1000) } ?? figure.arm.law.horizon
    let offshoots = (path?.record.offshoots ?? []).filter { $0.at <= end }
    let last = min((offshoots.last?.at ?? end) + steps, figure.arm.law.horizon)
    let points = (path?.record.points ?? []).filter { $0.step <= last }
    func series(_ points: [PathPoint], _ value: (PathPoint) -> Double?) -> [SeriesTable.Point] {
      points.map { SeriesTable.Point(Double($0.step), value($0)) }
    }
    let trunk = table.append("test error", series(points, \.testError))
    let branches = offshoots.map {
      table.append("offshoot at step \($0.at)", series($0.points, \.testError))
    }
    let ratio = table.append("s_2/s_1", series(points, \.ratio))
    let drawn =
      [table.series("Test error of the path", .line, .sky, trunk)]
      + branches.enumerated().map {
        table.series($0 == 0 ? "Test error of its offshoots" : nil, .line, .blue, $1)
      }
      + [table.series("s2/s1 of the path", .line, .vermilion, ratio)]
    let top = (points + offshoots.flatMap(\.points)).compactMap(\.testError).max() ?? 1
    return PanelPicture.Panel(
      title: PictureText(
        path.map { "Chain \($0.chain), which jumps at step \($0.jump)" }
          ?? "No recorded chain has jumped"),
      x: PanelPicture.Axis("Step", 0...Double(max(last, 1))),
      y: PanelPicture.Axis(
        "Test error; s2/s1", floor...max(2 * top, 10 * floor), isLogarithmic: true), series: drawn,
      rules: path.map { [PanelPicture.Rule(.x(Double($0.jump)), name: "The jump of this chain")] }
        ?? [])
  }

  /// The ensemble: the share that has jumped, and the offshoots' success.
  private static func law(_ figure: AnnealingFigure, _ table: inout SeriesTable)
    throws(SurvivalError) -> PanelPicture.Panel
  {
    let places = figure.branches.branches
    let end = min(max((places.last?.at ?? 0) * 21 / 20, 1), figure.arm.law.horizon)
    let jumped =
      figure.jumps.count > 0 ? table.append("jumped", try figure.jumps.shares(to: end)) : 0..<0
    var points: [SeriesTable.Point] = []
    for place in places {
      guard let success = try place.success() else { continue }
      points.append(
        SeriesTable.Point(
          Double(place.at), success.value, success.interval.lower, success.interval.upper))
    }
    let succeeded = table.append("offshoots that succeed", points)
    return PanelPicture.Panel(
      title: "Jumps, and switches that succeed",
      x: PanelPicture.Axis("Step of the switch", 0...Double(end)),
      y: PanelPicture.Axis("Share of chains", 0...1),
      series: [
        table.series(nil, .band, .sky, jumped),
        table.series("Chains that have jumped (1 - Kaplan-Meier)", .line, .sky, jumped),
        table.series("Offshoots from then on that succeed", .intervals, .blue, succeeded),
      ],
      rules: end > AnnealingFigure.printedJump
        ? [PanelPicture.Rule(.x(Double(AnnealingFigure.printedJump)), name: "The paper's jump")]
        : [])
  }
}
