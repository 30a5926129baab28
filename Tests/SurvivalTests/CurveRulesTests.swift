import Testing

@testable import Survival

@Suite("What holds of every curve")
struct CurveRulesTests {
  @Test("The order of the observations does not matter, to the bit")
  func order() throws {
    let times = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]
    let observed = [true, false, true, true, false, true, true, false, true, true, true]
    let sample = try RightCensoredSample(times: times, observed: observed)
    #expect(
      sample == (try RightCensoredSample(times: times.reversed(), observed: observed.reversed())))
    let rotated = { (shift: Int) in times.indices.map { ($0 * 7 + shift) % times.count } }
    for shift in times.indices {
      let order = rotated(shift)
      #expect(
        sample
          == (try RightCensoredSample(
            times: order.map { times[$0] }, observed: order.map { observed[$0] })))
    }
  }

  @Test("Whole numbers and numbers with a fraction make one table, and -0 is 0")
  func wholeNumbers() throws {
    let observed = [true, false, true, false]
    let sample = try RightCensoredSample(times: [0, 7, 7, 0], observed: observed)
    #expect(sample == (try RightCensoredSample(times: [-0.0, 7.0, 7.0, 0.0], observed: observed)))
    #expect(sample.times == [0, 7])
    #expect(sample.atRisk == [4, 2])
    #expect(sample.events == [1, 1])
    #expect(sample.censored == [1, 1])
    #expect(sample.count == 4 && sample.eventCount == 2 && sample.exposure == 14)
  }

  @Test(
    "Splitting a tie of events leaves S and Greenwood's error there as they were, but not the sum of d/n"
  )
  func splittingATie() throws {
    let tied = KaplanMeierEstimate(
      try RightCensoredSample(
        times: [1.0, 2, 2, 2, 3, 4], observed: [true, true, true, true, false, true]))
    let split = KaplanMeierEstimate(
      try RightCensoredSample(
        times: [1.0, 2, 2.0.nextUp, 2.0.nextUp.nextUp, 3, 4],
        observed: [true, true, true, true, false, true]))
    #expect(agree(tied.survival[1], split.survival[3], 1e-14))
    #expect(agree(tied.standardError(row: 1), split.standardError(row: 3), 1e-14))
    #expect(split.cumulativeHazard[3] > tied.cumulativeHazard[1] + 0.1)
  }

  @Test("An event comes before a censoring at the same time")
  func eventsFirst() throws {
    let estimate = KaplanMeierEstimate(
      try RightCensoredSample(times: [2, 2], observed: [false, true]))
    #expect(estimate.survival == [0.5])
  }

  @Test(
    "Without censoring S is the fraction left, its variance binomial, the mean the mean and the median the median"
  )
  func uncensored() throws {
    let times = [2.0, 3, 3, 5, 8, 13, 21, 34]
    let estimate = KaplanMeierEstimate(
      try RightCensoredSample(times: times, observed: times.map { _ in true }))
    for (row, time) in estimate.sample.times.enumerated() {
      let left = Double(times.count { $0 > time }) / 8
      #expect(agree(estimate.survival[row], left, 1e-14))
      if left > 0 {
        #expect(
          agree(estimate.standardError(row: row), (left * (1 - left) / 8).squareRoot(), 1e-14))
      }
    }
    let mean = times.reduce(0, +) / 8
    let variance = times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 64
    let restricted = try estimate.restrictedMean(to: 100)
    #expect(agree(restricted.value, mean, 1e-14))
    #expect(agree(restricted.standardError, variance.squareRoot(), 1e-14))
    #expect(!restricted.isExtrapolated)
    #expect(estimate.median().value == 6.5)
  }

  @Test("Limits are ordered, hold S, and are numbers in [0, 1], at any level")
  func limits() throws {
    for (name, estimate) in try Fixture.estimates() {
      for level in [1e-9, 0.5, 0.95, 1 - 1e-12] {
        for transform in IntervalTransform.allCases {
          for row in estimate.rows(transform, level: try ConfidenceLevel(level)) {
            guard let interval = row.interval else {
              #expect(row.survival == 1 || (row.survival == 0 && row.standardError == nil))
              continue
            }
            #expect(
              0 <= interval.lower && interval.lower <= row.survival
                && row.survival <= interval.upper && interval.upper <= 1,
              "\(name) \(transform) \(level) \(row)")
          }
        }
      }
    }
  }

  @Test("S between, before and after the times")
  func lookup() throws {
    let open = KaplanMeierEstimate(
      try RightCensoredSample(times: [1, 2, 4], observed: [true, false, false]))
    for time in [-1, 0, 0.99] { #expect(open.survival(at: time) == 1) }
    for time in [1.0, 3, 4] { #expect(agree(open.survival(at: time), 2.0 / 3, 1e-15)) }
    #expect(open.survival(at: 4.01) == nil && open.survival(at: .nan) == nil)
    let closed = KaplanMeierEstimate(try RightCensoredSample(times: [1], observed: [true]))
    #expect(closed.survival(at: .infinity) == 0)
  }

  @Test("The tolerance does not swallow quantiles near 0 and 1")
  func extremeQuantiles() throws {
    let estimate = KaplanMeierEstimate(
      try RightCensoredSample(times: [1, 2, 3], observed: [false, true, true]))
    #expect(try estimate.quantile(1e-12).value == 2)
    #expect(try estimate.quantile(1).value == 3)
    #expect(try estimate.quantile(1 - 1e-12).value == 3)
  }

  @Test("A bound that rises again counts where it first comes down")
  func risingBound() throws {
    // 2080 events of 4000, then all but four censored, and one more event: S falls by a quarter,
    // its upper plain limit rises.
    let times = Array(repeating: 1, count: 2080) + Array(repeating: 2, count: 1916) + [3, 4, 5, 6]
    let observed =
      Array(repeating: true, count: 2080) + Array(repeating: false, count: 1916) + [
        true, false, false, false,
      ]
    let estimate = KaplanMeierEstimate(try RightCensoredSample(times: times, observed: observed))
    let upper = (0..<3).compactMap { estimate.interval(row: $0, .plain)?.upper }
    #expect(upper[0] < 0.5 && upper[2] > 0.5, "\(upper)")
    #expect(estimate.median(.plain).upper == 1)
  }
}
