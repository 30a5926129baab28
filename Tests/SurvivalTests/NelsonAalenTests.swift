import Foundation
import Testing

@testable import Survival

@Suite("Nelson-Aalen against R's survfit(stype = 2, ctype = 1)")
struct NelsonAalenTests {
  @Test(
    "Hazards, standard errors and both intervals agree on all data sets, with late entries and without"
  )
  func agreement() throws {
    var samples = try DelayedEntryTests.estimates().mapValues(\.sample)
    for (name, set) in try Dataset.all() where samples[name] == nil {
      samples[name] = try set.sample()
    }
    let estimates = samples.mapValues(NelsonAalenEstimate.init)
    var compared: Set<String> = []
    for expected in try Fixture("curves-hazards").rows {
      let name = try expected.text("set")
      let estimate = try #require(estimates[name])
      let row = try #require(estimate.sample.lastRow(upTo: try expected.required("time")))
      let hazard = try expected.required("hazard")
      #expect(agree(estimate.cumulativeHazard[row], hazard, 1e-10), "\(expected)")
      #expect(
        agree(estimate.standardError(row: row), try expected.required("std_error"), 1e-10),
        "\(expected)")
      for scale in NelsonAalenEstimate.Scale.allCases {
        let found = estimate.interval(row: row, scale)
        // R's limits are those of exp(-H): minus its logarithm is absolute in its error, and its
        // upper limit is cut at 1.
        let (lower, upper) = (
          try expected.number("\(scale)_lower"), try expected.number("\(scale)_upper")
        )
        guard let found else {
          #expect(hazard == 0)
          continue
        }
        #expect(
          abs(found.lower - (try #require(lower))) <= 1e-10 * max(1, found.lower),
          "\(expected) \(found)")
        #expect(
          abs(found.upper - (try #require(upper))) <= 1e-10 * max(1, found.upper),
          "\(expected) \(found)")
      }
      compared.insert(name)
    }
    #expect(compared == Set(samples.keys) && compared.count > 16)
  }

  @Test("A control that must fail: Klein's variance is another one")
  func klein() throws {
    let sample = try #require(try Dataset.all()["tied"]?.sample())
    let klein = sample.times.indices.reduce(0.0) { sum, row in
      let (events, atRisk) = (Double(sample.events[row]), Double(sample.atRisk[row]))
      return sum + events * (atRisk - events) / (atRisk * atRisk * atRisk)
    }
    let found = try #require(NelsonAalenEstimate(sample).variance.last)
    #expect(klein < found && !agree(klein, found, 1e-3))
  }

  @Test("H is Kaplan-Meier's sum of d/n, is 0 before and nil after, and bounds -log S from below")
  func rules() throws {
    for (name, set) in try Dataset.all() {
      let curve = KaplanMeierEstimate(try #require(try set.sample()))
      let estimate = NelsonAalenEstimate(curve.sample)
      #expect(estimate.cumulativeHazard == curve.cumulativeHazard, "\(name)")
      for row in curve.survival.indices where curve.survival[row] > 0 {
        #expect(
          estimate.cumulativeHazard[row] <= -log(curve.survival[row]) * (1 + 1e-12),
          "\(name) row \(row)")
      }
      #expect(estimate.cumulativeHazard(at: -1) == 0 && estimate.cumulativeHazard(at: .nan) == nil)
      #expect(
        estimate.cumulativeHazard(at: curve.sample.lastTime) == estimate.cumulativeHazard.last)
      #expect(estimate.cumulativeHazard(at: curve.sample.lastTime.nextUp) == nil)
    }
  }

  @Test("One row, no events, and levels near 1: values or nil")
  func edges() throws {
    let event = NelsonAalenEstimate(try RightCensoredSample(times: [5], observed: [true]))
    #expect(event.cumulativeHazard == [1] && event.variance == [1])
    #expect(event.interval(row: 0, .plain)?.lower == 0)
    #expect(agree(event.interval(row: 0)?.upper, exp(1.959963984540054), 1e-14))
    let none = NelsonAalenEstimate(try RightCensoredSample(times: [5], observed: [false]))
    #expect(
      none.cumulativeHazard == [0] && none.standardError(row: 0) == 0
        && none.interval(row: 0) == nil)
    let extreme = try #require(event.interval(row: 0, level: try ConfidenceLevel(1 - 1e-16)))
    #expect(extreme.lower > 0 && extreme.upper.isFinite)
  }
}
