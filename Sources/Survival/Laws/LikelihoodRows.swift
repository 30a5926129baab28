import CGSL

/// What a sample says of a law, as distinct rows with counts. The log-likelihood is
///
///     sum count log f(t) + sum count log S(t) + sum count log(S(lower) - S(upper)) - sum count log S(entry)
///
/// over exact events, right censorings, intervals (lower, upper], and late entries, which condition
/// on lasting beyond them.
struct LikelihoodRows {
  /// A time and how many observations have it.
  struct Point: Equatable {
    let time: Double
    let count: Double
  }
  /// An event in (lower, upper], upper finite.
  struct Interval: Equatable {
    let lower: Double
    let upper: Double
    let count: Double
  }

  var exact: [Point] = []
  var censored: [Point] = []
  var intervals: [Interval] = []
  /// Late entries, above 0.
  var entries: [Point] = []
  /// All observations.
  var observations = 0
  /// Events, exact or in an interval.
  var events = 0

  /// All terms log S(t) with their signs.
  var survivalTerms: [Point] { censored + entries.map { Point(time: $0.time, count: -$0.count) } }
  /// How many rows leave the exposure at each time: exact, censored, intervals at their lower ends,
  /// less late entries; ascending, without times at which these cancel, so that an exposure of
  /// nothing is 0 without rounding.
  var lasting: [Point] {
    let lower = intervals.map { Point(time: $0.lower, count: $0.count) }
    var merged: [Point] = []
    for row in (exact + survivalTerms + lower).sorted(by: { $0.time < $1.time }) {
      let known = merged.last?.time == row.time ? merged.removeLast().count : 0
      merged.append(Point(time: row.time, count: known + row.count))
    }
    return merged.filter { $0.time > 0 && $0.count != 0 }
  }
  /// The last finite time in the rows.
  var lastTime: Double {
    max(exact.last?.time ?? 0, censored.last?.time ?? 0, intervals.reduce(0) { max($0, $1.upper) })
  }
}

extension LikelihoodRows {
  /// The rows of a table of distinct times, linear in its length.
  init(_ sample: RightCensoredSample) {
    for (row, time) in sample.times.enumerated() {
      if sample.events[row] > 0 {
        exact.append(Point(time: time, count: Double(sample.events[row])))
      }
      if sample.censored[row] > 0 {
        censored.append(Point(time: time, count: Double(sample.censored[row])))
      }
    }
    entries = zip(sample.entryTimes, sample.entries).map { Point(time: $0, count: Double($1)) }
    observations = sample.count
    events = sample.eventCount
  }

  /// The rows of a table of intervals: points as exact events, unbounded intervals as right
  /// censorings.
  init(_ sample: IntervalCensoredSample) {
    var late: [Double: Double] = [:]
    for row in sample.rows {
      let count = Double(row.count)
      if row.lower == row.upper {
        exact.append(Point(time: row.lower, count: count))
      } else if row.upper == .infinity {
        censored.append(Point(time: row.lower, count: count))
      } else {
        intervals.append(Interval(lower: row.lower, upper: row.upper, count: count))
      }
      if row.upper < .infinity { events += row.count }
      if row.entry > 0 { late[row.entry, default: 0] += count }
    }
    entries = late.sorted { $0.key < $1.key }.map { Point(time: $0.key, count: $0.value) }
    observations = sample.count
  }

  /// A time t0 such that all events at t0, and none elsewhere, is what the rows allow: then the
  /// likelihood has no maximum, or one without a density (a shape beyond all bounds). Nil when no
  /// such time exists.
  var onePoint: Double? {
    guard events > 0 else { return nil }
    let atLeast = max(censored.last?.time ?? 0, intervals.reduce(0) { max($0, $1.lower) })
    if let time = exact.first?.time {
      let agrees =
        exact.allSatisfy { $0.time == time } && censored.allSatisfy { $0.time <= time }
        && intervals.allSatisfy { $0.lower <= time && time <= $0.upper }
      return agrees ? time : nil
    }
    let atMost = intervals.reduce(Double.infinity) { min($0, $1.upper) }
    return atLeast < atMost ? atMost : nil
  }
}
