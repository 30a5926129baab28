extension GroupedSample {
  /// All observations as one sample, without groups and strata.
  ///
  /// Cost: one sort of the samples' rows.
  func pooled() -> RightCensoredSample {
    var rows: [(time: Double, events: Int, censored: Int)] = []
    var entries: [(time: Double, count: Int)] = []
    for sample in samples {
      for row in sample.times.indices {
        rows.append((sample.times[row], sample.events[row], sample.censored[row]))
      }
      entries += zip(sample.entryTimes, sample.entries).map { (time: $0, count: $1) }
    }
    rows.sort { $0.time < $1.time }
    entries.sort { $0.time < $1.time }
    var (times, events, censored): ([Double], [Int], [Int]) = ([], [], [])
    for row in rows {
      if row.time == times.last {
        events[events.count - 1] += row.events
        censored[censored.count - 1] += row.censored
      } else {
        times.append(row.time)
        events.append(row.events)
        censored.append(row.censored)
      }
    }
    var (entryTimes, entering): ([Double], [Int]) = ([], [])
    for entry in entries {
      if entry.time == entryTimes.last {
        entering[entering.count - 1] += entry.count
      } else {
        entryTimes.append(entry.time)
        entering.append(entry.count)
      }
    }
    return RightCensoredSample(
      times: times, events: events, censored: censored, entryTimes: entryTimes, entries: entering)
  }
}
