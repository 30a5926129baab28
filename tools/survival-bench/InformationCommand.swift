import ArgumentParser
import Survival

/// Measures what no target is set for.
struct InformationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "information",
    abstract: "Measure fits of laws and Turnbull's estimate; writes lines of JSON.")

  @Option(help: "The observations of the large fits.")
  var rows = 1_000_000
  @Option(help: "The distinct intervals.")
  var intervals = 100_000

  func run() throws {
    for count in [4000, rows] {
      for isContinuous in [false, true] {
        let data = try BenchSample(rows: count, isContinuous: isContinuous)
        let sample = try RightCensoredSample(times: data.times, observed: data.observed)
        for family in LawFamily.all {
          for withIntervals in [false, true] {
            let name =
              "law \(family.name)\(isContinuous ? ", distinct times" : "")\(withIntervals ? ", intervals" : "")"
            try Stopwatch.line(
              name, rows: count, repeats: count == rows ? 1 : 5, warmUp: count < rows
            ) {
              [
                "log_likelihood": try LawFit(family, sample, intervals: withIntervals).logLikelihood
                  ?? 0
              ]
            }.write()
          }
        }
      }
    }
    try turnbull().write()
  }

  /// Intervals about simulated times, as wide as the times' mean on average; each between two
  /// inspections of its own.
  private func turnbull() throws -> BenchLine {
    let data = try BenchSample(rows: 2 * intervals, isContinuous: true)
    let shift = try BenchSample(rows: 2 * intervals, isContinuous: true).times.reversed().map {
      $0 / 10
    }
    let lower = (0..<intervals).map { max(data.times[$0] - shift[$0], 0) }
    let upper = (0..<intervals).map {
      data.observed[$0] ? data.times[$0] + shift[$0 + intervals] : .infinity
    }
    return try Stopwatch.line("turnbull", rows: intervals, repeats: 3) {
      let estimate = try TurnbullEstimate(try IntervalCensoredSample(lower: lower, upper: upper))
      return [
        "innermost": Double(estimate.intervals.count), "rounds": Double(estimate.rounds),
        "gap": estimate.gap,
      ]
    }
  }
}
