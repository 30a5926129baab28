import Publishing
import Studies
import Survival

/// The tables and the picture of Figure 4.
struct PeriodicDrawing {
  let tables: [Table]
  let picture: PanelPicture

  private static let colours: [PictureColour] = [.blue, .vermilion, .green, .purple, .orange]

  init(_ figure: PeriodicFigure) throws(SurvivalError) {
    var paths = SeriesTable(
      "figure-paths", title: "Test errors of the first chains", x: "step", y: "test_error")
    var shares = SeriesTable(
      "figure", title: "Jumps by half, and where chains settle", x: "step", y: "share")
    let panels = [Self.paths(figure, &paths), try Self.halves(figure, &shares)]
    tables = [shares.table, paths.table, try Self.table(figure)]
    picture = PanelPicture(
      name: "figure",
      title:
        "Figure 4: a periodic schedule, \(figure.study.name), convention \(figure.arm.law.convention.rawValue)",
      subtitle: [
        "Left: the first chains, in the paper's form. Right: \(figure.tally.chains) chains."
      ], panels: panels)
  }

  private static func shade(_ figure: PeriodicFigure, _ name: String?) -> PanelPicture.Shade {
    let halves = figure.tally.halves
    return PanelPicture.Shade(
      figure.tally.byHalf.indices.filter(halves.isNoisy).map {
        Double(halves.steps($0).lowerBound)...Double(halves.steps($0).upperBound)
      },
      name: name)
  }

  private static func end(_ figure: PeriodicFigure) -> Double {
    Double(max(figure.tally.halves.steps(figure.tally.byHalf.count - 1).upperBound, 1))
  }

  private static func paths(_ figure: PeriodicFigure, _ table: inout SeriesTable)
    -> PanelPicture.Panel
  {
    let series = zip(figure.paths, colours).enumerated().map { place, path in
      let rows = table.append(
        "chain \(path.0.chain)",
        path.0.points.map { SeriesTable.Point(Double($0.step), $0.testError) })
      return table.series(
        place == 0 ? "Test error of \(figure.paths.count) chains" : nil, .line, path.1, rows)
    }
    return PanelPicture.Panel(
      title: "Test error of single chains", x: PanelPicture.Axis("Step", 0...end(figure)),
      y: .decades(
        "Test error", of: figure.paths.flatMap(\.points).compactMap(\.testError), floor: 1e-4),
      series: series,
      shade: shade(figure, "Noisy halves: large eta and lambda"))
  }

  private static func halves(_ figure: PeriodicFigure, _ table: inout SeriesTable)
    throws(SurvivalError) -> PanelPicture.Panel
  {
    let tally = figure.tally
    var jumps: [SeriesTable.Point] = []
    var settled: [SeriesTable.Point] = []
    for (half, counts) in tally.byHalf.enumerated() {
      let steps = tally.halves.steps(half)
      if tally.chains > 0 {
        let share = try BinomialProportion(events: counts.entered, trials: tally.chains)
        jumps.append(
          SeriesTable.Point(
            Double(steps.lowerBound + steps.upperBound) / 2, share.value, share.interval.lower,
            share.interval.upper))
      }
      // Offshoots of noisy halves are the quiet halves that follow, and end with them.
      guard tally.halves.isNoisy(half), counts.offshoots > 0 else { continue }
      let share = try BinomialProportion(events: counts.succeeded, trials: counts.offshoots)
      let end = tally.halves.steps(half + 1).upperBound
      settled.append(
        SeriesTable.Point(Double(end), share.value, share.interval.lower, share.interval.upper))
    }
    let bars = table.append("enter in the half", jumps)
    let points = table.append("settled at a low test error", settled)
    let width = 0.6 * Double(min(tally.halves.steps(0).count, tally.halves.steps(1).count))
    let last = settled.map(\.x).max() ?? 0
    return PanelPicture.Panel(
      title: "Jumps by half, and settling",
      x: PanelPicture.Axis("Step", 0...max(end(figure), last) * 1.02),
      y: PanelPicture.Axis("Share of chains", 0...1),
      series: [
        table.series(
          "Chains that enter B_\(figure.arm.law.event.rank) in the half", .bars(width: width),
          .blue, bars),
        table.series(
          "Chains that end the quiet half with a low test error, of those that have not diverged (exact 95 % intervals)",
          .intervals,
          .vermilion, points),
      ], shade: shade(figure, "Noisy halves"))
  }

  /// All halves.
  private static func table(_ figure: PeriodicFigure) throws(SurvivalError) -> Table {
    let tally = figure.tally
    var table = Table(
      "figure-halves", title: "Halves of the periods",
      columns: [
        TableColumn("half"), .words("phase"), TableColumn("from"), TableColumn("to"),
        TableColumn("at_risk"),
        TableColumn("entered"),
        TableColumn("chance", shape: .interval), TableColumn("committed"),
        TableColumn("quiet_after"),
        TableColumn("success", shape: .interval), TableColumn("jumped_quarter", shape: .interval),
        TableColumn("jumped_median", shape: .interval),
        TableColumn("jumped_three_quarters", shape: .interval),
        TableColumn("standing_median", shape: .interval),
      ])
    for (half, counts) in tally.byHalf.enumerated() {
      let steps = tally.halves.steps(half)
      let chance =
        counts.atRisk > 0
        ? try BinomialProportion(events: counts.entered, trials: counts.atRisk) : nil
      let success =
        counts.offshoots > 0
        ? try BinomialProportion(events: counts.succeeded, trials: counts.offshoots) : nil
      func quantile(_ sample: [Double], _ probability: Double) -> Cell {
        SampleQuantile(sample, at: probability).map {
          .estimate(Estimate($0.value, $0.lower, $0.upper))
        } ?? .missing()
      }
      table.append([
        .count(half), .text(tally.halves.isNoisy(half) ? "noisy" : "quiet"),
        .count(steps.lowerBound), .count(steps.upperBound),
        .count(counts.atRisk), .count(counts.entered), .share(chance),
        .count(counts.committed),
        .count(counts.offshoots), .share(success), quantile(counts.jumpedShares, 0.25),
        quantile(counts.jumpedShares, 0.5), quantile(counts.jumpedShares, 0.75),
        quantile(counts.standingShares, 0.5),
      ])
    }
    return table
  }
}
