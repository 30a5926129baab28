import Testing

@testable import Survival

/// How observations become a table: the sort, the counters, the groups.
@Suite("Tables of observations")
struct TabulationTests {
  /// Words of a Weyl sequence, mixed (splitmix64): the same at each run.
  private static func words(_ count: Int, seed: UInt64) -> [UInt64] {
    (1...UInt64(count)).map { index in
      var word = (index &+ seed << 32) &* 0x9e37_79b9_7f4a_7c15
      word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
      word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
      return word ^ word >> 31
    }
  }

  @Test("The radix sort agrees with the standard library's, whatever bits vary")
  func radixSort() {
    let words = Self.words(6000, seed: 1)
    let kinds: [(UInt64) -> UInt64] = [
      { $0 }, { $0 & 0xff }, { $0 << 60 }, { $0 >> 1 & 0x7000_0000_00f0_0000 }, { _ in 42 },
      { $0 & 1 << 63 }, { $0 % 3 },
      { Double($0 % 5000).bitPattern << 1 }, { (Double($0) * 0x1p-40).bitPattern },
      { .max - $0 % 2 },
      { $0 & 0x8000_0000_0000_0001 },
    ]
    for (kind, make) in kinds.enumerated() {
      for count in [0, 1, 2, 1999, 2000, 2001, 2002, 5999] {
        var keys = words.prefix(count).map(make)
        let expected = keys.sorted()
        RadixSort.sort(&keys)
        #expect(keys == expected, "kind \(kind), \(count) keys")
        // Without the lowest bits: the same numbers, ordered by the others.
        RadixSort.sort(&keys, ignoredBits: 1)
        #expect(
          keys.map { $0 >> 1 } == expected.map { $0 >> 1 } && keys.sorted() == expected,
          "kind \(kind), \(count) keys")
        var reversed = Array(expected.reversed())
        RadixSort.sort(&reversed, ignoredBits: 1)
        #expect(
          reversed.map { $0 >> 1 } == expected.map { $0 >> 1 } && reversed.sorted() == expected,
          "kind \(kind), \(count) keys")
      }
    }
  }

  /// The table by its definition, one look at all observations for each time.
  private func defined(_ times: [Double], _ observed: [Bool], _ entries: [Double]) -> [[Double]] {
    Set(times).sorted().map { time in
      let here = times.indices.filter { times[$0] == time }
      let atRisk = times.indices.count {
        entries[$0] < time && time <= times[$0] || (time == 0 && entries[$0] == 0)
      }
      return [
        time, Double(atRisk), Double(here.count { observed[$0] }),
        Double(here.count { !observed[$0] }),
      ]
    }
  }

  private func rows(_ sample: RightCensoredSample) -> [[Double]] {
    sample.times.indices.map {
      [
        sample.times[$0], Double(sample.atRisk[$0]), Double(sample.events[$0]),
        Double(sample.censored[$0]),
      ]
    }
  }

  @Test(
    "Tables hold what their definition says: small and large, whole and not, tied and not, late and not"
  )
  func definition() throws {
    let words = Self.words(2500, seed: 2)
    let laws: [(UInt64) -> Double] = [
      { Double($0 % 90) }, { Double(1 + $0 % 90) }, { Double($0 % 4999) }, { Double($0 % 5001) },
      { Double($0 % 90) / 8 },
      { Double($0 >> 11) * 0x1p-53 },
      { Double($0 % 7) * 1e300 }, { Double(1 + $0 % 7) * 1e300 },
      { Double($0 % 40) * .leastNonzeroMagnitude }, { _ in 12 },
      { $0 % 2 == 0 ? 0 : -0.0 },
    ]
    for (law, time) in laws.enumerated() {
      for count in [1, 2, 30, 700, 2500] {
        let times = words.prefix(count).map { time($0 >> 8) }
        let observed = words.prefix(count).map { $0 % 5 != 0 }
        let sample = try RightCensoredSample(times: times, observed: observed)
        let zeros = times.map { _ in 0.0 }
        #expect(rows(sample) == defined(times, observed, zeros), "law \(law), \(count) rows")
        // An observation of time 0 cannot be said to have entered before it.
        guard !times.contains(0) else { continue }
        #expect(
          sample == (try RightCensoredSample(times: times, observed: observed, entries: zeros)))
        let shares = words.prefix(count).map { $0 % 3 == 0 ? 0 : Double($0 % 4) / 8 }
        let entries = zip(times, shares).map { $0 * $1 }
        let late = try RightCensoredSample(times: times, observed: observed, entries: entries)
        #expect(rows(late) == defined(times, observed, entries), "law \(law), \(count) rows")
        #expect(
          late.entryTimes == Set(entries).subtracting([0]).sorted()
            && late.entries.reduce(0, +) == entries.count { $0 > 0 })
      }
    }
  }

  @Test("Samples by group are the samples of each group's rows")
  func groups() throws {
    let words = Self.words(9000, seed: 3)
    for fraction in [1.0, 7] {
      let times = words.map { Double(1 + $0 % 400) / fraction }
      let observed = words.map { $0 % 3 != 0 }
      let entries = zip(times, words).map { $1 % 2 == 0 ? 0 : $0 / 4 }
      let groups = words.map { $0 % 11 == 0 ? 3 : Int($0 % 2) }
      for late in [nil, entries] {
        let samples = try RightCensoredSample.grouped(
          times: times, observed: observed, entries: late, groups: groups, count: 4)
        #expect(samples.count == 4 && samples[2] == nil)
        for group in [0, 1, 3] {
          let rows = groups.indices.filter { groups[$0] == group }
          let expected = try RightCensoredSample(
            times: rows.map { times[$0] }, observed: rows.map { observed[$0] },
            entries: late.map { late in rows.map { late[$0] } })
          #expect(samples[group] == expected)
        }
      }
    }
    #expect(throws: SurvivalError.unequalGroups(times: 1, groups: 2)) {
      try RightCensoredSample.grouped(times: [1], observed: [true], groups: [0, 0], count: 1)
    }
    for group in [-1, 2, .max, .min] {
      #expect(throws: SurvivalError.group(group, count: 2, observation: 1)) {
        try RightCensoredSample.grouped(
          times: [1, 2], observed: [true, true], groups: [0, group], count: 2)
      }
    }
    #expect(throws: SurvivalError.time(-1, observation: 2)) {
      try RightCensoredSample.grouped(
        times: [1, 1, -1], observed: [true, true, true], groups: [0, 1, 1], count: 2)
    }
    #expect(throws: SurvivalError.emptySample) {
      try RightCensoredSample.grouped(times: [], observed: [], groups: [], count: 2)
    }
  }

  @Test("Quantiles by bisection and blocks are those of a look at every row")
  func searchedQuantiles() throws {
    let words = Self.words(400, seed: 4)
    for (times, events) in [(4000, 9), (60, 5), (12, 2)] as [(UInt64, UInt64)] {
      for entry in [0.0, 0.6] {
        let late = words.map { Double($0 >> 20 & 7) / 8 * entry }
        let ends = zip(words, late).map { Double(1 + $0 % times) * ($1 == 0 ? 1 : 1.5) }
        let sample = try RightCensoredSample(
          times: ends, observed: words.map { $0 >> 32 % events > 0 },
          entries: zip(ends, late).map { $0 * $1 })
        let estimate = KaplanMeierEstimate(sample)
        for transform in IntervalTransform.allCases {
          let level = try ConfidenceLevel(0.9)
          let limits = sample.times.indices.map {
            estimate.interval(row: $0, transform, level: level)
          }
          for percent in stride(from: 0.5, through: 100, by: 0.5) {
            let found = try estimate.quantile(percent / 100, transform, level: level)
            let target = 1 - percent / 100 + min(1.5e-8, (1 - percent / 100) / 2)
            // Rows at which a curve lies on the target itself are compared with R's; here it is the
            // first that lies below.
            func first(_ curve: [Double?]) -> Int? {
              curve.firstIndex { $0.map { $0 <= target } ?? false }
            }
            for (value, curve) in [
              (found.value, estimate.survival.map { $0 }), (found.lower, limits.map { $0?.lower }),
              (found.upper, limits.map { $0?.upper }),
            ] {
              guard let row = first(curve), let reached = curve[row] else {
                #expect(value == nil)
                continue
              }
              if reached < target - 1e-7 {
                #expect(value == sample.times[row], "\(transform) \(percent)")
              }
            }
          }
        }
      }
    }
  }

  @Test(
    "A million rows: whole times and the same times halved, which go another way, give the same bits"
  )
  func million() throws {
    let words = Self.words(1_000_000, seed: 5)
    let times = words.map { Double(1 + $0 % 100_000) }
    let observed = words.map { $0 >> 60 != 0 }
    let whole = KaplanMeierEstimate(try RightCensoredSample(times: times, observed: observed))
    let scaled = KaplanMeierEstimate(
      try RightCensoredSample(times: times.map { $0 / 1024 }, observed: observed))
    #expect(whole.sample.times == scaled.sample.times.map { $0 * 1024 })
    #expect(whole.survival == scaled.survival && whole.cumulativeHazard == scaled.cumulativeHazard)
    #expect(whole.sample.exposure == scaled.sample.exposure * 1024)
    let (median, half) = (whole.median(), scaled.median())
    #expect(
      median.value == half.value.map { $0 * 1024 } && median.lower == half.lower.map { $0 * 1024 })
    #expect(abs((median.value ?? 0) - 50_000 * (1 + 1.0 / 31)) < 1000)
    let mean = try whole.restrictedMean(to: 50_000)
    let scaledMean = try scaled.restrictedMean(to: 50_000 / 1024)
    #expect(
      mean.value == scaledMean.value * 1024 && mean.standardError == scaledMean.standardError * 1024
    )
  }
}
