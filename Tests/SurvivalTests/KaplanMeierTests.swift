import Testing

@testable import Survival

@Suite("Kaplan-Meier against R's survfit")
struct KaplanMeierTests {
  let estimates: [String: KaplanMeierEstimate]

  init() throws { estimates = try Fixture.estimates() }

  @Test("Tables, survival, standard errors and cumulative hazards agree")
  func curves() throws {
    var position: [String: Int] = [:]
    for expected in try Fixture("curves").rows {
      let name = try expected.text("set")
      let estimate = try #require(estimates[name])
      let row = position[name, default: 0]
      position[name] = row + 1
      let found = estimate.rows()[row]
      #expect(found.time == (try expected.required("time")), "\(name) row \(row)")
      #expect(found.atRisk == (try expected.count("at_risk")), "\(name) row \(row)")
      #expect(found.events == (try expected.count("events")), "\(name) row \(row)")
      #expect(found.censored == (try expected.count("censored")), "\(name) row \(row)")
      let survival = try expected.required("survival")
      #expect(agree(found.survival, survival, 1e-10), "\(name) row \(row): \(found)")
      // R's standard error is that of log S; Greenwood's is S times it, and has no value at S = 0.
      let standardError = survival > 0 ? survival * (try expected.required("std_error_log")) : nil
      #expect(agree(found.standardError, standardError, 1e-10), "\(name) row \(row): \(found)")
      #expect(
        agree(found.cumulativeHazard, try expected.required("cumulative_hazard"), 1e-10),
        "\(name) row \(row): \(found)")
    }
    #expect(position == estimates.mapValues(\.sample.times.count), "every row was compared")
  }

  @Test("Plain, log and log-log intervals agree; where R has none, and where S is 1, ours is nil")
  func intervals() throws {
    var compared = 0
    for expected in try Fixture("bounds").rows {
      let name = try expected.text("set")
      let estimate = try #require(estimates[name])
      let time = try expected.required("time")
      let row = try #require(estimate.lastRow(upTo: time))
      let found = estimate.interval(row: row, try expected.transform(), level: try expected.level())
      let survival = estimate.survival[row]
      if survival < 1, let lower = try expected.number("lower"),
        let upper = try expected.number("upper")
      {
        #expect(
          agree(found?.lower, lower, 1e-10) && agree(found?.upper, upper, 1e-10),
          "\(expected) \(String(describing: found))")
        compared += 1
      } else {
        #expect(survival == 1 || survival == 0, "R has no interval at \(expected)")
        #expect(found == nil)
      }
    }
    #expect(compared > 1000)
  }

  @Test("Quantiles and their limits agree, with R's midpoints and its NA as nil")
  func quantiles() throws {
    var missing = 0
    for expected in try Fixture("quantiles").rows {
      let estimate = try #require(estimates[try expected.text("set")])
      let found = try estimate.quantile(
        try expected.required("probability"), try expected.transform(), level: try expected.level())
      #expect(agree(found.value, try expected.number("value"), 1e-10), "\(expected) \(found)")
      #expect(agree(found.lower, try expected.number("lower"), 1e-10), "\(expected) \(found)")
      #expect(agree(found.upper, try expected.number("upper"), 1e-10), "\(expected) \(found)")
      if found.upper == nil { missing += 1 }
      if found.probability == 0.5 {
        #expect(found == estimate.median(try expected.transform(), level: try expected.level()))
      }
    }
    #expect(missing > 10)
  }

  @Test("Restricted means and standard errors agree, before, at and beyond the last time")
  func restrictedMeans() throws {
    for expected in try Fixture("restricted-means").rows {
      let estimate = try #require(estimates[try expected.text("set")])
      let found = try estimate.restrictedMean(to: try expected.required("horizon"))
      #expect(agree(found.value, try expected.required("value"), 1e-10), "\(expected) \(found)")
      #expect(
        agree(found.standardError, try expected.required("std_error"), 1e-10),
        "\(expected) \(found)")
      let open = estimate.survival.last != 0 && found.horizon > estimate.sample.lastTime
      #expect(found.isExtrapolated == open)
    }
  }

  @Test("A control that must fail: the wrong variances are seen at this tolerance")
  func wrongVariance() throws {
    let estimate = try #require(estimates["lung"])
    let sample = estimate.sample
    let row = sample.times.count / 2
    // The variance of the sum of d/n (no -d in the divisor), and the binomial one that forgets the
    // censoring.
    let aalen = (0...row).reduce(0.0) {
      $0 + Double(sample.events[$1]) / (Double(sample.atRisk[$1]) * Double(sample.atRisk[$1]))
    }
    let binomial = estimate.survival[row] * (1 - estimate.survival[row]) / Double(sample.count)
    let found = try #require(estimate.standardError(row: row))
    #expect(!agree(found, estimate.survival[row] * aalen.squareRoot(), 1e-4))
    #expect(!agree(found, binomial.squareRoot(), 1e-4))
    // Another interval's limits are not these limits either.
    #expect(
      !agree(
        estimate.interval(row: row, .log)?.lower, estimate.interval(row: row, .logLog)?.lower, 1e-4)
    )
  }
}
