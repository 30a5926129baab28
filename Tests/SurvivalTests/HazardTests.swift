import CGSL
import Testing

@testable import Survival

@Suite("Hazard over time")
struct HazardTests {
  /// A sample from a law, censored at a horizon.
  static func sample(
    _ count: Int, _ law: any SurvivalLaw, horizon: Double = .infinity, seed: UInt64 = 1
  ) throws
    -> RightCensoredSample
  {
    let times = try Bootstrap(replicates: count, seed: seed).run(analysis: 2) {
      law.time(atLogSurvival: log($0.uniform()))
    }
    return try RightCensoredSample(
      times: times.map { min($0, horizon) }, observed: times.map { $0 <= horizon })
  }

  @Test("Smoothed hazards and the score test agree with their definitions")
  func fixtures() throws {
    let sets = try Dataset.all()
    for row in try Fixture("laws-hazards").rows {
      let sample = try #require(try sets[try row.text("set")]?.sample())
      let (at, value, error) = (
        try row.required("at"), try row.required("value"), try row.required("error")
      )
      if try row.text("kind") == "flatness" {
        let found = HazardFlatness(sample, beyond: at)
        #expect(
          agree(found.statistic, value, 1e-9) && agree(found.exposure, error, 1e-12),
          "\(row) \(found)")
      } else {
        let increments = try #require(
          HazardIncrements(sample, atRisk: SmoothedHazard.fewestAtRisk(of: sample.count)))
        let found = increments.smoothed(at: at, bandwidth: try row.required("bandwidth"))
        // At the very ends events lie on the edge of a kernel, where it is 0 but for rounding.
        #expect(
          abs(found.value - value) <= 1e-10 * (abs(value) + error)
            && agree(found.variance.squareRoot(), error, 1e-10),
          "\(row) \(found)")
      }
    }
  }

  @Test("Even increments give back a constant hazard, ends included")
  func constant() throws {
    // Each of 2000 steps has the same share of events among those at risk, one in 1000, up to the
    // whole numbers' rounding.
    var (times, events, censored, left): ([Double], [Int], [Int], Int) = ([], [], [], 100_000_000)
    for step in 1...2000 {
      let here = left / 1000
      times.append(Double(step) - 0.5)
      events.append(here)
      censored.append(step == 2000 ? left - here : 0)
      left -= here
    }
    let sample = RightCensoredSample(
      times: times, events: events, censored: censored, entryTimes: [], entries: [])
    let hazard = try #require(try SmoothedHazard(sample, bandwidth: 200))
    // At the end of the range the last step counts whole where half of it is inside: half a step
    // times the kernel's 5/200 there, 1.3 %.
    for point in hazard.points.dropLast(20) { #expect(abs(point.value - 1e-3) < 1e-6, "\(point)") }
    for point in hazard.points.suffix(20) { #expect(abs(point.value - 1e-3) < 1.3e-5, "\(point)") }
  }

  @Test("The integral of the smoothed hazard is near the cumulative hazard")
  func integral() throws {
    let sample = try Self.sample(3000, WeibullLaw(shape: 2, scale: 100))
    for bandwidth in [nil, 10, 1e9] {
      let hazard = try #require(try SmoothedHazard(sample, bandwidth: bandwidth))
      let (first, last) = (hazard.points[0], try #require(hazard.points.last))
      let mean =
        (hazard.points.reduce(0) { $0 + $1.value } - (first.value + last.value) / 2)
        / Double(hazard.points.count - 1)
      let curve = KaplanMeierEstimate(sample)
      let expected = curve.cumulativeHazard[try #require(curve.lastRow(upTo: last.time))]
      #expect(
        agree(mean * (last.time - first.time), expected, 0.03), "\(String(describing: bandwidth))")
      #expect(
        hazard.bandwidths.upperBound <= (last.time - first.time) / 2 * (1 + 1e-12)
          && hazard.points.allSatisfy {
            $0.value > 0 ? ($0.lower ?? 0) < $0.value : $0.lower == nil
          })
    }
    #expect(throws: SurvivalError.bandwidth(0)) { try SmoothedHazard(sample, bandwidth: 0) }
    let (none, one) = (
      try RightCensoredSample(times: [3], observed: [false]),
      try RightCensoredSample(times: [3], observed: [true])
    )
    let (ofNone, ofOne) = (try SmoothedHazard(none), try SmoothedHazard(one))
    // One event begins the range and ends it.
    #expect(ofNone == nil && ofOne == nil)
  }

  /// A burn-in of 1000 in which nothing comes, a ramp of 600 and a plateau of 2e-4 to the horizon
  /// of 60 000: what Figure 1 is like.
  @Test("A burn-in stays empty, a ramp is followed, and the plateau is in the band")
  func burnIn() throws {
    let law = PiecewiseExponentialLaw(
      cuts: [1000, 1200, 1400, 1600], rates: [1e-12, 4e-5, 1e-4, 1.6e-4, 2e-4])
    let sample = try Self.sample(4000, law, horizon: 60_000)
    let hazard = try #require(try SmoothedHazard(sample))
    #expect(
      hazard.points[0].time >= 1000 && hazard.bandwidths.lowerBound < 400
        && hazard.points.allSatisfy { $0.value > 0 }
        && hazard.bandwidths.upperBound > 3000)
    // From where the ramp is over by more than the bandwidth, to where a tenth is left.
    let plateau = hazard.points.filter { $0.time - $0.bandwidth > 1600 && $0.time < 12_000 }
    let inside = plateau.filter { ($0.lower ?? 0) < 2e-4 && 2e-4 < ($0.upper ?? 1) }
    #expect(
      plateau.count > 30 && inside.count * 10 >= plateau.count * 8,
      "\(inside.count) of \(plateau.count)")
    // On the ramp it rises: less than half of the plateau at its beginning.
    #expect(hazard.points.filter { $0.time < 1200 }.allSatisfy { $0.value < 1e-4 })
    // One bandwidth for all times smears it over the empty stretch: the control.
    let smeared = try #require(try SmoothedHazard(sample, bandwidth: 2063))
    #expect(smeared.points.contains { $0.time > 300 && $0.time < 1000 && $0.value > 1e-5 })
  }

  @Test(
    "Many events at few times: the bandwidth spans several of them, and the hazard stays of its size"
  )
  func ties() throws {
    let times = (1...10).flatMap { [Double](repeating: Double($0), count: 100) }
    let sample = try RightCensoredSample(
      times: times, observed: [Bool](repeating: true, count: 1000))
    let hazard = try #require(try SmoothedHazard(sample))
    // 1/10, 1/9, ... of those at risk at each time but the last.
    #expect(hazard.bandwidths.lowerBound > 0.9)
    #expect(
      hazard.points.dropFirst(10).dropLast(60).allSatisfy { (0.03...1).contains($0.value) },
      "\(hazard.points.map(\.value))")
  }

  @Test("Bins change a smoothed hazard by next to nothing, and the truth is inside most intervals")
  func bins() throws {
    let law = WeibullLaw(shape: 1.5, scale: 100)
    let hazard = try #require(try SmoothedHazard(try Self.sample(20_000, law), bandwidth: 8))
    // 200 correlated points; inside at 95 % each. Half of them would be seen at once.
    let inside = hazard.points.dropFirst(15).filter { point in
      law.hazard(at: point.time).map { ($0 > point.lower ?? 0) && $0 < point.upper ?? 0 } ?? false
    }
    #expect(inside.count > 160)
  }

  @Test("Flatness is rejected at about its level under a flat hazard, and always under a burn-in")
  func flatness() throws {
    let values = try (0..<400).map { seed in
      HazardFlatness(
        try Self.sample(200, ExponentialLaw(rate: 0.01), horizon: 120, seed: UInt64(seed)),
        beyond: 0
      ).pValue ?? 0
    }
    // 400 p-values: five standard errors of the share below 0.2 are 0.1.
    #expect(abs(Double(values.filter { $0 < 0.2 }.count) / 400 - 0.2) < 0.1)
    #expect(abs(values.reduce(0, +) / 400 - 0.5) < 0.073)
    let delayed = try Self.sample(500, DelayedExponentialLaw(delay: 50, rate: 0.01))
    #expect(HazardFlatness(delayed, beyond: 0).pValue ?? 1 < 1e-6)
    #expect(
      HazardFlatness(try RightCensoredSample(times: [1, 2], observed: [true, true]), beyond: 0)
        .pValue == nil)
  }

  @Test("A plateau is found after the burn-in, with its rate; none where the hazard keeps rising")
  func plateau() throws {
    let law = PiecewiseExponentialLaw(cuts: [500, 900], rates: [1e-5, 5e-4, 2e-3])
    let found = try #require(try HazardPlateau(try Self.sample(4000, law, horizon: 4000)))
    #expect(found.onset > 700 && found.onset < 1100 && found.interval.contains(2e-3), "\(found)")
    #expect(
      found.interval.lower <= found.rate.lower
        && found.interval.upper >= found.rate.upper ?? .infinity)
    let rising = try HazardPlateau(try Self.sample(4000, WeibullLaw(shape: 4, scale: 1000)))
    #expect(rising == nil)
    let flat = try #require(
      try HazardPlateau(try Self.sample(1000, ExponentialLaw(rate: 2e-3), seed: 3)))
    #expect(flat.onset == 0 && flat.rate.events == 1000)
    for times in [[1.0], [0], [5, 5, 5]] {
      let few = try HazardPlateau(
        RightCensoredSample(times: times, observed: times.map { _ in true }))
      #expect(few == nil)
    }
  }

  @Test(
    "A rising or bent hazard is no plateau, few events show none; a flat one after a burn-in is one"
  )
  func negativeControls() throws {
    func found(_ count: Int, _ law: any SurvivalLaw) throws -> Int {
      try (0..<25).filter { try HazardPlateau(Self.sample(count, law, seed: UInt64($0))) != nil }
        .count
    }
    #expect(try found(200, WeibullLaw(shape: 2, scale: 600)) <= 4)
    #expect(try found(2000, WeibullLaw(shape: 2, scale: 600)) == 0)
    #expect(try found(200, WeibullLaw(shape: 1.5, scale: 600)) <= 10)
    #expect(try found(2000, WeibullLaw(shape: 1.5, scale: 600)) <= 2)
    #expect(try found(2000, LogNormalLaw(mu: 6, sigma: 1)) <= 1)
    #expect(try found(30, ExponentialLaw(rate: 1)) == 0)
    let burnIn = PiecewiseExponentialLaw(cuts: [200], rates: [3e-4, 2e-3])
    #expect(try found(200, burnIn) >= 18)
    #expect(try found(2000, burnIn) >= 23)
  }

  @Test("The change of a hazard: its interval covers a law's own, and is that of a direct search")
  func change() throws {
    // Hazard exp(t/2 - 3), so survival exp(-2 e^-3 (e^(t/2) - 1)).
    let draws = try Bootstrap(replicates: 3000, seed: 6).run(analysis: 1) {
      2 * log(1 - log($0.uniform()) / (2 * exp(-3)))
    }
    let sample = try RightCensoredSample(times: draws, observed: draws.map { _ in true })
    let later = draws.filter { $0 > 1 }.sorted()
    let length = later[(9 * later.count + 9) / 10 - 1] - 1
    let change = try #require(HazardTrend(sample, beyond: 1)?.change(.standard))
    #expect(change.contains(exp(length / 2)), "\(change) \(exp(length / 2))")
    func value(_ trend: Double) -> Double {
      let u = later.map { ($0 - 1) / length }
      return trend * u.reduce(0, +) - Double(u.count)
        * log(u.reduce(0) { $0 + expm1(trend * $1) / trend })
    }
    let top = stride(from: 0.5, to: 5, by: 1e-3).map(value).reduce(-Double.infinity, max)
    let depth =
      ConfidenceLevel.standard.normalQuantile * ConfidenceLevel.standard.normalQuantile / 2
    #expect(
      abs(top - value(log(change.lower)) - depth) < 1e-3
        && abs(top - value(log(change.upper)) - depth) < 1e-3)
  }

  @Test("Far from 0, time and its log are one: one degree of freedom, and its p-value")
  func oneDegree() throws {
    let times = (0..<200).map { 1e6 + 10 * Double($0) }
    let sample = try RightCensoredSample(times: times, observed: times.map { _ in true })
    let found = HazardFlatness(sample, beyond: 1e6 - 1)
    #expect(found.degreesOfFreedom == 1, "\(found)")
    #expect(
      agree(found.pValue, found.statistic.map { PValue.chiSquared($0, degreesOfFreedom: 1) }, 1e-12)
    )
    #expect(HazardFlatness(sample, beyond: 0).degreesOfFreedom == 2)
  }

  @Test("Limits far above the curve are left out, not the curve")
  func limits() throws {
    // Where a boundary kernel's value passes through 0, its standard error does not.
    var left = 0
    for seed in 0..<20 {
      let sample = try Self.sample(60, ExponentialLaw(rate: 0.1), seed: UInt64(seed))
      let hazard = try #require(try SmoothedHazard(sample, bandwidth: 0.2, points: 20_000))
      let largest = hazard.points.reduce(0) { max($0, $1.value) }
      #expect(
        hazard.points.allSatisfy { $0.upper ?? 0 <= 100 * largest }
          && hazard.points.contains { $0.upper != nil })
      left += hazard.points.filter { $0.value > 0 && $0.upper == nil && $0.lower == nil }.count
    }
    #expect(left > 0)
  }

  @Test("Late entries count from their own time: splitting observations changes no plateau")
  func splitting() throws {
    let whole = try Self.sample(300, DelayedExponentialLaw(delay: 50, rate: 0.01))
    var (times, observed, entries): ([Double], [Bool], [Double]) = ([], [], [])
    for time in whole.times {
      // Cut at half, as a row that ends there unseen and one that enters there.
      times += [time / 2, time]
      observed += [false, true]
      entries += [0, time / 2]
    }
    let (a, b) = (
      try #require(try HazardPlateau(whole)),
      try #require(
        try HazardPlateau(RightCensoredSample(times: times, observed: observed, entries: entries)))
    )
    #expect(
      a.onset == b.onset && a.rate.events == b.rate.events
        && agree(a.rate.exposure, b.rate.exposure, 1e-12))
    #expect(agree(a.flatness.statistic, b.flatness.statistic, 1e-8))
  }
}
