import CGSL

/// The log-likelihood of a piecewise exponential law, as sums over pieces: with rates r, events d
/// and exposures E by piece,
///
///     sum_j (d_j log r_j - r_j E_j) + sum over intervals of count log(1 - exp(-sum_j r_j L_j)),
///
/// L_j being the length of (lower, upper] in piece j. E holds the time at risk of exact and
/// censored rows and of intervals up to their lower end, less late entries. It is concave in r.
struct PieceTable {
  struct Interval {
    let first: Int
    /// The lengths in the pieces from `first` on.
    let lengths: [Double]
    let count: Double
  }

  let pieces: Int
  private(set) var events: [Double]
  private(set) var exposure: [Double]
  private(set) var intervals: [Interval] = []

  init(_ rows: LikelihoodRows, cuts: [Double]) {
    pieces = cuts.count + 1
    events = Array(repeating: 0, count: pieces)
    exposure = Array(repeating: 0, count: pieces)
    let starts = [0] + cuts
    let ends = cuts + [.infinity]
    // What lasts beyond a piece's end adds its whole length, once for all rows.
    var beyond = Array(repeating: 0.0, count: pieces)
    func add(_ time: Double, _ count: Double, to exposure: inout [Double]) {
      let piece = PiecewiseExponentialLaw.piece(of: time, cuts)
      exposure[piece] += count * (time - starts[piece])
      beyond[piece] += count
    }
    for row in rows.exact { events[PiecewiseExponentialLaw.piece(of: row.time, cuts)] += row.count }
    for row in rows.lasting { add(row.time, row.count, to: &exposure) }
    for row in rows.intervals {
      let first = row.lower > 0 ? PiecewiseExponentialLaw.piece(of: row.lower.nextUp, cuts) : 0
      let last = PiecewiseExponentialLaw.piece(of: row.upper, cuts)
      let lengths = (first...last).map { min(ends[$0], row.upper) - max(starts[$0], row.lower) }
      intervals.append(Interval(first: first, lengths: lengths, count: row.count))
    }
    var lasting = 0.0
    for piece in (0..<pieces).reversed() {
      if piece < pieces - 1 { exposure[piece] += lasting * (ends[piece] - starts[piece]) }
      lasting += beyond[piece]
    }
  }

  /// The time at risk in a piece, intervals whole.
  func reach(_ piece: Int) -> Double {
    intervals.reduce(exposure[piece]) { sum, row in
      row.lengths.indices.contains(piece - row.first)
        ? sum + row.count * row.lengths[piece - row.first] : sum
    }
  }

  /// Whether the likelihood rises with the piece's rate without end: there are events, or intervals
  /// for them, and no time at risk.
  func isEndless(_ piece: Int) -> Bool {
    !(exposure[piece] > 0) && (events[piece] > 0 || reach(piece) > 0)
  }

  /// A start for a search, and which pieces can have events at all: intervals count half in time,
  /// and their events by length.
  var roughRates: [Double] {
    var (events, exposure) = (events, exposure)
    for row in intervals {
      let total = row.lengths.reduce(0, +)
      for (offset, length) in row.lengths.enumerated() {
        events[row.first + offset] += row.count * length / total
        exposure[row.first + offset] += row.count * length / 2
      }
    }
    return zip(events, exposure).map { $0 == 0 ? 0 : $1 > 0 ? $0 / $1 : .infinity }
  }

  /// The log-likelihood, its gradient by the log rates, and rate_j rate_k times minus its Hessian
  /// by the rates (row by row), which is positive definite: the observed information of the log
  /// rates where the gradient is 0.
  func derivatives(_ rates: [Double]) -> (value: Double, gradient: [Double], information: [Double])
  {
    var value = 0.0
    var gradient = events
    var information = Array(repeating: 0.0, count: pieces * pieces)
    for piece in 0..<pieces {
      let hazard = rates[piece] * exposure[piece]
      value += (events[piece] > 0 ? events[piece] * log(rates[piece]) : 0) - hazard
      gradient[piece] -= hazard
      information[piece * pieces + piece] = events[piece]
    }
    for row in intervals {
      var hazard = 0.0
      for (offset, length) in row.lengths.enumerated() {
        hazard += rates[row.first + offset] * length
      }
      value += row.count * log1mexp(hazard)
      // h/(e^h - 1) goes from 1 to 0.
      let odds = hazard < 700 ? hazard / expm1(hazard) : 0
      let shares = row.lengths.indices.map { rates[row.first + $0] * row.lengths[$0] / hazard }
      for (offset, share) in shares.enumerated() {
        gradient[row.first + offset] += row.count * share * odds
        guard odds > 0 else { continue }
        for (other, otherShare) in shares.enumerated() {
          information[(row.first + offset) * pieces + row.first + other] +=
            row.count * share * otherShare * odds * (hazard + odds)
        }
      }
    }
    return (value, gradient, information)
  }
}
