import Publishing
import Studies
import Survival

/// The tables and the picture of Figure 3.
struct EpsilonDrawing {
  let tables: [Table]
  let picture: PanelPicture

  private static let colours: [PictureColour] = [.grey, .purple, .sky, .green, .orange, .vermilion]

  init(_ figure: EpsilonFigure) throws(SurvivalError) {
    var medians = SeriesTable(
      "figure", title: "Median of the normalised test error", x: "epsilon", y: "test_share")
    var shares = SeriesTable(
      "figure-success", title: "Share of the chains that recover the rank-1 solution", x: "epsilon",
      y: "success")
    let panels = [Self.medians(figure, &medians), try Self.shares(figure, &shares)]
    tables = [medians.table, shares.table, try Self.cells(figure)]
    picture = PanelPicture(
      name: "figure",
      title:
        "Figure 3: annealing over epsilon, \(figure.study.name), convention \(figure.sides[0].arm.law.convention.rawValue)",
      subtitle: [
        "Test error after t0 noisy steps and \(figure.sides[0].arm.law.recording.offshoots?.steps ?? 0) quiet ones, over that of zeros in the missing entry."
      ], panels: panels)
  }

  /// The branches that are drawn: at most as many as there are colours, the first and the last
  /// among them.
  static func drawn(_ branches: [Int]) -> [Int] {
    let most = min(colours.count, branches.count)
    guard most > 1 else { return Array(branches.indices) }
    // Rounded to the later place: the first branches differ least.
    return (0..<most).map { ($0 * (branches.count - 1) + most - 2) / (most - 1) }
  }

  /// Which rows are drawn: SGD at some t0, gradient descent at the last.
  private static func curves(_ figure: EpsilonFigure) -> [(
    name: String, form: PanelSeries.Form, colour: PictureColour, isDescent: Bool, branch: Int
  )] {
    let last = figure.branches.count - 1
    return zip(drawn(figure.branches), colours).map {
      ("sgd, t0 = \(figure.branches[$0])", .line, $1, false, $0)
    }
      + [("gd, t0 = \(figure.branches[last])", .dashed, .black, true, last)]
  }

  private static func axis(_ figure: EpsilonFigure) -> PanelPicture.Axis {
    let (low, high) = (figure.sides.first?.epsilon ?? 0.1, figure.sides.last?.epsilon ?? 1)
    let ticks = (-6...6).flatMap { power in [1.0, 2, 5].map { $0 * decade(power) } }.filter {
      $0 >= low * 0.99 && $0 <= high * 1.01
    }
    return PanelPicture.Axis(
      "epsilon", low / 1.1...high * 1.1, isLogarithmic: true, ticks: ticks.count > 1 ? ticks : nil)
  }

  private static func decade(_ power: Int) -> Double { Double("1e\(power)") ?? 1 }

  private static func medians(_ figure: EpsilonFigure, _ table: inout SeriesTable)
    -> PanelPicture.Panel
  {
    var series: [PanelSeries] = []
    var values: [Double] = []
    for curve in curves(figure) {
      let points = figure.sides(ofDescent: curve.isDescent).map { side in
        let median = side.cells[curve.branch].quantiles([0.5])[0]
        return SeriesTable.Point(side.epsilon, median.value, median.lower, median.upper)
      }
      values += points.compactMap(\.y.value)
      let rows = table.append(curve.name, points)
      series.append(table.series(nil, .intervals, curve.colour, rows))
      series.append(table.series(curve.name, curve.form, curve.colour, rows))
    }
    return PanelPicture.Panel(
      title: "Median of the normalised test error", x: axis(figure),
      y: .decades("Test error / that of zeros", of: values + [1], floor: 1e-8),
      series: series,
      rules: [
        PanelPicture.Rule(
          .y(OffshootSuccess.below), name: "Below: the rank-1 solution is recovered")
      ])
  }

  private static func shares(_ figure: EpsilonFigure, _ table: inout SeriesTable)
    throws(SurvivalError) -> PanelPicture.Panel
  {
    var series: [PanelSeries] = []
    for curve in curves(figure) {
      var points: [SeriesTable.Point] = []
      for side in figure.sides(ofDescent: curve.isDescent) {
        let share = try side.cells[curve.branch].success()
        points.append(
          SeriesTable.Point(
            side.epsilon, share?.value, share?.interval.lower, share?.interval.upper))
      }
      let rows = table.append(curve.name, points)
      series.append(table.series(nil, .intervals, curve.colour, rows))
      series.append(table.series(curve.name, curve.form, curve.colour, rows))
    }
    // Where the ridge of the quiet phase keeps the missing entry small, rank 1 is not below the
    // threshold.
    if let last = figure.branches.last {
      var points: [SeriesTable.Point] = []
      for side in figure.sides(ofDescent: false) {
        let share = try side.cells[figure.branches.count - 1].rankShare()
        points.append(
          SeriesTable.Point(
            side.epsilon, share?.value, share?.interval.lower, share?.interval.upper))
      }
      let rows = table.append("sgd, t0 = \(last), rank 1 at the end", points)
      series.append(
        table.series(
          "sgd, t0 = \(last): rank 1 at the end, whatever the test error", .dashed, .vermilion, rows
        ))
    }
    return PanelPicture.Panel(
      title: "Share of the chains that recover it", x: axis(figure),
      y: PanelPicture.Axis("Share of chains", 0...1), series: series)
  }

  /// All arms and branches.
  private static func cells(_ figure: EpsilonFigure) throws(SurvivalError) -> Table {
    var table = Table(
      "figure-cells",
      title: "Test error after t0 noisy steps and the quiet phase, over that of zeros",
      columns: [
        .words("dynamics"), TableColumn("epsilon"), TableColumn("t0"), TableColumn("chains"),
        TableColumn("diverged"),
        TableColumn("quarter", shape: .interval), TableColumn("median", shape: .interval),
        TableColumn("three_quarters", shape: .interval), TableColumn("success", shape: .interval),
        TableColumn("at_rank", shape: .interval), TableColumn("collapsed"),
      ])
    for side in figure.sides {
      for cell in side.cells {
        let quantiles = cell.quantiles([0.25, 0.5, 0.75]).map { Cell.estimate($0) }
        table.append(
          [
            .text(side.arm.dynamics), .number(side.epsilon, .shortest), .count(cell.at),
            .count(cell.count), .count(cell.diverged),
          ] + quantiles + [
            .share(try cell.success()), .share(try cell.rankShare()), .count(cell.collapsed),
          ])
      }
    }
    return table
  }
}
