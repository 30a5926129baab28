import Testing

@testable import Survival

/// What may be done to observations without a change to what they say.
@Suite("Invariance of curves")
struct CurveInvarianceTests {
  private func estimate(_ set: Dataset, _ order: [Int], _ time: (Double) -> Double = { $0 }) throws
    -> KaplanMeierEstimate
  {
    KaplanMeierEstimate(
      try RightCensoredSample(
        times: order.map { time(set.times[$0]) }, observed: order.map { set.observed[$0] },
        entries: set.isTruncated ? order.map { time(set.entries[$0]) } : nil))
  }

  @Test("The order of rows changes no bit, with late entries and without")
  func order() throws {
    for (name, set) in try Dataset.all() {
      let rows = Array(set.times.indices)
      let whole = try estimate(set, rows)
      let interleaved = rows.filter { $0 % 2 == 1 } + rows.filter { $0 % 2 == 0 }.reversed()
      #expect(try estimate(set, interleaved) == whole, "\(name)")
      #expect(try estimate(set, rows.reversed()) == whole, "\(name)")
    }
  }

  @Test(
    "Scaled by a power of two: the same S and hazards, scaled times, quantiles and means, to the bit; bands too"
  )
  func scale() throws {
    for (name, set) in try Dataset.all() {
      let rows = Array(set.times.indices)
      let whole = try estimate(set, rows)
      let horizon = whole.sample.lastTime * 0.75
      for factor in [0x1p-20, 0x1p9] {
        let scaled = try estimate(set, rows) { $0 * factor }
        #expect(
          scaled.survival == whole.survival && scaled.greenwoodSum == whole.greenwoodSum, "\(name)")
        #expect(
          NelsonAalenEstimate(scaled.sample).variance == NelsonAalenEstimate(whole.sample).variance,
          "\(name)")
        #expect(
          scaled.sample.times == whole.sample.times.map { $0 * factor }
            && scaled.sample.exposure == whole.sample.exposure * factor)
        for probability in [0.05, 0.25, 0.5, 0.9] {
          let (found, expected) = (
            try scaled.quantile(probability), try whole.quantile(probability)
          )
          #expect(
            found.value == expected.value.map { $0 * factor }
              && found.lower == expected.lower.map { $0 * factor }, "\(name)")
          #expect(found.upper == expected.upper.map { $0 * factor }, "\(name)")
        }
        let (found, expected) = (
          try scaled.restrictedMean(to: horizon * factor), try whole.restrictedMean(to: horizon)
        )
        #expect(
          found.value == expected.value * factor
            && found.standardError == expected.standardError * factor, "\(name)")
        let (band, wide) = (try scaled.hallWellnerBand(), try whole.hallWellnerBand())
        #expect(
          band?.intervals == wide?.intervals && band?.end == wide.map { $0.end * factor }, "\(name)"
        )
      }
    }
  }

  @Test("Shifted by a constant: the same S, shifted quantiles, and the constant more in the mean")
  func shift() throws {
    for (name, set) in try Dataset.all()
    where set.times.allSatisfy({ $0 == $0.rounded() && $0 > 0 }) {
      let rows = Array(set.times.indices)
      let whole = try estimate(set, rows)
      let shifted = try estimate(set, rows) { $0 + 4096 }
      #expect(
        shifted.survival == whole.survival && shifted.cumulativeHazard == whole.cumulativeHazard,
        "\(name)")
      #expect(
        shifted.sample.atRisk == whole.sample.atRisk
          && shifted.sample.times == whole.sample.times.map { $0 + 4096 }, "\(name)")
      let (found, expected) = (shifted.median(.plain), whole.median(.plain))
      #expect(
        found.value == expected.value.map { $0 + 4096 }
          && found.upper == expected.upper.map { $0 + 4096 }, "\(name)")
      let (mean, before) = (
        try shifted.restrictedMean(to: 4096 + 500), try whole.restrictedMean(to: 500)
      )
      #expect(
        agree(mean.value, before.value + 4096, 1e-13)
          && agree(mean.standardError, before.standardError, 1e-11), "\(name)")
    }
  }

  @Test("One row, at any time, with an event or not: every question has an answer or nil")
  func single() throws {
    for time in [0, 1, 0.1, 5e300, 1e-300] {
      for event in [true, false] {
        let estimate = KaplanMeierEstimate(
          try RightCensoredSample(times: [time], observed: [event]))
        #expect(
          estimate.survival == [event ? 0 : 1]
            && estimate.standardError(row: 0) == (event ? nil : 0))
        let median = estimate.median()
        #expect(median.value == (event ? time : nil) && median.lower == nil && median.upper == nil)
        let mean = try estimate.restrictedMean(to: 1)
        #expect(
          mean.value == (event ? min(time, 1) : 1) && mean.standardError == 0
            && mean.isExtrapolated == (!event && time < 1))
        let band = try estimate.hallWellnerBand()
        #expect(band == nil && !estimate.fallsToZeroEarly)
        #expect(
          estimate.sample.atRiskTable(at: [time]) == [
            AtRiskRow(time: time, atRisk: 1, events: event ? 1 : 0, censored: event ? 0 : 1)
          ])
        let hazard = NelsonAalenEstimate(estimate.sample)
        #expect(
          hazard.cumulativeHazard == [event ? 1 : 0]
            && hazard.cumulativeHazard(at: time) == (event ? 1 : 0))
        if time > 0 {
          let late = try RightCensoredSample(times: [time], observed: [event], entries: [time / 2])
          #expect(KaplanMeierEstimate(late).survival == estimate.survival && late.atRisk == [1])
        }
      }
    }
  }
}
