import CGSL

/// Whether a hazard is flat beyond an onset: the score test of beta = 0 in the hazard rate * exp(beta_1 t + beta_2 log t), with chi-square(2) as the
/// statistic's law. It sees a slope in time, in log time, and bends that the two together make.
///
/// With z = (t, log t), events d and time at risk Y(t) beyond the onset (late entries counted from their own), rate = d / integral Y:
///
///     U = sum z(t_i) - rate integral Y z,      V = rate (integral Y z z' - integral Y z (integral Y z)' / integral Y),      X = U' V^-1 U.
///
/// Source: Cox and Oakes, Analysis of Survival Data (1984), section 3.6; Lawless, Statistical Models and Methods for Lifetime Data (2003), section 4.
public struct HazardFlatness: Equatable, Sendable {
  /// The onset: only what is beyond it counts.
  public let onset: Double
  /// Events after the onset.
  public let events: Int
  /// The time at risk after the onset.
  public let exposure: Double
  /// X; nil below 3 events, or when time beyond the onset has no spread.
  public let statistic: Double?
  /// P(chi-square(2) > X) = exp(-X/2); nil as above.
  public var pValue: Double? { statistic.map { exp(-$0 / 2) } }

  /// Tests a sample beyond an onset. Cost: one pass; for many onsets see `HazardMoments`.
  public init(_ sample: RightCensoredSample, beyond onset: Double) { self = HazardMoments(sample).flatness(beyond: onset) }

  init(onset: Double, events: Int, exposure: Double, statistic: Double?) {
    (self.onset, self.events, self.exposure, self.statistic) = (onset, events, exposure, statistic)
  }
}

/// Sums over a sample from which the test of flatness beyond any onset follows at once. Time is in units of the last time.
struct HazardMoments {
  private let sample: RightCensoredSample
  private let unit: Double
  /// By row: the sums, over rows from there on, of the integrals of (1, t, log t, t^2, t log t, log^2 t) up to the row's time.
  private let ends: [SIMD8<Double>]
  /// The same over entries, by entry time.
  private let starts: [SIMD8<Double>]
  /// By row: events, their t and their log t, from there on.
  private let events: [SIMD4<Double>]

  init(_ sample: RightCensoredSample) {
    self.sample = sample
    let unit = sample.lastTime > 0 ? sample.lastTime : 1
    self.unit = unit
    var (sum, sums) = (SIMD8<Double>(), [SIMD8<Double>()])
    var (eventSum, eventSums) = (SIMD4<Double>(), [SIMD4<Double>()])
    for row in sample.times.indices.reversed() {
      let time = sample.times[row] / unit
      sum += Double(sample.events[row] + sample.censored[row]) * Self.integrals(time)
      sums.append(sum)
      if sample.events[row] > 0 { eventSum += Double(sample.events[row]) * SIMD4(1, time, log(time), 0) }
      eventSums.append(eventSum)
    }
    (ends, events) = (sums.reversed(), eventSums.reversed())
    (sum, sums) = (SIMD8(), [SIMD8()])
    for row in sample.entryTimes.indices.reversed() {
      sum += Double(sample.entries[row]) * Self.integrals(sample.entryTimes[row] / unit)
      sums.append(sum)
    }
    starts = sums.reversed()
  }

  /// The integrals from 0 to t.
  private static func integrals(_ t: Double) -> SIMD8<Double> {
    guard t > 0 else { return SIMD8() }
    let l = log(t)
    return SIMD8(t, t * t / 2, t * (l - 1), t * t * t / 3, t * t * (2 * l - 1) / 4, t * (l * (l - 2) + 2), 0, 0)
  }

  func flatness(beyond onset: Double) -> HazardFlatness {
    let row = sample.times.firstIndex(above: onset)
    let entry = sample.entryTimes.firstIndex(above: onset)
    // Summed here, not taken from the integrals, whose unit is not that of the data: whole times have a whole exposure.
    var (remaining, exposure) = (0, 0.0)
    for row in row..<sample.times.count {
      let count = sample.events[row] + sample.censored[row]
      remaining += count
      exposure += Double(count) * sample.times[row]
    }
    for entry in entry..<sample.entryTimes.count {
      remaining -= sample.entries[entry]
      exposure -= Double(sample.entries[entry]) * sample.entryTimes[entry]
    }
    exposure -= Double(remaining) * onset
    let m = ends[row] - starts[entry] - Double(remaining) * Self.integrals(onset / unit)
    let d = events[row]
    let statistic = d[0] >= 3 && m[0] > 0 ? Self.statistic(d, m) : nil
    return HazardFlatness(onset: onset, events: Int(d[0]), exposure: max(exposure, 0), statistic: statistic)
  }

  private static func statistic(_ d: SIMD4<Double>, _ m: SIMD8<Double>) -> Double? {
    let rate = d[0] / m[0]
    let u = SIMD2(d[1] - rate * m[1], d[2] - rate * m[2])
    let v = rate * SIMD4(m[3] - m[1] * m[1] / m[0], m[4] - m[1] * m[2] / m[0], m[5] - m[2] * m[2] / m[0], 0)
    let size = 1e-12 * rate * m[0]
    guard v.x > size else { return nil }
    // Over a short stretch of time, t and log t are the same to rounding: then time alone.
    guard v.z > 0, v.x * v.z - v.y * v.y > 1e-7 * v.x * v.z else { return u.x * u.x / v.x }
    let x = TwoParameterSearch.product(TwoParameterSearch.inverse(v), u)
    let statistic = (x * u).sum()
    return statistic.isNaN ? .infinity : statistic
  }
}

extension [Double] {
  /// The index of the first element above `value`, of an ascending array.
  func firstIndex(above value: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
