/// Times to an event, some of them right-censored, some perhaps left-truncated, as a table of distinct times.
///
/// An observation is a time t >= 0 and a flag: true, the event happened at t; false, it had not happened by t (censored). Events
/// come before censorings at the same time, so an observation censored at t is at risk there. An observation may enter late, at a time
/// e < t (left truncation, R's `Surv(start, stop, event)`): it is at risk over (e, t], and tells nothing of times up to e. Times are ties when
/// they are equal as numbers, without a tolerance. The table does not depend on the order of the observations.
///
/// Cost: one sort, O(n log n), and 8 bytes an observation while it lasts; the table is as long as there are distinct times.
public struct RightCensoredSample: Equatable, Sendable {
  /// The distinct times, ascending, of events and censorings alike.
  public let times: [Double]
  /// How many observations are at risk at each time: entered before it and lasting at least until it.
  public let atRisk: [Int]
  /// How many events there are at each time.
  public let events: [Int]
  /// How many observations are censored at each time.
  public let censored: [Int]
  /// The distinct times above 0, ascending, at which observations enter late; empty without truncation.
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

  /// Tabulates observations: the time of each, whether its event was observed (false: censored), and when it came under observation
  /// (nil: all at the beginning, which holds events at time 0 too).
  ///
  /// - Throws: `SurvivalError.emptySample`, `.unequalLengths`, `.time` when a time is negative, infinite or not a number, or `.entry` when
  ///   an entry is negative, not a number or not before its time.
  public init(times: [Double], observed: [Bool], entries: [Double]? = nil) throws(SurvivalError) {
    guard times.count == observed.count else { throw .unequalLengths(times: times.count, observed: observed.count) }
    var keys: [UInt64] = []
    keys.reserveCapacity(times.count)
    for (time, event) in zip(times, observed) {
      guard time.isFinite, time >= 0 else { throw .time(time, observation: keys.count) }
      keys.append(Self.key(time: time, event: event))
    }
    try self.init(
      keys: keys, entries: try entries.map { (entries) throws(SurvivalError) in try Self.late(entries, before: times) } ?? [])
  }

  /// Tabulates observations whose times are whole numbers, such as steps.
  ///
  /// - Throws: as for numbers with a fraction, and `SurvivalError.inexactTime` when a time is not a `Double` exactly.
  public init(times: [Int], observed: [Bool]) throws(SurvivalError) {
    guard times.count == observed.count else { throw .unequalLengths(times: times.count, observed: observed.count) }
    var keys: [UInt64] = []
    keys.reserveCapacity(times.count)
    for (whole, event) in zip(times, observed) {
      guard let time = Double(exactly: whole) else { throw .inexactTime(whole, observation: keys.count) }
      guard time >= 0 else { throw .time(time, observation: keys.count) }
      keys.append(Self.key(time: time, event: event))
    }
    try self.init(keys: keys, entries: [])
  }

  private init(keys unsorted: [UInt64], entries late: [Double]) throws(SurvivalError) {
    guard !unsorted.isEmpty else { throw .emptySample }
    var keys = unsorted
    keys.sort()
    var times: [Double] = []
    var events: [Int] = []
    var censored: [Int] = []
    var start = 0
    while start < keys.count {
      let pattern = keys[start] >> 1
      var end = start
      var eventsHere = 0
      while end < keys.count, keys[end] >> 1 == pattern {
        eventsHere += keys[end] & 1 == 0 ? 1 : 0
        end += 1
      }
      times.append(Double(bitPattern: pattern))
      events.append(eventsHere)
      censored.append(end - start - eventsHere)
      start = end
    }
    var entryTimes: [Double] = []
    var entries: [Int] = []
    for entry in late.sorted() {
      if entry == entryTimes.last {
        entries[entries.count - 1] += 1
      } else {
        entryTimes.append(entry)
        entries.append(1)
      }
    }
    self.init(times: times, events: events, censored: censored, entryTimes: entryTimes, entries: entries)
  }

  /// A sample from its table. The rows are trusted: distinct ascending times, at least one observation, and every entry before a time.
  init(times: [Double], events: [Int], censored: [Int], entryTimes: [Double], entries: [Int]) {
    let ends = zip(events, censored).map(+)
    let count = ends.reduce(0, +)
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
      present -= ends[row]
    }
    self.times = times
    self.events = events
    self.censored = censored
    self.entryTimes = entryTimes
    self.entries = entries
    self.atRisk = atRisk
    self.count = count
    self.exposure =
      times.indices.reduce(0) { $0 + times[$1] * Double(ends[$1]) }
      - entryTimes.indices.reduce(0) { $0 + entryTimes[$1] * Double(entries[$1]) }
  }

  /// The entries above 0, checked.
  private static func late(_ entries: [Double], before times: [Double]) throws(SurvivalError) -> [Double] {
    guard entries.count == times.count else { throw .unequalEntries(times: times.count, entries: entries.count) }
    for (row, entry) in entries.enumerated() {
      guard entry >= 0, entry < times[row] else { throw .entry(entry, time: times[row], observation: row) }
    }
    return entries.filter { $0 > 0 }
  }

  /// The bits of a number from 0 up ascend with it and leave the sign bit free: shifted up by one, they carry the flag, and one
  /// sort of whole numbers orders times and flags together. Adding 0 turns -0 into 0.
  private static func key(time: Double, event: Bool) -> UInt64 { (time + 0).bitPattern << 1 | (event ? 0 : 1) }
}
