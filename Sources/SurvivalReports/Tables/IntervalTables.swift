import Publishing
import Survival

/// Turnbull's estimate of each group: counts and quantiles, and S at the ends of the intervals that
/// have mass.
struct IntervalTables {
  /// The most rows of a group that are for reading; turnbull.csv has all.
  static let mostRows = 40

  let file: TurnbullFile
  let questions: SurvivalQuestions

  func tables() throws -> [Table] {
    [try summary()] + (questions.times.isEmpty ? [] : [try atTimes()]) + [intervals]
  }

  /// Survival at the times that were asked for.
  private func atTimes() throws -> Table {
    var table = Table(
      "survival_at", title: "Survival at chosen times",
      columns: [
        .words("group"), TableColumn("time"), TableColumn("least"), TableColumn("most"),
        TableColumn("interval_lower", heading: "interval from"),
        TableColumn("interval_upper", heading: "to"),
      ])
    for (group, (name, estimate)) in zip(file.names, file.estimates).enumerated() {
      let band = try estimate.band(
        at: questions.times, level: questions.level, bootstrap: questions.bootstrap,
        analysis: UInt32(3000 + group))
      for (place, time) in questions.times.enumerated() {
        let bounds = estimate.survival(at: time)
        let limits = band.intervals?[place]
        table.append(
          [.text(name), .number(time, .shortest)]
            + [bounds?.lower, bounds?.upper, limits?.lower, limits?.upper]
            .map { .percent($0) })
      }
    }
    table.notes = [
      "Inside an interval that has mass the data give bounds only, the least and the most that survival can be. Intervals at \(questions.levelPercent): "
        + "percentiles of the bootstrap, of the lower bounds below and of the upper bounds above."
    ]
    return table
  }

  private func summary() throws -> Table {
    let quantiles = questions.probabilities.flatMap { probability in
      let percent = SurvivalQuestions.percent(probability)
      return [
        TableColumn("q\(percent)_after", heading: "\(percent) % after"),
        TableColumn("q\(percent)_by", heading: "\(percent) % by"),
      ]
    }
    var table = Table(
      "summary", title: "Groups (times known up to intervals)",
      columns: [
        .words("group"), TableColumn("n"), TableColumn("exact"),
        TableColumn("in_interval", heading: "in an interval"),
        TableColumn("right_censored", heading: "right-censored"),
      ] + quantiles + [.words("estimate")])
    for (name, estimate) in zip(file.names, file.estimates) {
      let rows = estimate.sample.rows
      func count(_ isCounted: (IntervalCensoredRow) -> Bool) -> Cell {
        .count(rows.filter(isCounted).reduce(0) { $0 + $1.count })
      }
      var cells: [Cell] = [
        .text(name), .count(estimate.sample.count), count(\.isExact),
        count { !$0.isExact && !$0.isRightCensored },
        count(\.isRightCensored),
      ]
      for probability in questions.probabilities {
        let quantile = try estimate.quantile(probability)
        cells.append(.number(quantile.lower, .shortest))
        cells.append(quantile.upper.map { .number($0, .shortest) } ?? .missing("not reached"))
      }
      table.append(
        cells + [
          .text(
            estimate.hasConverged ? "converged" : "not converged after \(estimate.rounds) rounds")
        ])
    }
    table.notes = [
      "Turnbull's estimate. A quantile lies in the interval (after, by]: the data do not say where."
    ]
    return table
  }

  private var intervals: Table {
    var table = Table(
      "intervals", title: "Survival at the ends of the intervals that have mass",
      columns: [
        .words("group"), TableColumn("after"), TableColumn("by"), TableColumn("mass"),
        TableColumn("survival", heading: "survival at the end (interval)", shape: .interval),
      ])
    for (group, (name, estimate)) in zip(file.names, file.estimates).enumerated() {
      let rows = estimate.rows
      let stride = (rows.count + Self.mostRows - 1) / Self.mostRows
      for (place, row) in rows.enumerated() where place % max(stride, 1) == 0 {
        let limits = file.limits(group: group, row: place)
        let isKnown = row.interval.upper.isFinite
        table.append([
          .text(name), .number(row.interval.lower, .shortest),
          isKnown ? .number(row.interval.upper, .shortest) : .missing("no end"),
          .number(row.mass, .significant(4)),
          isKnown
            ? .estimate(Estimate(row.survivalAfter, limits?.lower, limits?.upper, kind: .share))
            : .missing("not known"),
        ])
      }
    }
    table.notes = notes
    return table
  }

  private var notes: [String] {
    var notes = [
      "The event fell into (after, by]; equal ends are an exact time. Intervals: percentiles of \(questions.bootstrap.replicates) bootstrap replicates, seed "
        + "\(questions.bootstrap.seed)."
    ]
    let failures = file.bands.reduce(0) { $0 + $1.band.failures }
    if failures > 0 { notes.append("\(failures) replicates did not converge and were left out.") }
    if file.estimates.contains(where: { !$0.sample.hasCommonInspections }) {
      notes.append(
        "Rows do not share a grid of times: the bootstrap shows the size of the error then, but not with its level."
      )
    }
    if file.estimates.contains(where: { $0.rows.count > Self.mostRows }) {
      notes.append(
        "Every so many of the rows are shown; turnbull.csv in the folder of --output has all.")
    }
    return notes
  }
}
