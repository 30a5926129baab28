/// Times to an event that are known to lie in an interval (l, r], as a table of distinct intervals.
///
/// An observation is a pair 0 <= l <= r: the event had not happened by l and had happened by r. So
/// a log that is written every 100 steps and shows the event first at step 700 gives (600, 700].
/// The interval is open at l and closed at r, with these special cases:
///
///     l = r            the event was seen at this time: the point [r, r]
///     r = infinity     it was not seen (right-censored at l, after any event at l)
///     l = 0            it came by r (left-censored); time 0 itself is not in (0, r]
///
/// (0, infinity) says nothing, and is accepted. An observation may enter late, at e <= l with e < r
/// (left truncation): it would not be here had its event come by e. The table does not depend on
/// the order of the observations. Ends are equal when they are as numbers.
///
/// Cost: one sort, O(n log n); the table is as long as there are distinct intervals.
///
/// Source: Sun, The Statistical Analysis of Interval-Censored Failure Time Data (2006), section
/// 1.3.
public struct IntervalCensoredSample: Equatable, Sendable {
  /// The distinct observations, ascending by lower end, then upper end, then entry. A point comes
  /// before the intervals that are open there.
  public let rows: [IntervalCensoredRow]
  /// The number of observations, at least 1.
  public let count: Int

  /// Whether any observation enters late.
  public var isTruncated: Bool { rows.contains { $0.entry > 0 } }

  /// Tabulates observations: the interval of each, and when it came under watch (nil: all at the
  /// beginning, before time 0).
  ///
  /// - Throws: `SurvivalError.emptySample`; `.unequalBounds`; `.interval` when an end is negative
  ///   or not a number, the lower end is infinite, or the ends are in the wrong order;
  ///   `.unequalEntries`; `.intervalEntry` when an entry is negative, not a number, above its lower
  ///   end or not below its upper end.
  public init(lower: [Double], upper: [Double], entries: [Double]? = nil) throws(SurvivalError) {
    guard lower.count == upper.count else {
      throw .unequalBounds(lower: lower.count, upper: upper.count)
    }
    guard !lower.isEmpty else { throw .emptySample }
    if let entries, entries.count != lower.count {
      throw .unequalEntries(times: lower.count, entries: entries.count)
    }
    var observations: [IntervalCensoredRow] = []
    observations.reserveCapacity(lower.count)
    for row in lower.indices {
      let (low, high, entry) = (lower[row], upper[row], entries?[row] ?? 0)
      guard low >= 0, low.isFinite, high >= low else {
        throw .interval(lower: low, upper: high, observation: row)
      }
      if entries != nil {
        guard entry >= 0, entry <= low, entry < high else {
          throw .intervalEntry(entry, lower: low, upper: high, observation: row)
        }
      }
      // Adding 0 turns -0 into 0.
      observations.append(
        IntervalCensoredRow(lower: low + 0, upper: high + 0, entry: entry + 0, count: 1))
    }
    self.init(merging: observations)
  }

  /// Observations of one sample, some of them perhaps equal, each with a count of at least 1.
  private init(merging observations: [IntervalCensoredRow]) {
    var rows: [IntervalCensoredRow] = []
    for row in observations.sorted(by: {
      ($0.lower, $0.upper, $0.entry) < ($1.lower, $1.upper, $1.entry)
    }) {
      if let last = rows.last,
        (last.lower, last.upper, last.entry) == (row.lower, row.upper, row.entry)
      {
        rows[rows.count - 1] = IntervalCensoredRow(
          lower: row.lower, upper: row.upper, entry: row.entry, count: last.count + row.count)
      } else {
        rows.append(row)
      }
    }
    self.rows = rows
    count = rows.reduce(0) { $0 + $1.count }
  }
}
