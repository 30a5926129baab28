import Testing

@testable import Survival

extension Dataset {
  /// The causes; where there is one only, every second event, by its place, is made cause 2, as
  /// make-competing.R does.
  var competingCauses: [Int] {
    guard (causes.max() ?? 0) < 2 else { return causes }
    return observed.indices.map { observed[$0] ? 1 + $0 % 2 : 0 }
  }

  /// The observations, or those of some rows, with all causes that the set has.
  func competing(rows: [Int]? = nil) throws -> CompetingRisksSample {
    let (rows, causes) = (rows ?? Array(times.indices), competingCauses)
    return try CompetingRisksSample(
      times: rows.map { times[$0] }, causes: rows.map { causes[$0] },
      entries: isTruncated ? rows.map { entries[$0] } : nil,
      causeCount: max(causes.max() ?? 1, 1))
  }
}

@Suite("Aalen-Johansen against survfit and etm")
struct CompetingRisksTests {
  let sets: [String: Dataset]

  init() throws { sets = try Dataset.all() }

  private func estimate(_ name: String) throws -> AalenJohansenEstimate {
    AalenJohansenEstimate(try #require(sets[name]).competing())
  }

  @Test("Incidences, survival, standard errors and intervals agree")
  func curves() throws {
    var compared: [String: Int] = [:]
    let estimates = try sets.mapValues { AalenJohansenEstimate(try $0.competing()) }
    for expected in try Fixture("competing-incidence").rows {
      let name = try expected.text("set")
      let estimate = try #require(estimates[name])
      let cause = try expected.count("cause")
      let time = try expected.required("time")
      let row = try #require(estimate.overall.lastRow(upTo: time))
      let found = estimate.rows(cause: cause)[row]
      #expect(found.time == time)
      #expect(found.atRisk == (try expected.count("at_risk")))
      let (incidence, survival) = (
        try expected.required("incidence"), try expected.required("survival")
      )
      #expect(agree(found.incidence, incidence, 1e-10), "\(name) \(found)")
      // etm and survfit leave rounding where S is 0.
      #expect(
        abs(estimate.overall.survival[row] - survival) <= 1e-10 * max(survival, 1e-5),
        "\(name) \(found)")
      #expect(
        agree(found.standardError, try expected.required("etm_error"), 1e-10), "\(name) \(found)")
      if sets[name]?.isTruncated == false {
        #expect(
          agree(found.standardError, try expected.required("survfit_error"), 1e-10),
          "\(name) \(found)")
        for transform in IntervalTransform.allCases {
          let interval = estimate.interval(cause: cause, row: row, transform)
          let column = transform.rawValue
          if incidence > 0, let lower = try expected.number("\(column)_lower"),
            let upper = try expected.number("\(column)_upper")
          {
            #expect(
              agree(interval?.lower, lower, 1e-10) && agree(interval?.upper, upper, 1e-10),
              "\(name) \(transform) \(found)")
          } else {
            #expect(incidence == 0 && interval == nil, "\(name) \(transform) \(found)")
          }
        }
      }
      compared[name, default: 0] += 1
    }
    #expect(compared.count == 8 && compared.values.reduce(0, +) > 700)
  }

  @Test("The published example, by hand")
  func byHand() throws {
    let estimate = AalenJohansenEstimate(
      try CompetingRisksSample(times: [1, 2, 2, 3, 3, 3, 5, 6], causes: [0, 1, 0, 2, 0, 2, 0, 2]))
    #expect(
      estimate.sample.overall.times == [1, 2, 3, 5, 6]
        && estimate.sample.overall.atRisk == [8, 7, 5, 2, 1])
    #expect(estimate.sample.events == [[0, 1, 0, 0, 0], [0, 0, 2, 0, 1]])
    let third = 6.0 / 7 * 2 / 5
    for (found, expected) in zip(estimate.incidence[0], [0, 1.0 / 7, 1.0 / 7, 1.0 / 7, 1.0 / 7]) {
      #expect(agree(found, expected, 1e-15))
    }
    for (found, expected) in zip(estimate.incidence[1], [0, 0, third, third, 6.0 / 7]) {
      #expect(agree(found, expected, 1e-15))
    }
    #expect(
      estimate.incidence(cause: 2, at: 2.999) == 0
        && estimate.incidence(cause: 2, at: 3) == estimate.incidence[1][2])
    #expect(
      estimate.incidence(cause: 1, at: -1) == 0 && estimate.incidence(cause: 1, at: .nan) == nil)
    #expect(
      agree(estimate.incidence(cause: 2, at: 100), 6.0 / 7, 1e-15),
      "S has come down to 0, so it is known for good")
    #expect(
      try estimate.quantile(cause: 2, 0.3).value == 3 && estimate.quantile(cause: 2, 0.5).value == 6
    )
    #expect(
      try estimate.quantile(cause: 1, 0.5).value == nil
        && estimate.quantile(cause: 1, 1.0 / 7).value == 2)
    // F_1 is a binomial draw of 7 at time 2: var 1/7 6/7 / 7.
    #expect(agree(estimate.variance[0][1], 6.0 / 343, 1e-14))
  }

  @Test("The variance equals the closed sum of the documentation, and the curves sum to 1")
  func closedForm() throws {
    for name in ["byhand", "tied", "late", "transplant"] {
      let estimate = try estimate(name)
      let table = estimate.sample.overall
      for cause in 1...estimate.sample.causeCount {
        let incidence = estimate.incidence[cause - 1]
        for row in stride(from: 0, to: table.times.count, by: 1 + table.times.count / 15) {
          var sum = 0.0
          for past in 0...row {
            let (n, d, k) = (
              Double(table.atRisk[past]), Double(table.events[past]),
              Double(estimate.sample.events[cause - 1][past])
            )
            let before = past == 0 ? 1 : estimate.overall.survival[past - 1]
            let rest = incidence[row] - incidence[past]
            sum += rest == 0 ? 0 : rest * rest * d / (n * (n - d))
            sum += before * before * k * (n - k) / (n * n * n) - 2 * rest * before * k / (n * n)
          }
          #expect(
            abs(estimate.variance[cause - 1][row] - sum) <= 1e-12 * max(sum, 1e-3),
            "\(name) \(cause) \(row)")
        }
      }
      for row in table.times.indices {
        let total = estimate.overall.survival[row] + estimate.incidence.reduce(0) { $0 + $1[row] }
        #expect(abs(total - 1) < 1e-12)
      }
    }
  }

  @Test("One cause is Kaplan-Meier with Greenwood's variance, also with late entries")
  func oneCause() throws {
    for name in ["lung", "late", "tied", "heart", "leukaemia"] {
      let set = try #require(sets[name])
      let sample = try CompetingRisksSample(
        times: set.times, causes: set.observed.map { $0 ? 1 : 0 },
        entries: set.isTruncated ? set.entries : nil)
      let (estimate, curve) = (
        AalenJohansenEstimate(sample), KaplanMeierEstimate(try #require(try set.sample()))
      )
      #expect(estimate.overall == curve && sample.causeSpecific(1) == curve.sample)
      for row in curve.survival.indices {
        #expect(abs(estimate.incidence[0][row] - (1 - curve.survival[row])) < 1e-13)
        #expect(
          abs(estimate.standardError(cause: 1, row: row) - (curve.standardError(row: row) ?? 0))
            < 1e-13)
        let (found, expected) = (
          estimate.interval(cause: 1, row: row, .plain), curve.interval(row: row, .plain)
        )
        #expect((found == nil) == (expected == nil))
        if let found, let expected {
          #expect(
            abs(found.lower - 1 + expected.upper) < 1e-12
              && abs(found.upper - 1 + expected.lower) < 1e-12)
        }
      }
      let horizon = curve.sample.lastTime * 0.7
      let (lost, mean) = (
        try estimate.restrictedTimeLost(cause: 1, to: horizon),
        try curve.restrictedMean(to: horizon)
      )
      #expect(
        agree(lost.value, horizon - mean.value, 1e-12)
          && agree(lost.standardError, mean.standardError, 1e-10))
    }
  }

  @Test("Without censoring, F is the proportion and its variance binomial")
  func uncensored() throws {
    let set = try #require(sets["steps"])
    let causes = set.times.indices.map { 1 + $0 % 3 }
    let estimate = AalenJohansenEstimate(try CompetingRisksSample(times: set.times, causes: causes))
    let n = Double(causes.count)
    for row in stride(from: 0, to: estimate.overall.survival.count, by: 37) {
      let share =
        Double(
          set.times.indices.filter {
            causes[$0] == 2 && set.times[$0] <= estimate.sample.overall.times[row]
          }.count) / n
      #expect(agree(estimate.incidence[1][row], share, 1e-12))
      #expect(abs(estimate.variance[1][row] - share * (1 - share) / n) < 1e-15)
    }
  }

  @Test("Times lost agree with survfit's areas, and sum with the restricted mean to the horizon")
  func timesLost() throws {
    var sums: [String: Double] = [:]
    for expected in try Fixture("competing-lost").rows {
      let name = try expected.text("set")
      let (cause, horizon) = (try expected.count("cause"), try expected.required("horizon"))
      let estimate = try estimate(name)
      let found = try estimate.restrictedTimeLost(cause: cause, to: horizon)
      #expect(agree(found.value, try expected.required("value"), 1e-10), "\(name) \(found)")
      let remaining = try estimate.overall.restrictedMean(to: horizon).value
      sums["\(name) \(horizon)", default: remaining - horizon] += found.value
      #expect(!found.isExtrapolated)
    }
    #expect(sums.count == 14 && sums.values.allSatisfy { abs($0) < 1e-9 })
  }

  @Test("The standard error of the time lost is the sample's own without censoring")
  func timeLostVariance() throws {
    let (times, causes) = ([2.0, 3, 3, 5, 8, 9, 9, 11], [1, 2, 1, 1, 2, 1, 1, 2])
    let found = try AalenJohansenEstimate(try CompetingRisksSample(times: times, causes: causes))
      .restrictedTimeLost(
        cause: 1, to: 9.5)
    let lost = zip(times, causes).map { $1 == 1 ? max(9.5 - $0, 0) : 0 }
    let mean = lost.reduce(0, +) / 8
    let variance = lost.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 8
    #expect(
      agree(found.value, mean, 1e-14)
        && agree(found.standardError, (variance / 8).squareRoot(), 1e-12))
  }

  @Test("Order, scale, times through a monotone map and names of causes change nothing else")
  func invariance() throws {
    let set = try #require(sets["transplant"])
    let sample = try set.competing()
    let estimate = AalenJohansenEstimate(sample)
    let order = set.times.indices.sorted { ($0 * 7919) % 811 < ($1 * 7919) % 811 }
    #expect(
      try CompetingRisksSample(
        times: order.map { set.times[$0] }, causes: order.map { set.causes[$0] }) == sample)
    let mapped = AalenJohansenEstimate(
      try CompetingRisksSample(times: set.times.map { $0 * $0 / 64 }, causes: set.causes))
    #expect(mapped.incidence == estimate.incidence && mapped.variance == estimate.variance)
    let renamed = AalenJohansenEstimate(
      try CompetingRisksSample(times: set.times, causes: set.causes.map { [0, 3, 1, 2][$0] }))
    #expect(
      renamed.incidence == [1, 2, 0].map { estimate.incidence[$0] }
        && renamed.variance == [1, 2, 0].map { estimate.variance[$0] })
    // Causes 2 and 3 put together: their incidences add.
    let merged = AalenJohansenEstimate(
      try CompetingRisksSample(times: set.times, causes: set.causes.map { min($0, 2) }))
    for row in merged.incidence[1].indices {
      #expect(
        abs(merged.incidence[1][row] - estimate.incidence[1][row] - estimate.incidence[2][row])
          < 1e-13)
    }
    #expect(merged.incidence[0] == estimate.incidence[0])
    // Splitting an observation into one that is censored and one that enters then.
    let (times, causes) = ([2.0, 4, 5, 7, 9], [1, 2, 0, 1, 2])
    let whole = AalenJohansenEstimate(try CompetingRisksSample(times: times, causes: causes))
    let split = AalenJohansenEstimate(
      try CompetingRisksSample(
        times: times + [3, 3.5], causes: causes + [0, 0], entries: [0, 3, 0, 3.5, 0, 0, 0]))
    for time in times {
      #expect(split.incidence(cause: 1, at: time) == whole.incidence(cause: 1, at: time))
      #expect(split.incidence(cause: 2, at: time) == whole.incidence(cause: 2, at: time))
    }
  }

  @Test("A landmark is the analysis of those who last beyond it, with their times counted from it")
  func landmark() throws {
    let set = try #require(sets["transplant"])
    let at = 30.0
    let found = try set.competing().landmark(at: at)
    let rows = set.times.indices.filter { set.times[$0] > at }
    let shifted = try CompetingRisksSample(
      times: rows.map { set.times[$0] - at }, causes: rows.map { set.causes[$0] },
      causeCount: found.causeCount)
    #expect(
      found.overall.times.map { $0 - at } == shifted.overall.times && found.events == shifted.events
    )
    #expect(
      found.overall == (try set.competing().overall.landmark(at: at))
        && found.overall.entryTimes == [at])
    let (one, two) = (AalenJohansenEstimate(found), AalenJohansenEstimate(shifted))
    #expect(one.incidence == two.incidence && one.variance == two.variance)
    for time in [-1, set.times.max() ?? 0, .nan] {
      #expect(throws: SurvivalError.self) { try set.competing().landmark(at: time) }
    }
    // Entries that are late already stay so after an earlier landmark.
    let late = try CompetingRisksSample(
      times: [2, 5, 7, 9], causes: [1, 2, 1, 0], entries: [0, 1, 6, 3])
    #expect(
      try late.landmark(at: 3)
        == CompetingRisksSample(times: [5, 7, 9], causes: [2, 1, 0], entries: [3, 6, 3]))
    #expect(try late.landmark(at: 0) == late)
  }

  @Test("Edge cases: one row, nothing seen, all of one cause, more causes than were seen")
  func edges() throws {
    let one = AalenJohansenEstimate(try CompetingRisksSample(times: [3], causes: [2]))
    #expect(
      one.incidence == [[0], [1]] && one.variance == [[0], [0]]
        && one.interval(cause: 2, row: 0) == nil)
    #expect(try one.quantile(cause: 2, 1).value == 3 && one.quantile(cause: 1, 0.01).value == nil)
    let none = AalenJohansenEstimate(try CompetingRisksSample(times: [3, 4], causes: [0, 0]))
    #expect(
      none.incidence == [[0, 0]] && none.incidence(cause: 1, at: 4.1) == nil
        && none.incidence(cause: 1, at: 4) == 0)
    #expect(none.interval(cause: 1, row: 1) == nil)
    #expect(try none.restrictedTimeLost(cause: 1, to: 10).isExtrapolated)
    // Rounding on the way down: 1 - F must not remain as 1e-16.
    let times = (1...1000).map(Double.init)
    let all = AalenJohansenEstimate(
      try CompetingRisksSample(times: times, causes: times.map { _ in 1 }, causeCount: 3))
    #expect(
      all.incidence[0].last == 1 && all.variance[0].last == 0 && all.incidence[2].last == 0
        && all.sample.causeCount == 3)
    #expect(
      all.interval(cause: 1, row: 999) == nil
        && all.interval(cause: 1, row: 998).map { $0.lower < 0.999 } == true)
    #expect(
      try CompetingRisksSample(times: [3, 4], causes: [1, 0])
        == CompetingRisksSample(times: [3.0, 4.0], causes: [1, 0]))
  }

  @Test("What is refused")
  func refusals() {
    #expect(throws: SurvivalError.unequalCauses(times: 2, causes: 1)) {
      try CompetingRisksSample(times: [1.0, 2], causes: [1])
    }
    #expect(throws: SurvivalError.cause(-1, most: 100, observation: 1)) {
      try CompetingRisksSample(times: [1.0, 2], causes: [1, -1])
    }
    #expect(throws: SurvivalError.cause(3, most: 2, observation: 0)) {
      try CompetingRisksSample(times: [1], causes: [3], causeCount: 2)
    }
    #expect(throws: SurvivalError.cause(Int.max, most: 100, observation: 0)) {
      try CompetingRisksSample(times: [1.0], causes: [Int.max])
    }
    #expect(throws: SurvivalError.causeCount(0)) {
      try CompetingRisksSample(times: [1.0], causes: [0], causeCount: 0)
    }
    #expect(throws: SurvivalError.emptySample) {
      try CompetingRisksSample(times: [Double](), causes: [])
    }
    #expect(throws: SurvivalError.entry(1, time: 1, observation: 0)) {
      try CompetingRisksSample(times: [1.0], causes: [1], entries: [1])
    }
    #expect(throws: SurvivalError.inexactTime(Int.max, observation: 0)) {
      try CompetingRisksSample(times: [Int.max], causes: [1])
    }
  }

  @Test("A control that must fail: naive curves and cmprsk's variance are seen at this tolerance")
  func wrong() throws {
    let estimate = try estimate("mgus2")
    let row = estimate.overall.survival.count / 2
    let naive = KaplanMeierEstimate(estimate.sample.causeSpecific(1))
    #expect(!agree(estimate.incidence[0][row], 1 - naive.survival[row], 1e-2))
    let n = Double(estimate.sample.overall.count)
    #expect(!agree(estimate.variance[0][row], estimate.variance[0][row] * n / (n - 1), 1e-4))
  }
}
