/// Times to an event, some of them right-censored, some perhaps left-truncated, as a table of
/// distinct times.
///
/// An observation is a time t >= 0 and a flag: true, the event happened at t; false, it had not
/// happened by t (censored). Events come before censorings at the same time, so an observation
/// censored at t is at risk there. An observation may enter late, at a time e < t (left truncation,
/// R's `Surv(start, stop, event)`): it is at risk over (e, t], and tells nothing of times up to e.
/// Times are ties when they are equal as numbers, without a tolerance (R: `timefix = FALSE`). The
/// table does not depend on the order of the observations.
///
/// Cost: O(n). Whole times that are not much larger than their number, such as steps, are counted
/// (10^6 of them in about 10 ms); others go through one radix sort (about 40 ms). Either takes at
/// most 16 bytes an observation while it lasts; the table is as long as there are distinct times.
public struct RightCensoredSample: Equatable, Sendable {
  /// The distinct times, ascending, of events and censorings alike.
  public let times: [Double]
  /// How many observations are at risk at each time: entered before it and lasting at least until
  /// it.
  public let atRisk: [Int]
  /// How many events there are at each time.
  public let events: [Int]
  /// How many observations are censored at each time.
  public let censored: [Int]
  /// The distinct times above 0, ascending, at which observations enter late; empty without
  /// truncation.
  public let entryTimes: [Double]
  /// How many observations enter at each entry time.
  public let entries: [Int]
  /// The number of observations, at least 1.
  public let count: Int
  /// The sum of all times less the entry times: the time spent at risk, the denominator of a rate.
  public let exposure: Double

  /// The number of events.
  public var eventCount: Int { events.reduce(0, +) }
  /// The last time, of an event or a censoring.
  public var lastTime: Double { times.last ?? 0 }

  /// The last row whose time is at most `time`, by bisection; nil when there is none.
  func lastRow(upTo time: Double) -> Int? {
    let next = times.indices.bisected { !(times[$0] <= time) }
    return next == 0 ? nil : next - 1
  }

  /// Tabulates observations: the time of each, whether its event was observed (false: censored),
  /// and when it came under observation (nil: all at the beginning, which holds events at time 0
  /// too).
  ///
  /// - Throws: `SurvivalError.emptySample`, `.unequalLengths`, `.time` when a time is negative,
  ///   infinite or not a number, or `.entry` when an entry is negative, not a number or not before
  ///   its time.
  public init(times: [Double], observed: [Bool], entries: [Double]? = nil) throws(SurvivalError) {
    try Self.check(times, observed)
    if let entries { try Self.check(entries, before: times) }
    guard !times.isEmpty else { throw .emptySample }
    self.init(checked: times, observed, entries)
  }

  /// Tabulates observations whose times are whole numbers, such as steps.
  ///
  /// - Throws: as for numbers with a fraction, and `SurvivalError.inexactTime` when a time is not a
  ///   `Double` exactly.
  public init(times: [Int], observed: [Bool]) throws(SurvivalError) {
    try self.init(times: try Self.exact(times), observed: observed)
  }

  /// Whole times as doubles.
  static func exact(_ times: [Int]) throws(SurvivalError) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(times.count)
    for (row, whole) in times.enumerated() {
      guard let time = Double(exactly: whole) else { throw .inexactTime(whole, observation: row) }
      numbers.append(time)
    }
    return numbers
  }

  /// A sample from its table. The rows are trusted: distinct ascending times, at least one
  /// observation, and every entry before a time.
  init(times: [Double], events: [Int], censored: [Int], entryTimes: [Double], entries: [Int]) {
    var (count, exposure) = (0, 0.0)
    for row in times.indices {
      count += events[row] + censored[row]
      exposure += times[row] * Double(events[row] + censored[row])
    }
    var present = count - entries.reduce(0, +)
    var next = 0
    var atRisk: [Int] = []
    atRisk.reserveCapacity(times.count)
    for (row, time) in times.enumerated() {
      while next < entryTimes.count, entryTimes[next] < time {
        present += entries[next]
        next += 1
      }
      atRisk.append(present)
      present -= events[row] + censored[row]
    }
    self.times = times
    self.events = events
    self.censored = censored
    self.entryTimes = entryTimes
    self.entries = entries
    self.atRisk = atRisk
    self.count = count
    self.exposure =
      exposure - entryTimes.indices.reduce(0) { $0 + entryTimes[$1] * Double(entries[$1]) }
  }
}
