/// An interval (lower, upper], or the point [upper, upper] when the two are equal, that can hold
/// mass of a Turnbull estimate: it begins with the lower end of an observation, ends with the upper
/// end of one, and holds no other end.
///
/// How the mass lies inside the interval makes no difference to the likelihood, so the data do not
/// say.
public struct InnermostInterval: Equatable, Sendable {
  /// The open lower end, or the point.
  public let lower: Double
  /// The closed upper end; infinite for the part after the last that was seen of right-censored
  /// observations.
  public let upper: Double

  /// Whether this is a point.
  public var isPoint: Bool { lower == upper }
}

/// What the likelihood sees of an interval-censored sample: which run of the innermost intervals
/// each observation can have had its event in.
///
/// At one value a point or closed upper end comes before an open lower end: an event at t is not in
/// (t, r], but is in (l, t].
///
/// Cost: O(n log n).
///
/// Source: Turnbull (1976), doi:10.1111/j.2517-6161.1976.tb01597.x.
struct IntervalRuns {
  /// The innermost intervals, ascending and disjoint.
  let intervals: [InnermostInterval]
  /// The distinct runs, ascending: run i is intervals first[i]..<end[i], of at least one interval.
  let first: [Int32]
  let end: [Int32]
  /// How many observations have each run.
  let weight: [Double]
  /// The number of observations.
  let count: Double

  /// - Precondition: the rows are a sample's, in its order; a count of 0 leaves a row out, and some
  ///   count is above 0.
  init(_ rows: [IntervalCensoredRow], counts: [Int]) {
    let present = rows.indices.filter { counts[$0] > 0 }
    let intervals = Self.innermost(present.map { rows[$0] })
    // Runs as one whole number each, so that equal ones meet in one sort.
    var runs: [(key: UInt64, count: Int)] = []
    runs.reserveCapacity(present.count)
    var start = 0
    for index in present {
      let row = rows[index]
      while intervals[start].lower < row.lower
        || intervals[start].lower == row.lower && intervals[start].isPoint && !row.isExact
      {
        start += 1
      }
      runs.append(
        (UInt64(start) << 32 | UInt64(Self.number(of: intervals, upTo: row.upper)), counts[index]))
    }
    runs.sort { $0.key < $1.key }
    var (first, end, weight): ([Int32], [Int32], [Double]) = ([], [], [])
    var last: UInt64?
    for run in runs {
      if run.key == last {
        weight[weight.count - 1] += Double(run.count)
      } else {
        first.append(Int32(run.key >> 32))
        end.append(Int32(truncatingIfNeeded: run.key))
        weight.append(Double(run.count))
        last = run.key
      }
    }
    (self.intervals, self.first, self.end, self.weight) = (intervals, first, end, weight)
    count = weight.reduce(0, +)
  }

  private static func innermost(_ rows: [IntervalCensoredRow]) -> [InnermostInterval] {
    var intervals: [InnermostInterval] = []
    var next = 0
    var open: Double?
    for upper in rows.map(\.upper).sorted() {
      while next < rows.count,
        rows[next].isExact ? rows[next].lower <= upper : rows[next].lower < upper
      {
        open = rows[next].lower
        next += 1
      }
      if let lower = open { intervals.append(InnermostInterval(lower: lower, upper: upper)) }
      open = nil
    }
    return intervals
  }

  /// How many intervals end by a value, by bisection.
  private static func number(of intervals: [InnermostInterval], upTo upper: Double) -> Int {
    intervals.indices.bisected { intervals[$0].upper > upper }
  }
}
