import CGSL
import Foundation
import Survival

/// Simulated times of two groups of equal size whose rates differ by a hundredth; 80 % have the
/// event, the others are censored by independent times. The same bits on every machine, from a
/// fixed seed.
struct BenchSample {
  /// Group 0 is "a" in the file, group 1 "b".
  private(set) var times: [Double] = []
  private(set) var observed: [Bool] = []
  private(set) var groups: [Int] = []

  private static let seed: UInt64 = 20_261_121
  /// The mean time to the event in each group, about 10 000 together.
  private static let means = [10_000.0, 10_100.0]

  /// Exponential times, rounded up to whole numbers unless `isContinuous`.
  init(rows: Int, isContinuous: Bool) throws(SurvivalError) {
    let plan = try Bootstrap(replicates: 1, seed: Self.seed)
    let columns = plan.run(analysis: 0) { draws -> BenchSample in
      var sample = BenchSample()
      sample.times.reserveCapacity(rows)
      sample.observed.reserveCapacity(rows)
      sample.groups.reserveCapacity(rows)
      for row in 0..<rows {
        let mean = Self.means[row % 2]
        let event = -log(draws.uniform()) * mean
        // A quarter of the event's rate: one time in five ends so.
        let censoring = -log(draws.uniform()) * mean * 4
        let time = min(event, censoring)
        sample.times.append(isContinuous ? time : time.rounded(.up))
        sample.observed.append(event <= censoring)
        sample.groups.append(row % 2)
      }
      return sample
    }
    self = columns[0]
  }

  private init() {}

  /// Writes a CSV file with the columns time, event and group.
  func write(to path: String) throws {
    var text: [UInt8] = Array("time,event,group\n".utf8)
    text.reserveCapacity(24 * times.count)
    for row in times.indices {
      let whole = Int(times[row])
      text.append(
        contentsOf: (Double(whole) == times[row] ? String(whole) : String(times[row])).utf8)
      text.append(contentsOf: (observed[row] ? ",1," : ",0,").utf8)
      text.append(contentsOf: (groups[row] == 0 ? "a\n" : "b\n").utf8)
    }
    try Data(text).write(to: URL(fileURLWithPath: path))
  }
}
