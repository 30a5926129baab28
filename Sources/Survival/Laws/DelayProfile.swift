import CGSL

/// The log-likelihood of a delayed exponential law by delay d and rate r:
///
///     D log r - r E(d) + sum over intervals of count log(1 - exp(-r (upper - max(lower, d)))),
///
/// E(d) the exposure beyond d, D the exact events. For a given d it is concave in r.
struct DelayProfile {
  /// Rows that add exposure beyond a delay: exact, censored, late entries (negative), intervals up to their lower end; ascending.
  private let lasting: [LikelihoodRows.Point]
  /// The exposure beyond each of them, and how many rows last longer than it.
  private let exposureBeyond: [Double]
  private let countBeyond: [Double]
  private let intervals: [LikelihoodRows.Interval]
  let exactEvents: Double
  /// The last delay that the rows allow: no event may end before it.
  let latest: Double
  /// Whether that is an exact event, at which the delay may lie.
  let hasExactEnd: Bool

  var isExact: Bool { intervals.isEmpty }

  init(_ rows: LikelihoodRows) {
    let lower = rows.intervals.map { LikelihoodRows.Point(time: $0.lower, count: $0.count) }
    lasting = (rows.exact + rows.survivalTerms + lower).sorted { $0.time < $1.time }
    intervals = rows.intervals
    exactEvents = rows.exact.reduce(0) { $0 + $1.count }
    let firstEnd = rows.intervals.reduce(Double.infinity) { min($0, $1.upper) }
    latest = min(rows.exact.first?.time ?? .infinity, firstEnd)
    hasExactEnd = (rows.exact.first?.time ?? .infinity) < firstEnd
    var (exposure, count, last) = (0.0, 0.0, lasting.last?.time ?? 0)
    var (exposures, counts): ([Double], [Double]) = ([], [])
    for row in lasting.reversed() {
      exposure += count * (last - row.time)
      last = row.time
      exposures.append(exposure)
      counts.append(count)
      count += row.count
    }
    (exposureBeyond, countBeyond) = (exposures.reversed(), counts.reversed())
  }

  /// E(d).
  func exposure(_ delay: Double) -> Double {
    guard let row = firstRow(beyond: delay) else { return 0 }
    return exposureBeyond[row] + (countBeyond[row] + lasting[row].count) * (lasting[row].time - delay)
  }

  /// The first row whose time is above the delay.
  private func firstRow(beyond delay: Double) -> Int? {
    let row = lasting.indices.bisected { lasting[$0].time > delay }
    return row < lasting.count ? row : nil
  }

  func logLikelihood(_ delay: Double, _ rate: Double) -> Double {
    let exact = (exactEvents > 0 ? exactEvents * log(rate) : 0) - rate * exposure(delay)
    return intervals.reduce(exact) { $0 + $1.count * log1mexp(rate * ($1.upper - max($1.lower, delay))) }
  }

  /// The slope by the rate.
  func rateSlope(_ delay: Double, _ rate: Double) -> Double {
    intervals.reduce(exactEvents / rate - exposure(delay)) { sum, row in
      let width = row.upper - max(row.lower, delay)
      return sum + row.count * width / expm1(rate * width)
    }
  }

  /// Minus the second derivative by the log rate, where the slope is 0.
  func information(_ delay: Double, _ rate: Double) -> Double {
    intervals.reduce(exactEvents) { sum, row in
      let hazard = rate * (row.upper - max(row.lower, delay))
      guard hazard > 0, hazard < 700 else { return hazard > 0 ? sum : sum + row.count }
      let odds = hazard / expm1(hazard)
      return sum + row.count * odds * (hazard + odds)
    }
  }

  /// The best rate for a delay.
  func rate(_ delay: Double) throws(SurvivalError) -> Double {
    let exposure = exposure(delay)
    if intervals.isEmpty { return exactEvents / exposure }
    let events = intervals.reduce(exactEvents) { $0 + $1.count }
    // Between all events over all time to the upper ends, and events over the time to the lower ends: width/(e^(r width) - 1) is at most 1/r.
    let widths = intervals.reduce(0) { $0 + $1.count * ($1.upper - max($1.lower, delay)) }
    var high = exposure > 0 ? events / exposure : 1e3 * events / widths
    while rateSlope(delay, high) > 0, high < 1e300 { high *= 10 }
    let low = events / (exposure + widths)
    guard rateSlope(delay, high) < 0, rateSlope(delay, low) > 0 else { return low }
    return try BracketedRoot.find(in: low...high) { rateSlope(delay, $0) }
  }

  /// The best delay, with the best rate at each or with a given one.
  func best(rate given: Double? = nil) throws(SurvivalError) -> Double {
    if intervals.isEmpty { return latest }
    func slope(_ delay: Double) -> Double {
      guard let rate = given ?? (try? rate(delay)) else { return .nan }
      return delaySlope(delay, rate)
    }
    func value(_ delay: Double) -> Double {
      guard let rate = given ?? (try? rate(delay)) else { return -.infinity }
      return logLikelihood(delay, rate)
    }
    let end = hasExactEnd ? latest : latest - 1e-9 * latest
    let kinks = lasting.map(\.time).filter { $0 > 0 && $0 < end }
    let step = max(1, kinks.count / 64)
    let grid = [0.0] + kinks.enumerated().filter { $0.offset % step == 0 }.map(\.element) + [end]
    let slopes = grid.map(slope)
    var candidates: [Double] = slopes[0] <= 0 ? [0] : []
    if hasExactEnd, (slopes.last ?? 0) >= 0 { candidates.append(end) }
    for cell in 1..<grid.count where grid[cell] > grid[cell - 1] && slopes[cell - 1] > 0 && slopes[cell] < 0 {
      candidates.append(try BracketedRoot.find(in: grid[cell - 1]...grid[cell]) { slope($0) })
    }
    return candidates.max { value($0) < value($1) } ?? end
  }

  /// The slope by the delay, from the right at a row's own time.
  private func delaySlope(_ delay: Double, _ rate: Double) -> Double {
    let atRisk = firstRow(beyond: delay).map { countBeyond[$0] + lasting[$0].count } ?? 0
    return intervals.reduce(rate * atRisk) { sum, row in
      row.lower <= delay ? sum - row.count * rate / expm1(rate * (row.upper - delay)) : sum
    }
  }
}
