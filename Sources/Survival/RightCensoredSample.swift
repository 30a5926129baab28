/// Times to an event, some of them right-censored, as a table of distinct times.
///
/// An observation is a time t >= 0 and a flag: true, the event happened at t; false, it had not happened by t (censored). Events
/// come before censorings at the same time, so an observation censored at t is at risk there. Times are ties when they are
/// equal as numbers, without a tolerance. The table does not depend on the order of the observations.
///
/// Cost: one sort, O(n log n), and 8 bytes an observation while it lasts; the table is as long as there are distinct times.
public struct RightCensoredSample: Equatable, Sendable {
  /// The distinct times, ascending, of events and censorings alike.
  public let times: [Double]
  /// How many observations last at least until each time.
  public let atRisk: [Int]
  /// How many events there are at each time.
  public let events: [Int]
  /// How many observations are censored at each time.
  public let censored: [Int]
  /// The sum of all times: the time spent at risk, the denominator of a rate.
  public let exposure: Double

  /// The number of observations, at least 1.
  public var count: Int { atRisk.first ?? 0 }
  /// The number of events.
  public var eventCount: Int { events.reduce(0, +) }
  /// The last time, of an event or a censoring.
  public var lastTime: Double { times.last ?? 0 }

  /// Tabulates observations: the time of each, and whether its event was observed (false: censored).
  ///
  /// - Throws: `SurvivalError.emptySample`, `.unequalLengths`, or `.time` when a time is negative, infinite or not a number.
  public init(times: [Double], observed: [Bool]) throws(SurvivalError) {
    guard times.count == observed.count else { throw .unequalLengths(times: times.count, observed: observed.count) }
    var keys: [UInt64] = []
    keys.reserveCapacity(times.count)
    for (time, event) in zip(times, observed) {
      guard time.isFinite, time >= 0 else { throw .time(time, observation: keys.count) }
      keys.append(Self.key(time: time, event: event))
    }
    try self.init(keys: keys)
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
    try self.init(keys: keys)
  }

  private init(keys unsorted: [UInt64]) throws(SurvivalError) {
    guard !unsorted.isEmpty else { throw .emptySample }
    var keys = unsorted
    keys.sort()
    var times: [Double] = []
    var atRisk: [Int] = []
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
      atRisk.append(keys.count - start)
      events.append(eventsHere)
      censored.append(end - start - eventsHere)
      start = end
    }
    self.times = times
    self.atRisk = atRisk
    self.events = events
    self.censored = censored
    self.exposure = times.indices.reduce(0) { $0 + times[$1] * Double(events[$1] + censored[$1]) }
  }

  /// The bits of a number from 0 up ascend with it and leave the sign bit free: shifted up by one, they carry the flag, and one
  /// sort of whole numbers orders times and flags together. Adding 0 turns -0 into 0.
  private static func key(time: Double, event: Bool) -> UInt64 { (time + 0).bitPattern << 1 | (event ? 0 : 1) }
}
