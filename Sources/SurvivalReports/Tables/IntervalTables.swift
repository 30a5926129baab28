import Publishing
import Survival

/// Turnbull's estimate of each group: counts and quantiles, and S at the ends of the intervals that have mass.
struct IntervalTables {
  let names: [String]
  let estimates: [TurnbullEstimate]
  let questions: SurvivalQuestions

  func tables() throws -> [Table] { [try summary(), try curves()] }

  private func summary() throws -> Table {
    var table = Table(
      "summary", title: "Groups (times known up to intervals)",
      columns: [
        .words("group"), TableColumn("n"), TableColumn("exact"), TableColumn("in_interval", heading: "in an interval"),
        TableColumn("right_censored", heading: "right-censored"),
      ]
        + questions.probabilities.flatMap { probability in
          let percent = TableText.csv(100 * probability)
          return [
            TableColumn("q\(percent)_after", heading: "\(percent) % after"),
            TableColumn("q\(percent)_by", heading: "\(percent) % by"),
          ]
        } + [.words("estimate")])
    for (name, estimate) in zip(names, estimates) {
      let rows = estimate.sample.rows
      func count(_ isCounted: (IntervalCensoredRow) -> Bool) -> Cell { .count(rows.filter(isCounted).reduce(0) { $0 + $1.count }) }
      var cells: [Cell] = [
        .text(name), .count(estimate.sample.count), count(\.isExact), count { !$0.isExact && !$0.isRightCensored },
        count(\.isRightCensored),
      ]
      for probability in questions.probabilities {
        let quantile = try estimate.quantile(probability)
        cells.append(.number(quantile.lower, .shortest))
        cells.append(quantile.upper.map { .number($0, .shortest) } ?? .missing("not reached"))
      }
      table.append(cells + [.text(estimate.hasConverged ? "converged" : "not converged after \(estimate.rounds) rounds")])
    }
    table.notes = ["Turnbull's estimate. A quantile lies in the interval (after, by]: the data do not say where."]
    return table
  }

  private func curves() throws -> Table {
    var table = Table(
      "intervals", title: "Survival at the ends of the intervals that have mass",
      columns: [
        .words("group"), TableColumn("after"), TableColumn("by"), TableColumn("mass"),
        TableColumn("survival", heading: "survival at the end (interval)", shape: .interval),
      ])
    var (replicates, failures) = (0, 0)
    for (group, (name, estimate)) in zip(names, estimates).enumerated() {
      let ends = estimate.rows.map(\.interval.upper).filter(\.isFinite)
      let band =
        ends.isEmpty
        ? nil : try estimate.band(at: ends, level: questions.level, bootstrap: questions.bootstrap, analysis: UInt32(1000 + group))
      replicates = band?.replicates ?? replicates
      failures += band?.failures ?? 0
      for (place, row) in estimate.rows.enumerated() {
        let limits = place < ends.count ? band?.intervals?[place] : nil
        table.append([
          .text(name), .number(row.interval.lower, .shortest),
          row.interval.upper.isFinite ? .number(row.interval.upper, .shortest) : .missing("no end"),
          .number(row.mass, .significant(4)),
          row.interval.upper.isFinite
            ? .estimate(Estimate(row.survivalAfter, limits?.lower, limits?.upper, kind: .share)) : .missing("not known"),
        ])
      }
    }
    table.notes = [
      "The event fell into (after, by]; equal ends are an exact time. Intervals: percentiles of \(replicates) bootstrap replicates, seed "
        + "\(questions.bootstrap.seed)" + (failures > 0 ? "; \(failures) did not converge and were left out." : ".")
    ]
    return table
  }
}
