import ArgumentParser
import Foundation
import Survival

/// Measures how much memory the library takes beyond the arrays that it is given.
struct MemoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Measure the peak memory of curves and tests; writes a line of JSON.")

  @Option(help: "How many observations.")
  var rows: Int
  @Flag(help: "Times that are not whole numbers.")
  var continuous = false
  @Flag(help: "The log-rank test instead of the curve.")
  var logRank = false

  func run() throws {
    let data = try BenchSample(rows: rows, isContinuous: continuous)
    let before = try Memory.now()
    try Memory.resetPeak()
    let clock = Stopwatch()
    if logRank {
      _ = try WeightedLogRank(
        try GroupedSample(times: data.times, observed: data.observed, groups: data.groups))
    } else {
      let curve = KaplanMeierEstimate(
        try RightCensoredSample(times: data.times, observed: data.observed))
      // The rows of the table are made as they are read.
      let widest = curve.rows().reduce(0) { max($0, $1.interval.map { $0.upper - $0.lower } ?? 0) }
      _ = (curve.median(), try curve.restrictedMean(to: SurvivalTasks.horizon), widest)
    }
    let seconds = clock.wall
    let name = "\(logRank ? "log-rank" : "kaplan-meier")\(continuous ? ", distinct times" : "")"
    try Stopwatch.line(
      "memory: " + name, rows: rows, seconds: [seconds], processor: clock.processor,
      results: ["input_bytes": Double(before), "bytes": Double(try Memory.peak() - before)]
    ).write()
    withExtendedLifetime(data) {}
  }
}
