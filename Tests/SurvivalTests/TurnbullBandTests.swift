import Testing

@testable import Survival

@Suite("Turnbull's band and the draws for it")
struct TurnbullBandTests {
  @Test("The band is the same bits for any number of threads, and holds the curve")
  func threads() throws {
    let estimate = try TurnbullEstimate(try #require(try intervalSets()["radiation"]))
    func band(_ threads: Int, seed: UInt64 = 5) throws -> TurnbullBand {
      try estimate.band(
        bootstrap: try Bootstrap(replicates: 101, seed: seed, threads: threads), analysis: 2)
    }
    let one = try band(1)
    #expect(try band(2) == one && band(7) == one)
    #expect(try band(1, seed: 6) != one)
    #expect(
      one.times == [4, 5, 6, 7, 8, 11, 12, 24, 25, 33, 34, 38, 40, 46, 48] && one.failures == 0
        && one.replicates == 101)
    for (time, interval) in zip(one.times, try #require(one.intervals)) {
      let interval = try #require(interval)
      let survival = try #require(estimate.survival(at: time)?.value)
      #expect(interval.contains(survival) && interval.lower >= 0 && interval.upper <= 1, "\(time)")
    }
  }

  @Test("On exact times without censoring the band is the binomial law's")
  func binomial() throws {
    // 60 of 200 by time 1: S is 0.7 with a standard error of 0.0324; 2000 replicates find quantiles
    // to about 0.002.
    let estimate = try TurnbullEstimate(
      Array(repeating: (0, 1), count: 60) + Array(repeating: (1, 2), count: 140))
    let band = try estimate.band(
      at: [1], bootstrap: try Bootstrap(replicates: 2000, seed: 1, threads: 2), analysis: 0)
    let interval = try #require(band.intervals?[0])
    #expect(
      abs(interval.lower - (0.7 - 1.96 * 0.0324)) < 0.008
        && abs(interval.upper - (0.7 + 1.96 * 0.0324)) < 0.008)
  }

  @Test(
    "Inside an innermost interval the band is at least as wide as the bounds; odd times are refused"
  )
  func inside() throws {
    let estimate = try TurnbullEstimate([(0, 10), (0, 10), (10, .infinity)])
    let band = try estimate.band(
      at: [5, 20], bootstrap: try Bootstrap(replicates: 50, seed: 1), analysis: 0)
    #expect(band.intervals?[0]?.upper == 1 && band.intervals?[1]?.lower == 0)
    for time in [-1, .infinity, .nan] {
      #expect(throws: SurvivalError.self) {
        try estimate.band(at: [time], bootstrap: try Bootstrap(replicates: 1, seed: 1), analysis: 0)
      }
    }
  }

  @Test("Where every replicate has S = 1, or S = 0, there is no interval")
  func ends() throws {
    let estimate = try TurnbullEstimate([(1, 2), (1, 2), (2, 3), (2, 3)])
    let band = try estimate.band(
      at: [0.5, 2, 3, 4], bootstrap: try Bootstrap(replicates: 200, seed: 3), analysis: 0)
    let intervals = try #require(band.intervals)
    #expect(intervals.map { $0 == nil } == [true, false, true, true])
    let middle = try #require(intervals[1])
    #expect(middle.lower < 0.5 && middle.upper > 0.5)
  }

  @Test("Observations of one log share their inspections; others do not")
  func inspections() throws {
    #expect(
      try IntervalCensoredSample(lower: [0, 100, 200], upper: [100, 200, .infinity])
        .hasCommonInspections)
    #expect(
      try !IntervalCensoredSample(lower: [0, 50, 200], upper: [100, 200, .infinity])
        .hasCommonInspections)
    #expect(try !IntervalCensoredSample(lower: [0, 100], upper: [100, 100]).hasCommonInspections)
  }

  @Test("Resampled counts keep the sum, and have the multinomial law's means and variances")
  func multinomial() throws {
    let counts = [1, 30, 1, 500, 0, 7, 2000]
    let total = 2539
    let samples = try Bootstrap(replicates: 4000, seed: 9, threads: 2).run(analysis: 1) {
      $0.resampled(counts: counts)
    }
    #expect(
      samples.allSatisfy { $0.reduce(0, +) == total && $0[4] == 0 && $0.allSatisfy { $0 >= 0 } })
    for (row, count) in counts.enumerated() where count > 0 {
      let share = Double(count) / Double(total)
      let variance = Double(count) * (1 - share)
      let mean = samples.reduce(0) { $0 + Double($1[row]) } / 4000
      let spread =
        samples.reduce(0) {
          $0 + (Double($1[row]) - Double(count)) * (Double($1[row]) - Double(count))
        } / 4000
      // Five standard errors; the variance of a squared deviation is about (2 + 1/variance)
      // variance^2.
      #expect(abs(mean - Double(count)) < 5 * (variance / 4000).squareRoot(), "row \(row)")
      #expect(
        abs(spread - variance) < 5 * variance * ((2 + 1 / variance) / 4000).squareRoot(),
        "row \(row)")
    }
  }

  @Test(
    "Binomial draws have their law, on both sides of every branch",
    arguments: [(5, 0.3), (40, 0.2), (40, 0.3), (200, 0.95), (1_000_000, 0.4)])
  func binomialDraws(trials: Int, probability: Double) throws {
    let draws = try Bootstrap(replicates: 20, seed: 4).run(analysis: 7) { draws in
      (0..<2000).map { _ in draws.binomial(trials, probability) }
    }
    let values = draws.flatMap { $0 }.sorted()
    let (n, q) = (Double(trials), 1 - probability)
    let (mean, variance) = (n * probability, n * probability * q)
    #expect(values.allSatisfy { (0...trials).contains($0) })
    let average = values.reduce(0) { $0 + Double($1) } / 40_000
    #expect(abs(average - mean) < 5 * (variance / 40_000).squareRoot())
    let skewness =
      values.reduce(0) { $0 + ((Double($1) - mean) * (Double($1) - mean) * (Double($1) - mean)) }
      / 40_000
    #expect(
      abs(skewness - variance * (q - probability)) < 5 * variance * variance.squareRoot()
        * (15.0 / 40_000 + 1 / variance / 40_000).squareRoot() * 1.5)
    // The distribution function, computed outright where that is cheap: Kolmogorov's distance at
    // five in a million is 2.56/sqrt(n).
    guard trials <= 1000 else { return }
    var (mass, sum, place, worst) = (1.0, 0.0, 0, 0.0)
    for _ in 0..<trials { mass *= q }
    for value in 0...trials {
      sum += mass
      while place < values.count, values[place] <= value { place += 1 }
      worst = max(worst, abs(Double(place) / 40_000 - sum))
      mass *= Double(trials - value) / Double(value + 1) * probability / q
    }
    #expect(worst < 2.56 / 200)
  }

  @Test("Draws with nothing to choose")
  func trivial() throws {
    let draws = try Bootstrap(replicates: 1, seed: 4).run(analysis: 7) { draws in
      [
        draws.binomial(0, 0.5), draws.binomial(9, 0), draws.binomial(9, 1),
        draws.resampled(counts: [0, 4, 0])[1],
      ]
    }
    #expect(draws == [[0, 0, 9, 4]])
  }
}
