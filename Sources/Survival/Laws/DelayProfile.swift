import CGSL

/// The log-likelihood of a delayed exponential law by delay d and rate r:
///
///     D log r - r E(d) + sum over intervals of count log(1 - exp(-r (upper - max(lower, d)))),
///
/// E(d) the exposure beyond d, D the exact events. For a given d it is concave in r.
struct DelayProfile {
  /// The rows that add exposure beyond a delay, or with a late entry take some away.
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
  var intervalCount: Int { intervals.count }

  init(_ rows: LikelihoodRows) {
    lasting = rows.lasting
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
    return exposureBeyond[row] + (countBeyond[row] + lasting[row].count)
      * (lasting[row].time - delay)
  }

  /// The first row whose time is above the delay.
  private func firstRow(beyond delay: Double) -> Int? {
    let row = lasting.indices.bisected { lasting[$0].time > delay }
    return row < lasting.count ? row : nil
  }

  func logLikelihood(_ delay: Double, _ rate: Double) -> Double { bound(delay...delay, rate) }

  /// No log-likelihood at this rate and a delay in the span is larger: the widths are those of its
  /// start, the exposure that of its end. At an infinite rate, the limit: nothing lasts, so it is
  /// finite only without exposure and exact events.
  func bound(_ span: ClosedRange<Double>, _ rate: Double) -> Double {
    let exposure = exposure(span.upperBound)
    if rate == .infinity { return exposure > 0 ? -.infinity : exactEvents > 0 ? .infinity : 0 }
    let exact = (exactEvents > 0 ? exactEvents * log(rate) : 0) - rate * exposure
    return intervals.reduce(exact) {
      $0 + $1.count * log1mexp(rate * ($1.upper - max($1.lower, span.lowerBound)))
    }
  }

  /// The slope by the rate.
  func rateSlope(_ delay: Double, _ rate: Double) -> Double { boundSlope(delay...delay, rate) }

  private func boundSlope(_ span: ClosedRange<Double>, _ rate: Double) -> Double {
    intervals.reduce(exactEvents / rate - exposure(span.upperBound)) { sum, row in
      let width = row.upper - max(row.lower, span.lowerBound)
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

  /// The best rate for a delay; infinite where nobody is at risk beyond it, as the likelihood then
  /// rises with the rate without end.
  func rate(_ delay: Double) throws(SurvivalError) -> Double { try rate(bounding: delay...delay) }

  /// The rate at which `bound` is largest.
  func rate(bounding span: ClosedRange<Double>) throws(SurvivalError) -> Double {
    let exposure = exposure(span.upperBound)
    guard exposure > 0 else { return .infinity }
    if intervals.isEmpty { return exactEvents / exposure }
    let events = intervals.reduce(exactEvents) { $0 + $1.count }
    // Between all events over all time to the upper ends, and events over the time to the lower
    // ends: width/(e^(r width) - 1) is at most 1/r.
    let widths = intervals.reduce(0) { $0 + $1.count * ($1.upper - max($1.lower, span.lowerBound)) }
    let (low, high) = (events / (exposure + widths), events / exposure)
    guard boundSlope(span, high) < 0 else { return high }
    guard boundSlope(span, low) > 0 else { return low }
    return try BracketedRoot.find(in: low...high) { boundSlope(span, $0) }
  }

  /// The delays at which the slope by the delay may jump, below `end`; ascending.
  func kinks(below end: Double) -> [Double] {
    var times: [Double] = []
    for row in lasting where row.time > 0 && row.time < end && row.time != times.last {
      times.append(row.time)
    }
    return times
  }

  /// The last delay to look at: where no exact event allows `latest` itself, the likelihood there
  /// is 0.
  var end: Double { hasExactEnd ? latest : latest.nextDown }

  /// The slope by the delay, from the right or from the left: at a row's own time they differ.
  func delaySlope(_ delay: Double, _ rate: Double, fromLeft: Bool = false) -> Double {
    let side = fromLeft ? delay.nextDown : delay
    let atRisk = firstRow(beyond: side).map { countBeyond[$0] + lasting[$0].count } ?? 0
    return intervals.reduce(rate * atRisk) { sum, row in
      row.lower <= side ? sum - row.count * rate / expm1(rate * (row.upper - delay)) : sum
    }
  }

  /// The log-likelihood to which delays tending to `latest` and rates without end lead, rate
  /// (latest - delay) being as good as can be; nil when it is minus infinity, as somebody is at
  /// risk beyond `latest`. Then c intervals end there and n rows last until there: c log(c/(c + n))
  /// + n log(n/(c + n)).
  var endless: Double? {
    guard exposure(latest) <= 0 else { return nil }
    if exactEvents > 0 { return .infinity }
    let ending = intervals.reduce(0) { $1.upper == latest ? $0 + $1.count : $0 }
    let staying = lasting.reduce(0) { $1.time == latest ? $0 + $1.count : $0 }
    return ending * log(ending / (ending + staying))
      + (staying > 0 ? staying * log(staying / (ending + staying)) : 0)
  }
}
