/// The candidates for the onset of a flat hazard, and how flat it is beyond each.
struct HazardOnset {
  /// Flatness beyond each candidate, ascending.
  let tests: [HazardFlatness]
  private let sample: RightCensoredSample
  private let moments: HazardMoments

  init(_ sample: RightCensoredSample) {
    self.sample = sample
    let moments = HazardMoments(sample)
    self.moments = moments
    tests = Self.candidates(sample).map(moments.flatness)
  }

  /// 0, the first event, and the times by which j/40 of the events have come, j up to 20.
  private static func candidates(_ sample: RightCensoredSample) -> [Double] {
    let rows = sample.times.indices.filter { sample.events[$0] > 0 }
    let total = sample.eventCount
    var (times, seen, next) = ([0.0], 0, 1)
    if let first = rows.first, sample.times[first] > 0 { times.append(sample.times[first]) }
    for row in rows where next <= 20 {
      seen += sample.events[row]
      if seen * 40 >= next * total, sample.times[row] > times[times.count - 1] {
        times.append(sample.times[row])
      }
      while seen * 40 >= next * total { next += 1 }
    }
    return times
  }

  /// The smallest p-value of the test of trend and of up to four comparisons, times their number
  /// (Bonferroni).
  ///
  /// A comparison is of the rate up to the candidate 1, 2, 4 or 8 further on with the rate beyond
  /// that: a burn-in that is not over shows there first. With k events over exposure E in the
  /// stretch, whose last event ends it, and m over F beyond, E/(E + F) is a beta(k, m) variable
  /// under one rate.
  func pValue(_ candidate: Int) -> Double {
    let all = tests[candidate]
    var values = [all.pValue ?? 0]
    for further in [1, 2, 4, 8] where candidate + further < tests.count {
      let beyond = tests[candidate + further]
      let within = all.events - beyond.events
      guard within > 0, beyond.events > 0, all.exposure > beyond.exposure else { continue }
      let lower = IncompleteBeta.regularized(
        x: (all.exposure - beyond.exposure) / all.exposure, y: beyond.exposure / all.exposure,
        a: Double(within),
        b: Double(beyond.events))
      values.append(2 * min(lower, 1 - lower))
    }
    return min(1, values.reduce(1, min) * Double(values.count))
  }

  /// Flatness beyond the event with which a third of the events beyond an onset have come.
  func afterThird(of flatness: HazardFlatness) -> HazardFlatness {
    var seen = 0
    for row in sample.times.indices.bisected(where: { sample.times[$0] > flatness.onset }
    )..<sample.times.count {
      seen += sample.events[row]
      if 3 * seen >= flatness.events { return moments.flatness(beyond: sample.times[row]) }
    }
    return flatness
  }
}
