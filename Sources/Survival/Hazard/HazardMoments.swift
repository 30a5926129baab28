import CGSL

/// Sums over a sample from which the test of flatness beyond any onset follows at once. Time is in
/// units of the last time.
struct HazardMoments {
  private let sample: RightCensoredSample
  private let unit: Double
  /// By row: the sums, over rows from there on, of the integrals of (1, t, log t, t^2, t log t,
  /// log^2 t) up to the row's time.
  private let ends: [SIMD8<Double>]
  /// The same over entries, by entry time.
  private let starts: [SIMD8<Double>]
  /// By row: events, their t and their log t, from there on.
  private let events: [SIMD4<Double>]
  /// By row: the observations from there on and the sum of their times, in the unit of the data:
  /// whole times have a whole exposure.
  private let remaining: [(count: Int, time: Double)]
  /// The same over entries.
  private let entering: [(count: Int, time: Double)]

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
      if sample.events[row] > 0 {
        eventSum += Double(sample.events[row]) * SIMD4(1, time, log(time), 0)
      }
      eventSums.append(eventSum)
    }
    (ends, events) = (sums.reversed(), eventSums.reversed())
    (sum, sums) = (SIMD8(), [SIMD8()])
    for row in sample.entryTimes.indices.reversed() {
      sum += Double(sample.entries[row]) * Self.integrals(sample.entryTimes[row] / unit)
      sums.append(sum)
    }
    starts = sums.reversed()
    remaining = Self.totals(
      sample.times, sample.times.indices.map { sample.events[$0] + sample.censored[$0] })
    entering = Self.totals(sample.entryTimes, sample.entries)
  }

  /// The sums of counts, and of counts times their times, from each row on.
  private static func totals(_ times: [Double], _ counts: [Int]) -> [(count: Int, time: Double)] {
    var (sum, sums) = ((count: 0, time: 0.0), [(count: 0, time: 0.0)])
    for row in times.indices.reversed() {
      sum = (sum.count + counts[row], sum.time + Double(counts[row]) * times[row])
      sums.append(sum)
    }
    return sums.reversed()
  }

  /// The integrals from 0 to t.
  private static func integrals(_ t: Double) -> SIMD8<Double> {
    guard t > 0 else { return SIMD8() }
    let l = log(t)
    return SIMD8(
      t, t * t / 2, t * (l - 1), t * t * t / 3, t * t * (2 * l - 1) / 4, t * (l * (l - 2) + 2), 0, 0
    )
  }

  func flatness(beyond onset: Double) -> HazardFlatness {
    let row = sample.times.indices.bisected { sample.times[$0] > onset }
    let entry = sample.entryTimes.indices.bisected { sample.entryTimes[$0] > onset }
    let count = remaining[row].count - entering[entry].count
    let exposure = remaining[row].time - entering[entry].time - Double(count) * onset
    let m = ends[row] - starts[entry] - Double(count) * Self.integrals(onset / unit)
    let d = events[row]
    let found =
      d[0] >= 3 && m[0] > 0 ? Self.statistic(d, m, noise: 1e-14 * ends[row][0] / m[0]) : nil
    return HazardFlatness(
      onset: onset, events: Int(d[0]), exposure: max(exposure, 0), statistic: found?.value,
      degreesOfFreedom: found?.degreesOfFreedom ?? 2)
  }

  /// - Parameter noise: what rounding may make of the variance of time, since the moments are
  ///   differences of larger ones.
  private static func statistic(_ d: SIMD4<Double>, _ m: SIMD8<Double>, noise: Double) -> (
    value: Double, degreesOfFreedom: Int
  )? {
    let rate = d[0] / m[0]
    let u = SIMD2(d[1] - rate * m[1], d[2] - rate * m[2])
    let v =
      rate
      * SIMD4(m[3] - m[1] * m[1] / m[0], m[4] - m[1] * m[2] / m[0], m[5] - m[2] * m[2] / m[0], 0)
    let variance = v.x / d[0]
    guard variance > max(1e-12, noise) else { return nil }
    // Over a short stretch of time, t and log t are the same to rounding: then time alone.
    guard v.z > 0, v.x * v.z - v.y * v.y > max(1e-6, noise / variance) * v.x * v.z else {
      return (u.x * u.x / v.x, 1)
    }
    let x = TwoByTwo.product(TwoByTwo.inverse(v), u)
    let statistic = (x * u).sum()
    return (statistic.isNaN ? .infinity : statistic, 2)
  }
}
