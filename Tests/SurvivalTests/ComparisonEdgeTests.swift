import Foundation
import Testing

@testable import Survival

@Suite("Tests between groups at their edges")
struct ComparisonEdgeTests {
  private func sample(_ times: [Double], _ observed: [Int], _ groups: [Int], strata: [Int]? = nil)
    throws -> GroupedSample
  {
    try GroupedSample(
      times: times, observed: observed.map { $0 == 1 }, groups: groups, strata: strata)
  }

  @Test("No events, one row, one group: no test and no ratio, by name")
  func nothingToTest() throws {
    let cases = [
      try sample([1, 2, 3, 4], [0, 0, 0, 0], [0, 1, 0, 1]), try sample([5], [1], [0]),
      try sample([5], [0], [1]),
      try sample([1, 2, 3], [1, 1, 0], [0, 0, 0]),
    ]
    for sample in cases {
      for weights in ComparisonInvarianceTests.weights {
        let found = try WeightedLogRank(sample, weights: weights)
        #expect(try found.test == nil && found.trend() == nil && found.score.allSatisfy { $0 == 0 })
      }
      for ties in TieMethod.allCases {
        let model = try GroupHazards(sample, ties: ties)
        #expect(model.likelihoodRatioTest == nil && model.scoreTest == nil && model.waldTest == nil)
        #expect(model.logLikelihood == model.nullLogLikelihood && model.logLikelihood.isFinite)
        for transform in TimeTransform.allCases {
          #expect(try model.proportionalityTest(transform).test == nil)
        }
        guard sample.groupCount == 2 else { continue }
        #expect(model.hazardRatio(of: 1, to: 0) == .undetermined)
        let interval = try model.profileInterval(of: 1, to: 0)
        #expect(interval.lower == 0 && interval.upper == nil)
        #expect(try model.profilePValue(of: 1, to: 0) == nil)
      }
      #expect(
        try PairwiseLogRank(sample).pairs.allSatisfy {
          $0.adjustedPValue == nil && $0.result.test == nil
        })
    }
  }

  @Test(
    "All events at one time: everybody's tells nothing, some people's a test; never a change in time"
  )
  func oneTime() throws {
    let everybody = try sample([3, 3, 3, 3, 3], [1, 1, 1, 1, 1], [0, 0, 0, 1, 1])
    #expect(try WeightedLogRank(everybody).test == nil)
    let some = try sample([3, 3, 3, 3, 3, 3, 9], [1, 1, 0, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1, 1])
    // Mantel and Haenszel's chi-square of the table 2 of 3 against 1 of 4, without a continuity
    // correction.
    let determinant = 2.0 * 3 - 1 * 1
    let table = 6 * determinant * determinant / (3 * 4 * 3 * 4)
    #expect(agree(try WeightedLogRank(some).test?.statistic, table, 1e-14))
    for ties in TieMethod.allCases {
      let equal = try GroupHazards(everybody, ties: ties).hazardRatio(of: 1, to: 0)
      #expect(abs(try #require(equal.estimate).coefficient) < 1e-9)
      for sample in [everybody, some] {
        for transform in TimeTransform.allCases {
          let found = try GroupHazards(sample, ties: ties).proportionalityTest(transform)
          #expect(found.test == nil && found.perGroup == [nil, nil])
        }
      }
    }
    // One event, and of the other group nobody's: log L = b - log(1 e^b + 2) rises to 0.
    let single = try GroupHazards(try sample([1, 2, 2], [1, 0, 0], [1, 0, 0]))
    #expect(single.hazardRatio(of: 1, to: 0) == .unbounded && single.logLikelihood == 0)
  }

  @Test("Groups of one: ratios where events go both ways, otherwise zero or unbounded")
  func groupsOfOne() throws {
    let last = try GroupHazards(sample([1, 2, 3, 4], [1, 1, 1, 1], [0, 0, 0, 1]))
    #expect(
      last.hazardRatio(of: 1, to: 0) == .zero && last.hazardRatio(of: 0, to: 1) == .unbounded
        && last.waldTest == nil)
    let one = try sample([1, 2, 3, 4], [1, 1, 1, 1], [0, 1, 0, 0])
    let middle = try #require(try GroupHazards(one).hazardRatio(of: 1, to: 0).estimate)
    // log L = b - log(3 + r) - log(2 + r): 1 = r/(3 + r) + r/(2 + r), r = sqrt 6.
    #expect(agree(middle.value, 6.0.squareRoot(), 1e-12))
    #expect(try WeightedLogRank(one).test?.degreesOfFreedom == 1)
  }

  @Test(
    "Groups without events: the others as without it, the supremum of the likelihood, and a one-sided limit, against R"
  )
  func eventless() throws {
    let sets = try Dataset.all()
    for row in try Fixture("comparison-eventless").rows {
      var set = try #require(sets[try row.text("set")])
      let group = try row.count("groups") - 1
      let reduced = set
      if try row.text("set") != "one-sided" {
        for time in [5.0, 11, 30, 31, 60] {
          set.times.append(time)
          set.observed.append(false)
          set.entries.append(0)
          set.groups.append(group + 1)
          set.strata.append(1)
          set.causes.append(0)
        }
      }
      let model = try GroupHazards(set.grouped(), ties: row.ties())
      #expect(
        model.hazardRatio(of: group, to: 0) == .zero
          && model.hazardRatio(of: 0, to: group) == .unbounded)
      #expect(agree(model.nullLogLikelihood, try row.required("null"), 1e-11))
      #expect(agree(model.logLikelihood, try row.required("supremum"), 1e-10))
      #expect(model.likelihoodRatioTest?.degreesOfFreedom == group && model.waldTest == nil)
      let (down, up) = (
        try model.profileInterval(of: group, to: 0), try model.profileInterval(of: 0, to: group)
      )
      let upper = try row.required("upper")
      // The one limit is that of a two-sided interval: it leaves out 1 when p is below 0.05.
      let p = try #require(try model.profilePValue(of: group, to: 0))
      #expect(
        agree(try model.profilePValue(of: 0, to: group), p, 1e-9) && (p < 0.05) == (upper < 1)
          && p > 0 && p < 1)
      #expect(down.lower == 0 && agree(down.upper, upper, 1e-8), "\(row) \(down)")
      #expect(agree(up.lower, 1 / upper, 1e-8) && up.upper == nil, "\(row) \(up)")
      guard group > 1 else { continue }
      let without = try GroupHazards(reduced.grouped(), ties: row.ties())
      for other in 1..<group {
        #expect(model.hazardRatio(of: other, to: 0) == without.hazardRatio(of: other, to: 0))
      }
      #expect(
        agree(
          try model.proportionalityTest(.log).test?.statistic,
          try without.proportionalityTest(.log).test?.statistic, 1e-9))
    }
  }

  @Test("Groups that meet only over others, and groups that never meet")
  func chains() throws {
    // Groups 0 and 1 meet in the first stratum, 1 and 2 in the second, 3 and 4 in the third alone.
    let (times, observed) = ([1.0, 2, 3, 4, 5, 6, 7], [1, 1, 1, 0, 1, 1, 0])
    let first = try sample(times, observed, [0, 1, 0, 1, 1, 0, 1])
    let second = try sample(times, observed, [0, 0, 1, 1, 0, 0, 1])
    let (a, b) = (first.strata[0], second.strata[0])
    let chained = try GroupedSample(strata: [
      [a[0], a[1], nil, nil, nil], [nil, b[0], b[1], nil, nil], [nil, nil, nil, a[0], b[1]],
    ])
    let third = try GroupedSample(strata: [[a[0], b[1]]])
    let test = try #require(try WeightedLogRank(chained).test)
    let parts = try [first, second, third].map {
      try #require(try WeightedLogRank($0).test).statistic
    }
    #expect(test.degreesOfFreedom == 3 && agree(test.statistic, parts.reduce(0, +), 1e-12))

    let model = try GroupHazards(chained)
    let (left, right) = (try GroupHazards(first), try GroupHazards(second))
    let over = try #require(model.hazardRatio(of: 2, to: 0).estimate)
    let one = try #require(left.hazardRatio(of: 1, to: 0).estimate)
    let two = try #require(right.hazardRatio(of: 1, to: 0).estimate)
    #expect(agree(over.coefficient, one.coefficient + two.coefficient, 1e-9))
    let variance = one.standardError * one.standardError + two.standardError * two.standardError
    #expect(agree(over.standardError * over.standardError, variance, 1e-9))
    #expect(
      model.hazardRatio(of: 3, to: 0) == .undetermined
        && model.hazardRatio(of: 3, to: 4).estimate != nil)
    #expect(model.scoreTest?.degreesOfFreedom == 3 && model.waldTest?.degreesOfFreedom == 3)
    #expect(try model.proportionalityTest(.rank).test?.degreesOfFreedom == 3)

    // Above by way of another: 0 has events before 1, 1 before 2, and never the other way.
    let ladder = try GroupHazards(
      sample([1, 2, 1, 2], [1, 0, 1, 0], [0, 1, 1, 2], strata: [1, 1, 2, 2]))
    #expect(
      ladder.hazardRatio(of: 2, to: 0) == .zero && ladder.hazardRatio(of: 0, to: 2) == .unbounded)
    #expect(ladder.logLikelihood == 0 && ladder.likelihoodRatioTest?.degreesOfFreedom == 2)
    let interval = try ladder.profileInterval(of: 2, to: 0)
    #expect(interval.lower == 0 && interval.upper != nil)
  }

  @Test(
    "Ties by the hundred thousand: the sums over events equal the definition's, and nothing overflows at 10^7"
  )
  func heavyTies() throws {
    func cell(_ events: Int, _ censored: Int) -> RightCensoredSample {
      RightCensoredSample(
        times: [4, 9], events: [events, 0], censored: [0, censored], entryTimes: [], entries: [])
    }
    let counts = [(40_000, 25_000), (50_000, 1_000), (10_000, 0)]
    let sample = try GroupedSample(counts.map { cell($0.0, $0.1) })
    let coefficients = [0, 0.7, -1.3]
    let ratios = coefficients.map { exp($0) }
    var (expected, score, link) = (0.0, counts.map { Double($0.0) }, 0.0)
    for r in 0..<100_000 {
      let gone = Double(r) / 100_000
      let risk = (0..<3).map {
        (Double(counts[$0].0 + counts[$0].1) - gone * Double(counts[$0].0)) * ratios[$0]
      }
      let total = risk.reduce(0, +)
      expected -= log(total)
      for g in 0..<3 { score[g] -= risk[g] / total }
      link += risk[0] * risk[1] / (total * total)
    }
    for g in 0..<3 { expected += Double(counts[g].0) * coefficients[g] }
    let found = CoxLikelihood(RiskChanges(sample), coefficients, .efron)
    #expect(
      agree(found.logLikelihood, expected, 1e-12) && largestDifference(found.score, score) < 1e-11)
    #expect(agree(found.information.link(0, 1), link, 1e-11))

    let huge = try GroupedSample([cell(4_000_000, 1_000_000), cell(5_000_000, 0)])
    let model = try GroupHazards(huge)
    let ratio = try #require(model.hazardRatio(of: 1, to: 0).estimate)
    #expect(ratio.value > 1 && model.iterations < 20)
    let test = try #require(try WeightedLogRank(huge, weights: .gehan).test)
    #expect(test.statistic > 1e5 && test.statistic.isFinite && test.pValue == 0)
  }

  @Test(
    "Sums by parts equal those of every event time: late entries, ties, strata, groups that never meet"
  )
  func sumsByParts() throws {
    for (name, set) in try Dataset.compared() {
      for stratified in [false, true] {
        let sample = try set.grouped(stratified: stratified)
        let coefficients = (0..<sample.groupCount).map { (group: Int) -> Double in
          0.9 * Double(group % 3) - 0.4 * Double(group)
        }
        let ratios = coefficients.map { exp($0) }
        for ties in TieMethod.allCases {
          var (score, links) = (
            Array(repeating: 0.0, count: ratios.count), ContrastMatrix(size: ratios.count)
          )
          var risk = TiedRisk(groups: ratios.count, ties: ties)
          for stratum in sample.strata.indices {
            sample.forEachEventTime(in: stratum) { _, atRisk, events in
              risk.set(atRisk, events, ratios)
              for g in ratios.indices { score[g] += Double(events[g]) - risk.expected(g) }
              risk.addLinks(to: &links)
            }
          }
          let found = CoxLikelihood(RiskChanges(sample), coefficients, ties)
          let off = zip(found.score, score).reduce(0) { max($0, abs($1.0 - $1.1)) }
          #expect(off < 1e-13 * Double(sample.eventCount + 1), "\(name) \(off)")
          #expect(largestDifference(found.information.links, links.links) < 1e-12, "\(name)")
          let joins = (found.information.links.map { $0 > 0 }, links.links.map { $0 > 0 })
          #expect(joins.0 == joins.1, "\(name)")
        }
      }
    }
  }

  @Test(
    "Coefficients that make numbers overflow end in an error, not in a test of what is not a number"
  )
  func overflow() throws {
    let sample = try sample([1, 2, 3, 4], [1, 1, 1, 1], [0, 1, 0, 1])
    for start in [Double.nan, 800, -800] {
      #expect(throws: SurvivalError.self) {
        try CoxMaximum(RiskChanges(sample), .efron, from: [0, start], holdsSecond: true)
      }
    }
    // With r = e^300, L = 1/(2 + 2 r) r/(1 + 2 r) 1/(1 + r); with r = e^-300, all but the second
    // factor, r, are 1/2 and 1.
    for (far, expected) in [
      (300.0, -600 - 2 * 0.6931471805599453), (-300.0, -300 - 0.6931471805599453),
    ] {
      let fit = try CoxMaximum(RiskChanges(sample), .efron, from: [0, far], holdsSecond: true)
      #expect(
        agree(fit.likelihood.logLikelihood, expected, 1e-14), "\(fit.likelihood.logLikelihood)")
    }
  }

  @Test(
    "A million rows with a hazard ratio of 2: within 4 standard errors, and the log-rank near the score test"
  )
  func aMillionRows() throws {
    var state: UInt64 = 20_261
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double(state >> 11) + 0.5) * 0x1p-53
    }
    let groups = (0..<1_000_000).map { _ in uniform() < 0.3 ? 1 : 0 }
    let times = groups.map { (-log(uniform()) * 20_000 / Double($0 + 1)).rounded(.up) }
    let sample = try GroupedSample(
      times: times, observed: times.map { _ in uniform() < 0.8 }, groups: groups)
    #expect(sample.count == 1_000_000)
    let model = try GroupHazards(sample)
    let ratio = try #require(model.hazardRatio(of: 1, to: 0).estimate)
    #expect(
      abs(ratio.coefficient - log(2)) < 4 * ratio.standardError && ratio.standardError < 0.004)
    #expect(agree(model.scoreTest?.statistic, try WeightedLogRank(sample).test?.statistic, 1e-2))
    let constant = try #require(try model.proportionalityTest().test)
    #expect(constant.pValue > 1e-4)
    let profile = try model.profileInterval(of: 1, to: 0)
    #expect(
      agree(profile.lower, ratio.interval().lower, 1e-4)
        && agree(profile.upper, ratio.interval().upper, 1e-4))
  }
}
