import CGSL

/// How much a hazard can change beyond an onset: its trend over the stretch from the onset to the
/// time by which nine tenths of the events beyond it have come, as the factor from the start of
/// that stretch to its end.
///
/// With u the time since the onset in lengths of the stretch, and hazard a e^(b u), the
/// log-likelihood at the best a is, but for a constant,
///
///     l(b) = b sum u_i - d log integral Y(u) e^(b u) du,
///
/// d events, Y at risk (late entries counted from their own). It is concave. The factor is e^b, its
/// interval where l has fallen by z^2/2.
///
/// Cost: some 20 passes over the rows beyond the onset.
///
/// Source: Cox and Oakes, Analysis of Survival Data (1984), section 3.6 (the hazard);
/// `ProfileLimit` (the interval).
struct HazardTrend {
  /// Rows beyond the onset, how many end there; entries less than 0.
  private var points: [(time: Double, count: Double)] = []
  private var events = 0.0
  private var eventTime = 0.0

  /// nil when no time passes from the onset to the nine tenths' event.
  init?(_ sample: RightCensoredSample, beyond onset: Double) {
    let first = sample.times.indices.bisected { sample.times[$0] > onset }
    let total = sample.events[first...].reduce(0, +)
    var (seen, last) = (0, onset)
    for row in first..<sample.times.count where sample.events[row] > 0 && 10 * seen < 9 * total {
      seen += sample.events[row]
      last = sample.times[row]
    }
    let length = last - onset
    guard total > 0, length > 0 else { return nil }
    for row in first..<sample.times.count {
      let time = (sample.times[row] - onset) / length
      points.append((time, Double(sample.events[row] + sample.censored[row])))
      events += Double(sample.events[row])
      eventTime += Double(sample.events[row]) * time
    }
    let entry = sample.entryTimes.indices.bisected { sample.entryTimes[$0] > onset }
    for row in entry..<sample.entryTimes.count {
      points.append(((sample.entryTimes[row] - onset) / length, -Double(sample.entries[row])))
    }
  }

  /// The interval for the factor; nil when the data set no limit on a side.
  func change(_ level: ConfidenceLevel) -> ConfidenceInterval? {
    let (low, high) = (bracket(-1), bracket(1))
    guard let low, let high,
      let best = try? BracketedRoot.find(in: low...high, to: 1e-9, of: { derivatives($0).slope })
    else {
      return nil
    }
    let top = derivatives(best)
    let start = level.normalQuantile / top.information.squareRoot()
    func limit(_ side: Double) -> Double? {
      ProfileLimit.distance(depth: level.normalQuantile, start: start) { distance in
        let here = derivatives(best + side * distance)
        return (here.value - top.value, side * here.slope)
      }.map { exp(best + side * $0) }
    }
    guard top.information > 0, let lower = limit(-1), let upper = limit(1), upper < .infinity else {
      return nil
    }
    return ConfidenceInterval(lower: lower, upper: upper, level: level)
  }

  /// A trend on this side at which the slope turns back.
  private func bracket(_ side: Double) -> Double? {
    var trend = side
    while side * derivatives(trend).slope >= 0 {
      trend *= 2
      if abs(trend) > 60 { return nil }
    }
    return trend
  }

  /// l, its slope and minus its second derivative.
  private func derivatives(_ trend: Double) -> (value: Double, slope: Double, information: Double) {
    // All integrals are multiplied by e^-shift, so that none overflows.
    let shift = max(0, trend * points.reduce(0) { max($0, $1.time) })
    var sums = SIMD4<Double>()
    for (time, count) in points { sums += count * Self.integrals(trend, time, shift) }
    let (mean, square) = (sums.y / sums.x, sums.z / sums.x)
    return (
      trend * eventTime - events * (log(sums.x) + shift), eventTime - events * mean,
      events * (square - mean * mean)
    )
  }

  /// e^-shift times the integrals of (1, v, v^2) e^(trend v) from 0 to a time.
  private static func integrals(_ trend: Double, _ time: Double, _ shift: Double) -> SIMD4<Double> {
    let x = trend * time
    let scale = SIMD4(time, time * time, time * time * time, 0)
    guard abs(x) > 0.3 else {
      // sum over k of x^k / k! / (k + 1, k + 2, k + 3).
      var (sum, term) = (SIMD4<Double>(), exp(-shift))
      for k in 0..<12 {
        let order = Double(k)
        sum += term / SIMD4(order + 1, order + 2, order + 3, 1)
        term *= x / (order + 1)
      }
      return scale * sum
    }
    let (end, start) = (exp(x - shift), exp(-shift))
    let zeroth = (end - start) / x
    let first = (end - zeroth) / x
    return scale * SIMD4(zeroth, first, (end - 2 * first) / x, 0)
  }
}
