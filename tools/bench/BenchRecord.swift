import Foundation
import Studies

/// Everything that one run has measured: what the page is made of, and what `--json` writes.
struct BenchRecord: Codable {
  let date: Date
  let machine: Machine
  let versions: Versions
  let threads: Int
  let secondsPerRepeat: Double
  /// Whether this was a trial run, too short to be quoted.
  let isQuick: Bool
  let measurements: [Measurement]
  let study: StudyTiming
  let baselines: [Baseline]

  func measurement(_ engine: Contender.Engine, depth: Int = 0, threads: Int) -> Measurement? {
    measurements.first { $0.engine == engine && $0.depth == depth && $0.threads == threads }
  }

  /// The most operations a second that were seen on this many threads.
  func peak(threads: Int) -> Double { measurement(.peak, threads: threads)?.fastest ?? .nan }

  /// All threads over one thread, round by round: each pair was measured back to back.
  func scaling(_ engine: Contender.Engine, depth: Int = 0) -> [Double] {
    guard let one = measurement(engine, depth: depth, threads: 1),
      let all = measurement(engine, depth: depth, threads: threads)
    else { return [] }
    return zip(one.repeats, all.repeats).map { $1.rate / $0.rate }
  }
}
