import Testing

@testable import Survival

@Suite("Weighted log-rank tests against R's survdiff and their definitions")
struct LogRankTests {
  let sets: [String: Dataset]

  init() throws { sets = try Dataset.compared() }

  private func result(_ row: Fixture.Row) throws -> WeightedLogRank {
    try WeightedLogRank(
      sets.grouped(row.text("set"), stratified: row.isStratified()), weights: row.weights())
  }

  @Test(
    "Statistics, degrees of freedom and p-values agree: ten weights, strata, two to five groups, late entries"
  )
  func statistics() throws {
    var bySource: [String: Int] = [:]
    for row in try Fixture("comparison-logrank").rows {
      let test = try #require(try result(row).test)
      #expect(agree(test.statistic, try row.required("statistic"), 1e-10), "\(row) \(test)")
      #expect(test.degreesOfFreedom == (try row.count("df")), "\(row) \(test)")
      #expect(agree(test.pValue, try row.required("p"), 1e-9), "\(row) \(test.pValue)")
      bySource[try row.text("source"), default: 0] += 1
    }
    #expect(bySource["survdiff", default: 0] > 50 && bySource["definition", default: 0] > 100)
  }

  @Test("Observed and expected events, scores and covariances agree")
  func parts() throws {
    for row in try Fixture("comparison-logrank-groups").rows {
      let found = try result(row)
      let group = try row.count("group") - 1
      #expect(agree(found.weightedObserved[group], try row.required("observed"), 1e-10), "\(row)")
      #expect(agree(found.weightedExpected[group], try row.required("expected"), 1e-10), "\(row)")
      // The score is a difference of the two, and has their rounding in R.
      let rounding = 1e-10 * found.weightedExpected.reduce(1, +)
      let (score, total) = (try row.required("score"), found.score.reduce(0, +))
      #expect(abs(found.score[group] - score) < rounding && abs(total) < rounding, "\(row)")
      if found.weights == .logRank {
        #expect(
          found.weightedObserved == found.observed.map(Double.init)
            && agree(found.expected[group], found.weightedExpected[group], 1e-14))
      }
    }
    for row in try Fixture("comparison-logrank-covariances").rows {
      let found = try result(row).covariance[try row.count("g") - 1][try row.count("h") - 1]
      #expect(agree(found, try row.required("value"), 1e-9), "\(row) \(found)")
    }
  }

  @Test(
    "Published: aml 3.4 on 1 degree of freedom, p .07; the leukaemia of Freireich et al. under four weights"
  )
  func published() throws {
    let aml = try #require(try WeightedLogRank(sets.grouped("aml")).test)
    #expect((aml.statistic * 10).rounded() == 34 && (aml.pValue * 100).rounded() == 7)
    let leukaemia = try sets.grouped("leukaemia")
    let published: [(LogRankWeights, Double)] = [
      (.logRank, 16.792941), (.gehan, 13.457852), (.taroneWare, 15.123575), (.petoPeto, 14.084139),
    ]
    for (weights, value) in published {
      let found = try #require(try WeightedLogRank(leukaemia, weights: weights).test)
      #expect(abs(found.statistic - value) < 1e-6, "\(weights) \(found)")
    }
  }

  @Test("Trend over the groups' numbers, and over their squares")
  func trends() throws {
    for row in try Fixture("comparison-trends").rows {
      let result = try WeightedLogRank(sets.grouped(try row.text("set")))
      let groups = result.score.indices.map { Double($0 + 1) }
      let found = try #require(
        try row.count("power") == 1 ? result.trend() : result.trend(scores: groups.map { $0 * $0 }))
      #expect(
        agree(found.statistic, try row.required("statistic"), 1e-9) && found.degreesOfFreedom == 1,
        "\(row) \(found)")
      // Origin and unit of the scores do not matter, and numbers near the largest do not overflow.
      let power = try row.count("power")
      let moved = try #require(
        try result.trend(scores: groups.map { (power == 1 ? $0 : $0 * $0) * 1e300 - 7e300 }))
      #expect(agree(moved.statistic, found.statistic, 1e-9))
    }
    let two = try WeightedLogRank(sets.grouped("aml"))
    #expect(agree(try two.trend()?.statistic, two.test?.statistic, 1e-12))
    #expect(try two.trend(scores: [3, 3]) == nil && two.trend(scores: [0, 0]) == nil)
  }

  @Test(
    "A control that must fail: variances without the correction for ties, and other weights, are seen"
  )
  func controls() throws {
    let sample = try sets.grouped("tied")
    var (score, variance) = (0.0, 0.0)
    sample.forEachEventTime(in: 0) { _, atRisk, events in
      let (n, d) = (Double(atRisk[0] + atRisk[1]), Double(events[0] + events[1]))
      score += Double(events[0]) - d * Double(atRisk[0]) / n
      variance += d * Double(atRisk[0]) * Double(atRisk[1]) / (n * n)
    }
    let right = try #require(try WeightedLogRank(sample).test)
    #expect(!agree(score * score / variance, right.statistic, 1e-3))
    let peto = try WeightedLogRank(sample, weights: .petoPeto).test?.statistic
    #expect(
      !agree(peto, try WeightedLogRank(sample, weights: .modifiedPetoPeto).test?.statistic, 1e-6))
    #expect(
      !agree(
        peto,
        try WeightedLogRank(sample, weights: .flemingHarrington(rho: 1, gamma: 0)).test?.statistic,
        1e-6))
  }

  @Test("Pairs: every one of them, stratified, with Holm's adjustment as R's p.adjust")
  func pairs() throws {
    var memo = Memo<String, PairwiseLogRank>()
    var compared = 0
    for row in try Fixture("comparison-pairs").rows {
      let name = try row.text("set")
      let all = try memo.answer(name) { try PairwiseLogRank(sets.grouped(name, stratified: true)) }
      let (first, second) = (try row.count("first") - 1, try row.count("second") - 1)
      let pair = try #require(all.pairs.first { $0.first == first && $0.second == second })
      #expect(agree(pair.result.test?.pValue, try row.required("p"), 1e-9), "\(row)")
      #expect(agree(pair.adjustedPValue, try row.required("adjusted"), 1e-9), "\(row)")
      compared += 1
    }
    #expect(compared == 21)
    for (_, rows) in Dictionary(
      grouping: try Fixture("comparison-holm").rows, by: { $0.cells["list"] })
    {
      let found = HolmAdjustment.adjusted(try rows.map { try $0.number("p") })
      for (value, row) in zip(found, rows) {
        #expect(agree(value, try row.number("adjusted"), 1e-14), "\(row)")
      }
    }
    #expect(
      HolmAdjustment.adjusted([]).isEmpty && HolmAdjustment.adjusted([nil, nil]) == [nil, nil])
  }
}
