import Foundation
import Studies

/// Wall time and this process's processor time since it was made, in seconds.
struct Stopwatch {
  private let wallStart = Stopwatch.now(CLOCK_MONOTONIC)
  private let processorStart = Stopwatch.now(CLOCK_PROCESS_CPUTIME_ID)

  var wall: Double { Self.now(CLOCK_MONOTONIC) - wallStart }
  var processor: Double { Self.now(CLOCK_PROCESS_CPUTIME_ID) - processorStart }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The repeats of some work after one that is not counted.
  static func line(
    _ task: String, rows: Int, repeats: Int, warmUp: Bool = true,
    _ work: () throws -> [String: Double]
  ) throws -> BenchLine {
    if warmUp { _ = try work() }
    var seconds: [Double] = []
    var processor = 0.0
    var results: [String: Double] = [:]
    for _ in 0..<repeats {
      let clock = Stopwatch()
      results = try work()
      seconds.append(clock.wall)
      processor += clock.processor
    }
    return line(task, rows: rows, seconds: seconds, processor: processor, results: results)
  }

  /// What was measured of Rankfall.
  static func line(
    _ task: String, rows: Int, seconds: [Double], processor: Double, results: [String: Double]
  ) -> BenchLine {
    BenchLine(
      tool: "rankfall", version: Versions.current().rankfall, task: task, rows: rows,
      seconds: seconds,
      coresUsed: processor / seconds.reduce(0, +), results: results)
  }
}
