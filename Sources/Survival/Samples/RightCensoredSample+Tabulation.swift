extension RightCensoredSample {
  /// Refuses times and flags that are not one for one, and times that are not finite or below 0.
  static func check(_ times: [Double], _ observed: [Bool]) throws(SurvivalError) {
    guard times.count == observed.count else {
      throw .unequalLengths(times: times.count, observed: observed.count)
    }
    guard let row = times.firstIndex(where: { !($0 >= 0 && $0 < .infinity) }) else { return }
    throw .time(times[row], observation: row)
  }

  /// Refuses entries that are not one for each time, or not in [0, time).
  static func check(_ entries: [Double], before times: [Double]) throws(SurvivalError) {
    guard entries.count == times.count else {
      throw .unequalEntries(times: times.count, entries: entries.count)
    }
    guard let row = entries.indices.first(where: { !(entries[$0] >= 0 && entries[$0] < times[$0]) })
    else { return }
    throw .entry(entries[row], time: times[row], observation: row)
  }

  /// Tabulates observations that have been checked, at least one.
  init(checked times: [Double], _ observed: [Bool], _ entries: [Double]?) {
    let table = Self.table(times, observed)
    let late = (entries ?? []).filter { $0 > 0 }
    let entered = Self.table(late, Array(repeating: true, count: late.count))
    self.init(
      times: table.times, events: table.events, censored: table.censored, entryTimes: entered.times,
      entries: entered.events)
  }

  private typealias Table = (times: [Double], events: [Int], censored: [Int])

  private static func table(_ times: [Double], _ observed: [Bool]) -> Table {
    mostWhole(times).map { counted(times, observed, upTo: $0) } ?? sorted(times, observed)
  }

  /// The largest time when all are whole numbers below twice their number: then a table of
  /// counters, one for each whole number and flag, needs no more memory than the sort, and far less
  /// time.
  private static func mostWhole(_ times: [Double]) -> Int? {
    guard times.count <= Int(UInt32.max) else { return nil }
    let limit = Double(2 * times.count)
    var most = 0.0
    for time in times {
      guard time < limit, time == time.rounded(.down) else { return nil }
      most = max(most, time)
    }
    return Int(most)
  }

  private static func counted(_ times: [Double], _ observed: [Bool], upTo most: Int) -> Table {
    var counts = [UInt32](repeating: 0, count: 2 * (most + 1))
    for row in times.indices { counts[2 * Int(times[row]) + (observed[row] ? 0 : 1)] += 1 }
    var table = reserved((0...most).count { counts[2 * $0] + counts[2 * $0 + 1] > 0 })
    for time in 0...most where counts[2 * time] + counts[2 * time + 1] > 0 {
      table.times.append(Double(time))
      table.events.append(Int(counts[2 * time]))
      table.censored.append(Int(counts[2 * time + 1]))
    }
    return table
  }

  /// The bits of a number from 0 up ascend with it and leave the sign bit free: shifted up by one,
  /// they carry the flag, and one sort of whole numbers orders times and flags together. Adding 0
  /// turns -0 into 0.
  private static func sorted(_ times: [Double], _ observed: [Bool]) -> Table {
    var keys = zip(times, observed).map { ($0 + 0).bitPattern << 1 | ($1 ? 0 : 1) }
    RadixSort.sort(&keys, ignoredBits: 1)
    var table = reserved(1 + keys.indices.dropFirst().count { keys[$0] >> 1 != keys[$0 - 1] >> 1 })
    var start = 0
    while start < keys.count {
      let pattern = keys[start] >> 1
      var end = start
      var censored = 0
      while end < keys.count, keys[end] >> 1 == pattern {
        censored += Int(keys[end] & 1)
        end += 1
      }
      table.times.append(Double(bitPattern: pattern))
      table.events.append(end - start - censored)
      table.censored.append(censored)
      start = end
    }
    return table
  }

  /// An empty table with room for as many rows as it will get: at 10^7 distinct times, growth by
  /// doubling would cost most of the memory.
  private static func reserved(_ rows: Int) -> Table {
    var table: Table = ([], [], [])
    table.times.reserveCapacity(rows)
    table.events.reserveCapacity(rows)
    table.censored.reserveCapacity(rows)
    return table
  }
}
