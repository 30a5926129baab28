import Testing

@testable import Survival

@Suite("Groups within strata, their risk sets and the links between them")
struct GroupedSampleTests {
  @Test("The walk over event times hands out the risk sets that counting finds")
  func eventTimes() throws {
    for (name, set) in try Dataset.compared() {
      let sample = try set.grouped()
      var walked: [Double] = []
      sample.forEachEventTime(in: 0) { time, atRisk, events in
        walked.append(time)
        guard walked.count % 7 == 1 else { return }
        for group in atRisk.indices {
          let rows = set.times.indices.filter { set.groups[$0] == group + 1 }
          let risk = rows.count {
            set.times[$0] >= time && (set.entries[$0] < time || set.entries[$0] == 0)
          }
          #expect(atRisk[group] == risk, "\(name) at \(time)")
          #expect(
            events[group] == rows.count { set.times[$0] == time && set.observed[$0] },
            "\(name) at \(time)")
        }
      }
      #expect(walked == Set(zip(set.times, set.observed).filter(\.1).map(\.0)).sorted())
    }
  }

  @Test(
    "Pooled, the samples are the one sample of all rows; strata follow their labels; names are kept"
  )
  func pooling() throws {
    for (_, set) in try Dataset.compared() {
      let sample = try set.grouped(stratified: true)
      #expect(try sample.pooled() == set.sample() || set.isTruncated)
      #expect(try sample.pooled().atRisk == set.sample()?.atRisk)
      #expect(sample.count == set.times.count && sample.eventCount == set.observed.count { $0 })
      for (stratum, label) in Set(set.strata).sorted().enumerated() {
        for group in 0..<sample.groupCount {
          #expect(try sample.strata[stratum][group] == set.sample(group: group + 1, stratum: label))
        }
      }
    }
    let named = try GroupedSample(
      times: [1, 2, 3], observed: [true, true, false], groups: [2, 0, 2], strata: [-5, 9, -5],
      names: ["a", "b", "c"])
    #expect(
      named.names == ["a", "b", "c"] && named.strata.count == 2 && named.strata[0][2]?.count == 2
        && named.strata[1][1] == nil)
    #expect(try GroupedSample(times: [1], observed: [true], groups: [2]).names == ["1", "2", "3"])
  }

  @Test("Refusals say what is wrong and where")
  func refusals() throws {
    let (times, observed) = ([1.0, 2], [true, false])
    let rows = { (groups: [Int], strata: [Int]?, names: [String]?) throws(SurvivalError) in
      try GroupedSample(
        times: times, observed: observed, groups: groups, strata: strata, names: names)
    }
    #expect(throws: SurvivalError.unequalGroups(times: 2, groups: 1)) { try rows([0], nil, nil) }
    #expect(throws: SurvivalError.unequalStrata(times: 2, strata: 3)) {
      try rows([0, 1], [1, 2, 3], nil)
    }
    #expect(throws: SurvivalError.group(-1, count: 2, observation: 1)) {
      try rows([1, -1], nil, nil)
    }
    #expect(throws: SurvivalError.group(-3, count: 1, observation: 0)) {
      try rows([-3, -1], [1, 2], nil)
    }
    #expect(throws: SurvivalError.group(2, count: 2, observation: 1)) {
      try rows([1, 2], [1, 1], ["a", "b"])
    }
    #expect(throws: SurvivalError.group(.max, count: 256, observation: 0)) {
      try rows([.max, 2], nil, nil)
    }
    #expect(throws: SurvivalError.groupCount(0)) { try GroupedSample(strata: []) }
    #expect(throws: SurvivalError.groupCount(257)) {
      try GroupedSample(strata: [Array(repeating: nil, count: 257)])
    }
    #expect(throws: SurvivalError.emptySample) { try GroupedSample(strata: [[nil, nil]]) }
    #expect(throws: SurvivalError.emptySample) {
      try GroupedSample(times: [], observed: [], groups: [])
    }
    #expect(throws: SurvivalError.unequalStratum(1, samples: 1, groups: 2)) {
      try GroupedSample(strata: [[nil, nil], [nil]])
    }
    #expect(throws: SurvivalError.time(.infinity, observation: 1)) {
      try GroupedSample(
        times: [1, .infinity], observed: observed, groups: [0, 1], strata: [4, 5])
    }
    #expect(throws: SurvivalError.entry(2, time: 2, observation: 1)) {
      try GroupedSample(times: times, observed: observed, entries: [0, 2], groups: [1, 1])
    }
    let many = Array(0..<20_000)
    #expect(throws: SurvivalError.cells(groups: 250, strata: 20_000)) {
      try GroupedSample(
        times: many.map { Double($0) }, observed: many.map { _ in true },
        groups: many.map { $0 % 250 }, strata: many, names: nil)
    }
    let sample = try rows([0, 1], nil, nil)
    #expect(throws: SurvivalError.exponents(rho: -1, gamma: 0)) {
      try WeightedLogRank(sample, weights: .flemingHarrington(rho: -1, gamma: 0))
    }
    #expect(throws: SurvivalError.self) {
      try WeightedLogRank(sample, weights: .flemingHarrington(rho: 0, gamma: .nan))
    }
    #expect(throws: SurvivalError.trendScores([1], groups: 2)) {
      try WeightedLogRank(sample).trend(scores: [1])
    }
    #expect(throws: SurvivalError.trendScores([1, .infinity], groups: 2)) {
      try WeightedLogRank(sample).trend(scores: [1, .infinity])
    }
    for error: SurvivalError in [
      .groupCount(0), .cells(groups: 3, strata: 9), .exponents(rho: 1, gamma: -1),
    ] {
      #expect(error.description.contains("needed") || error.description.contains("must"))
    }
  }

  @Test(
    "The links' elimination: resistances to full precision, however far apart the weights; rank by count"
  )
  func contrasts() throws {
    var chain = ContrastMatrix(size: 5)
    for (g, weight) in [(1, 1e-20), (2, 4.0), (3, 1e20)] {
      chain.addRow(g) { $0 == g - 1 ? weight : 0 }
    }
    let elimination = chain.eliminated()
    #expect(elimination.rank == 3)
    let ends = elimination.solve([-1, 0, 0, 1, 0])
    #expect(agree(ends.form, 1e20 + 0.25 + 1e-20, 1e-15) && ends.solution[4] == 0)
    #expect(agree(elimination.solve([0, -1, 0, 1, 0]).form, 0.25 + 1e-20, 1e-15))
    var full = ContrastMatrix(size: 3)
    for g in 1..<3 { full.addRow(g) { _ in 1 } }
    // Between two corners of a triangle of unit links: 1 beside 2 in series.
    #expect(agree(full.eliminated().solve([1, -1, 0]).form, 2.0 / 3, 1e-15))
    #expect(
      full.rows == [[2, -1, -1], [-1, 2, -1], [-1, -1, 2]] && full.quadraticForm([0, 1, 3]) == 14)
    #expect(ContrastMatrix(size: 3).eliminated().rank == 0)
  }
}
