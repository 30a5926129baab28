extension GroupedSample {
  /// Calls `body` at each time at which somebody in the stratum has the event, ascending, with how
  /// many are at risk and how many have the event in each group. The two arrays are buffers that
  /// the next call overwrites in place, if `body` keeps no copy.
  ///
  /// Cost: O(groups) at each time, O(1) for each row of the samples' tables, O(groups) memory.
  @inline(__always)
  func forEachEventTime(
    in stratum: Int, _ body: (_ time: Double, _ atRisk: [Int], _ events: [Int]) -> Void
  ) {
    var cursors = strata[stratum].enumerated().compactMap { group, sample in
      sample.map { GroupCursor($0, group: group) }
    }
    var atRisk = Array(repeating: 0, count: groupCount)
    var events = atRisk
    while true {
      var time = Double.infinity
      for cursor in cursors.indices { time = min(time, cursors[cursor].nextEvent) }
      guard time < .infinity else { return }
      for cursor in cursors.indices {
        let group = cursors[cursor].group
        events[group] = cursors[cursor].advance(to: time)
        atRisk[group] = cursors[cursor].present
      }
      body(time, atRisk, events)
    }
  }
}

/// A place in the table of one group, at or after which all of its later events come.
private struct GroupCursor {
  let group: Int
  /// How many are at risk at the time last advanced to.
  private(set) var present: Int
  /// The time of the next event after it; infinite when there is none.
  private(set) var nextEvent = Double.infinity
  private let sample: RightCensoredSample
  private var row = 0
  private var entry = 0

  init(_ sample: RightCensoredSample, group: Int) {
    self.sample = sample
    self.group = group
    present = sample.count - sample.entries.reduce(0, +)
    findNextEvent(from: 0)
  }

  /// Advances to a time that is at most `nextEvent`; returns how many events there are at it.
  @inline(__always)
  mutating func advance(to time: Double) -> Int {
    while entry < sample.entryTimes.count, sample.entryTimes[entry] < time {
      present += sample.entries[entry]
      entry += 1
    }
    while row < sample.times.count, sample.times[row] < time {
      present -= sample.events[row] + sample.censored[row]
      row += 1
    }
    guard nextEvent == time else { return 0 }
    findNextEvent(from: row + 1)
    return sample.events[row]
  }

  @inline(__always)
  private mutating func findNextEvent(from start: Int) {
    var next = start
    while next < sample.times.count, sample.events[next] == 0 { next += 1 }
    nextEvent = next < sample.times.count ? sample.times[next] : .infinity
  }
}
