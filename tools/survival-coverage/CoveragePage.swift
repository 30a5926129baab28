import Publishing
import Survival

/// What an experiment found.
struct CoverageResult {
  let experiment: Experiment
  var tallies: [Scenario: [Tally]] = [:]

  /// A kind's tally and its reading; nil where it was not run.
  func reading(_ kind: Int, _ scenario: Scenario) -> (tally: Tally, reading: CoverageReading)? {
    tallies[scenario].map {
      ($0[kind], CoverageReading($0[kind], of: experiment.kinds[kind], at: scenario))
    }
  }
}

/// docs/survival-coverage.md.
struct CoveragePage {
  let results: [CoverageResult]
  let sets: Int

  var text: String {
    [opening, overview, below].joined(separator: "\n") + "\n"
      + results.map(details).joined(separator: "\n") + "\n" + guide
  }

  private var pairs: [(tally: Tally, reading: CoverageReading)] {
    results.flatMap { result in
      result.experiment.kinds.indices.flatMap { kind in
        Scenario.all.compactMap { result.reading(kind, $0) }
      }
    }
  }

  private var opening: String {
    let low = pairs.count { $0.reading.shortfall != nil }
    let unexplained = pairs.count { $0.reading == .unexplained }
    let stated = pairs.filter { $0.reading == .asStated }
    let outside = stated.count {
      $0.tally.interval().map { !$0.contains(ConfidenceLevel.standard.value) } ?? false
    }
    return """
      # Coverage of the intervals

      Written by `make coverage`; every figure is from one run of it. \(sets) simulated data sets of each kind (fewer where it says so), from fixed
      seeds: the same figures come out again on any machine and any number of threads.

      How often does a 95 % interval hold the truth? Of \(pairs.count) combinations of an interval, a number of observations and a share of
      censored ones, \(pairs.count - low) reach 95 % as far as the simulation can tell, and \(low) do not: each of these is listed with its reason
      below; \(unexplained == 0 ? "none is left without one" : "**\(unexplained) have none**").
      Of the \(stated.count) that cannot be told from 95 % at the level of 99.9 %, \(outside) can at that of 95 %; chance alone would make that
      about \(stated.count / 20): small departures that 2000 data sets do not settle.

      """
  }

  private var overview: String {
    var table = Table(
      "overview", title: "Overview",
      columns: [.words("interval")]
        + Scenario.all.map { TableColumn("\($0.count)\($0.isCensored ? ", 60 % censored" : "")") })
    for result in results {
      for (index, kind) in result.experiment.kinds.enumerated() {
        let cells = Scenario.all.map { scenario -> Cell in
          guard let (tally, reading) = result.reading(index, scenario),
            let coverage = tally.coverage
          else { return .text("") }
          return .text(
            TableText.percent(coverage) + reading.sign
              + (tally.undefined > 0 ? " \(undefined(tally))" : ""))
        }
        table.append([.text("\(result.experiment.name): \(kind.name)")] + cells)
      }
    }
    return """
      ## Overview

      Coverage in per cent of the data sets with an interval, by the number of observations (in each group where groups are compared). `-`: below
      95 %, `+`: above, beyond what chance in the simulation explains; `(!)`: no reason is known. In parentheses: the share of data sets without an
      interval.

      \(Markdown.grid(table))
      """
  }

  /// "(27 %)", or "(< 1 %)".
  private func undefined(_ tally: Tally) -> String {
    let share = Double(tally.undefined) / Double(tally.count)
    return share < 0.01 ? "(< 1 %)" : "(\(TableText.percent(share, digits: 0)) %)"
  }

  private func name(_ scenario: Scenario) -> String {
    "\(scenario.count)\(scenario.isCensored ? " with 60 % censored" : "")"
  }

  /// The intervals that do not reach the level, with their reasons.
  private var below: String {
    var lines: [String] = []
    for result in results {
      for (index, kind) in result.experiment.kinds.enumerated() {
        var places: [(reason: String, cells: [String])] = []
        for scenario in Scenario.all {
          guard let (tally, reading) = result.reading(index, scenario),
            let reason = reading.shortfall,
            let coverage = tally.coverage
          else {
            continue
          }
          let cell = "\(name(scenario)): \(TableText.percent(coverage)) %"
          if places.last?.reason == reason {
            places[places.count - 1].cells.append(cell)
          } else {
            places.append((reason, [cell]))
          }
        }
        lines += places.map {
          "- \(result.experiment.name), \(kind.name). At \($0.cells.joined(separator: "; at ")). Reason: \($0.reason)."
        }
      }
    }
    return "## Below the level\n\n"
      + (lines.isEmpty ? "Nothing.\n" : lines.joined(separator: "\n") + "\n")
  }

  private func details(_ result: CoverageResult) -> String {
    var table = Table(
      "details", title: result.experiment.name,
      columns: [
        .words("interval"), TableColumn("observations"), TableColumn("sets", heading: "data sets"),
        TableColumn("coverage", unit: "%"),
        TableColumn("range", heading: "95 % interval of the coverage"),
        TableColumn("undefined", unit: "%"),
        TableColumn("asMisses", heading: "coverage, undefined counted as misses", unit: "%"),
        .words("reading"),
      ])
    for (index, kind) in result.experiment.kinds.enumerated() {
      for scenario in result.experiment.scenarios {
        guard let (tally, reading) = result.reading(index, scenario) else { continue }
        let range =
          tally.defined > 0
          ? tally.interval().map {
            "\(TableText.percent($0.lower)) to \(TableText.percent($0.upper))"
          } : nil
        table.append([
          .text(kind.name), .text(name(scenario)), .count(tally.count),
          .text(tally.coverage.map { TableText.percent($0) } ?? ""),
          .text(range ?? ""),
          .text(TableText.percent(Double(tally.undefined) / Double(tally.count))),
          .text(TableText.percent(Double(tally.covered) / Double(tally.count))),
          .text(reading.text),
        ])
      }
    }
    return "## \(result.experiment.name)\n\n\(result.experiment.design)\n\n\(Markdown.grid(table))"
  }

  private var guide: String {
    """
    ## How to read it

    - Coverage is the share of data sets whose interval held the truth, among those that had an interval. Where a method had none (a curve that
      does not reach the time, a hazard ratio without bound), the library says so instead of giving a number; "undefined" is how often, and the
      column after it shows the coverage if these are counted as misses. Data sets with an interval are not a random part of all where many
      have none, so read the two columns together.
    - 2000 data sets tell a coverage to about one per cent: the exact (Clopper-Pearson) interval beside each figure. A coverage is called below
      or above the level where an exact interval at 99.9 % does not hold 95 %: of 300 such calls, 0.3 would be false. Intervals from the same
      data sets (one heading) miss together.
    - "Above, by construction": exact intervals promise at least their level; as counts are whole numbers they give more.
    - The reasons under "Below the level" are what is known of each interval in general. Of these, one was looked into: where the Hall-Wellner band on the
      log scale misses, the true curve lies below it, by the window's end.
    - Pointwise intervals hold the truth at one time each. The Hall-Wellner band holds the whole curve.
    - Which to take: for a curve at small n, log-log; for a hazard ratio, the profile; for a proportion, Clopper-Pearson where the level
      must not be missed; for the rate of a plateau, the interval that allows for the choice of the onset. With 20 observations of
      which 12 are censored there are 8 events: no large-sample interval is to be trusted to a per cent there.
    - Times are exponential unless it says otherwise, and censoring is independent of them. Other shapes, ties and late entry give other figures.

    """
  }
}
