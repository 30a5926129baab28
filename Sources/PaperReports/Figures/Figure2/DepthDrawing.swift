import Publishing
import Survival

/// The tables and the picture of Figure 2.
struct DepthDrawing {
  let tables: [Table]
  let picture: PanelPicture

  private static let colours: [PictureColour] = [.blue, .vermilion]

  init(_ figure: DepthFigure) throws(SurvivalError) {
    var paths = SeriesTable(
      "figure-paths", title: "Test errors of the first chains", x: "step", y: "test_error")
    var shares = SeriesTable(
      "figure", title: "The share of the chains that have jumped", x: "step", y: "share")
    let panels = [Self.paths(figure, &paths), try Self.law(figure, &shares)]
    tables = [shares.table, paths.table]
    let chains = figure.sides.map { "\($0.jumps.count) of depth \($0.depth)" }.joined(
      separator: ", ")
    picture = PanelPicture(
      name: "figure",
      title:
        "Figure 2: depth (\(figure.study.name), convention \(figure.sides[0].arm.law.convention.rawValue))",
      subtitle: [
        "Left: the first chains, in the paper's form. Right: \(chains); 95 % intervals."
      ],
      panels: panels)
  }

  private static func paths(_ figure: DepthFigure, _ table: inout SeriesTable) -> PanelPicture.Panel
  {
    var series: [PanelSeries] = []
    for (side, colour) in zip(figure.sides, colours) {
      for (place, path) in side.paths.enumerated() {
        let rows = table.append(
          "depth \(side.depth), chain \(path.chain)",
          path.points.map { SeriesTable.Point(Double($0.step), $0.testError) })
        series.append(
          table.series(
            place == 0 ? "\(side.paths.count) networks of depth \(side.depth)" : nil, .line, colour,
            rows))
      }
    }
    let points = figure.sides.flatMap(\.paths).flatMap(\.points)
    return PanelPicture.Panel(
      title: "Test error of single networks",
      x: PanelPicture.Axis(
        "Step", 0...Double(max(points.map(\.step).max() ?? 0, figure.deadline, 1))),
      y: .decades("Test error", of: points.compactMap(\.testError), floor: 1e-6), series: series,
      rules: [PanelPicture.Rule(.x(Double(figure.deadline)), name: "The quiet phase begins")])
  }

  private static func law(_ figure: DepthFigure, _ table: inout SeriesTable) throws(SurvivalError)
    -> PanelPicture.Panel
  {
    var series: [PanelSeries] = []
    var settled: [PanelSeries] = []
    let end = figure.deadline
    for (side, colour) in zip(figure.sides, colours) where side.jumps.count > 0 {
      let rows = table.append("depth \(side.depth): jumped", try side.jumps.shares(to: end))
      series.append(table.series(nil, .band, colour, rows))
      series.append(
        table.series("Depth \(side.depth): jumped by then (1 - Kaplan-Meier)", .line, colour, rows))
      var points: [SeriesTable.Point] = []
      for place in side.branches.branches where place.at <= end {
        guard let success = try place.success() else { continue }
        points.append(
          SeriesTable.Point(
            Double(place.at), success.value, success.interval.lower, success.interval.upper))
      }
      settled.append(
        table.series(
          "Depth \(side.depth): settles if the noise ends then", .intervals, colour,
          table.append("depth \(side.depth): settles", points)))
    }
    return PanelPicture.Panel(
      title: "When networks jump", x: PanelPicture.Axis("Step", 0...(Double(end) * 1.04)),
      y: PanelPicture.Axis("Share of chains", 0...1),
      series: series + settled)
  }
}
