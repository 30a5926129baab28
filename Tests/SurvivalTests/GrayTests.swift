import Testing

@testable import Survival

@Suite("Gray's test against cmprsk")
struct GrayTests {
  let sets: [String: Dataset]

  init() throws { sets = try Dataset.all() }

  private func strata(_ set: Dataset, byStratum: Bool) throws -> [[CompetingRisksSample?]] {
    let groups = Set(set.groups).sorted()
    return try (byStratum ? Set(set.strata).sorted() : [0]).map { stratum in
      try groups.map { group in
        let rows = set.times.indices.filter {
          set.groups[$0] == group && (!byStratum || set.strata[$0] == stratum)
        }
        return rows.isEmpty ? nil : try set.competing(rows: rows)
      }
    }
  }

  @Test("Statistics, degrees of freedom and p-values agree, with ties, strata and weights")
  func statistics() throws {
    var compared = 0
    for expected in try Fixture("competing-gray").rows {
      let name = try expected.text("set")
      let set = try #require(sets[name])
      let found = try GrayTest(
        strata: try strata(set, byStratum: try expected.count("strata") == 1),
        cause: try expected.count("cause"),
        rho: try expected.required("rho"))
      #expect(
        agree(found.test?.statistic, try expected.required("statistic"), 1e-8),
        "\(expected) \(found.test?.statistic as Any)")
      #expect(found.test?.degreesOfFreedom == (try expected.count("df")))
      let p = try expected.required("p")
      // cmprsk's p is 1 - P(...), which keeps no digits below 1e-16.
      #expect(
        abs(try #require(found.test?.pValue) - p) <= 1e-8 * p + 1e-15,
        "\(expected) \(found.test?.pValue as Any)")
      compared += 1
    }
    #expect(compared > 90)
  }

  @Test(
    "At the end of a group that is all ties, cmprsk's factor for ties falls below 0, and ours is 0")
  func manyTies() throws {
    var gaps: [Double] = []
    for row in try Fixture("competing-gray-ties").rows {
      func numbers(_ column: String) throws -> [Int] {
        try row.text(column).split(separator: " ").map { try #require(Int($0)) }
      }
      let (times, causes, groups) = (
        try numbers("times"), try numbers("causes"), try numbers("groups")
      )
      let samples = try [1, 2].map { group in
        let rows = times.indices.filter { groups[$0] == group }
        return try CompetingRisksSample(
          times: rows.map { Double(times[$0]) }, causes: rows.map { causes[$0] }, causeCount: 2)
      }
      let theirs = GrayScores(samples, cause: 1, rho: 0, leastTies: -.infinity)
      let score = theirs.observed[0] - theirs.expected[0]
      let statistic = try row.required("statistic")
      #expect(agree(score * score / theirs.covariance[0], statistic, 1e-10), "\(row)")
      let ours = try #require(try GrayTest(groups: samples, cause: 1).test)
      gaps.append(1 - ours.statistic / statistic)
    }
    #expect(gaps.count == 4 && gaps.allSatisfy { $0 > 0.04 && $0 < 0.51 }, "\(gaps)")
  }

  @Test(
    "Order of groups, times through a monotone map and names of the other causes change nothing")
  func invariance() throws {
    let set = try #require(sets["transplant"])
    let groups = try strata(set, byStratum: false)[0].compactMap { $0 }
    let test = try GrayTest(groups: groups, cause: 2, rho: 1)
    let statistic = try #require(test.test?.statistic)
    #expect(
      agree(
        try GrayTest(groups: groups.reversed(), cause: 2, rho: 1).test?.statistic, statistic, 1e-10)
    )
    var mapped = set
    mapped.times = set.times.map { $0.squareRoot() }
    #expect(
      agree(
        try GrayTest(strata: try strata(mapped, byStratum: false), cause: 2, rho: 1).test?
          .statistic, statistic, 1e-12))
    mapped = set
    mapped.causes = set.causes.map { [0, 3, 2, 1][$0] }
    #expect(try GrayTest(strata: try strata(mapped, byStratum: false), cause: 2, rho: 1) == test)
    #expect(abs(zip(test.observed, test.expected).reduce(0) { $0 + $1.0 - $1.1 }) < 1e-10)
    for row in test.covariance { #expect(abs(row.reduce(0, +)) < 1e-9, "the scores sum to 0") }
    // The same data in two strata: twice the scores and covariances.
    #expect(
      agree(
        try GrayTest(strata: [groups, groups], cause: 2, rho: 1).test?.statistic, 2 * statistic,
        1e-10))
  }

  @Test(
    "With one cause, observed and expected are those of the log-rank test: aml, as survdiff prints them"
  )
  func oneCause() throws {
    let set = try #require(sets["aml"])
    let groups = try [1, 2].map { group in
      let rows = set.times.indices.filter { set.groups[$0] == group }
      return try CompetingRisksSample(
        times: rows.map { set.times[$0] }, causes: rows.map { set.observed[$0] ? 1 : 0 })
    }
    let test = try GrayTest(groups: groups, cause: 1)
    #expect(test.observed == [7, 11])
    for (found, expected) in zip(test.expected, [10.69, 7.31]) {
      #expect(abs(found - expected) < 0.005)
    }
  }

  @Test("Groups that tell nothing, causes that never come, groups that end early")
  func edges() throws {
    func sample(_ times: [Double], _ causes: [Int]) throws -> CompetingRisksSample {
      try CompetingRisksSample(times: times, causes: causes)
    }
    let (first, second) = (
      try sample([1, 2, 3, 4], [1, 2, 1, 0]), try sample([1, 3, 5, 6], [0, 1, 2, 1])
    )
    let never = try GrayTest(groups: [first, second], cause: 3)
    #expect(never.test == nil)
    // A group that was gone before anything happened takes no part.
    let gone = try sample([0.5], [0])
    let pair = try GrayTest(groups: [first, second], cause: 1)
    let three = try GrayTest(groups: [first, gone, second], cause: 1)
    #expect(
      three.test?.degreesOfFreedom == 1 && agree(three.test?.statistic, pair.test?.statistic, 1e-12)
    )
    // A stratum with one group only changes nothing.
    let alone = try GrayTest(strata: [[first, second], [first, nil]], cause: 1)
    #expect(agree(alone.test?.statistic, pair.test?.statistic, 1e-12))
    // One group is used up before the other begins to have events: the pooled curve passes 1, and
    // there is still a number.
    let early = try sample((1...100).map(Double.init), Array(repeating: 1, count: 100))
    let late = try sample([200, 201, 202], [1, 1, 1])
    for rho in [0, 0.5, 1, 7] {
      let extreme = try GrayTest(groups: [early, late], cause: 1, rho: rho)
      #expect(
        try #require(extreme.test?.statistic).isFinite
          && (0...1).contains(try #require(extreme.test?.pValue)))
    }
    let single = try GrayTest(groups: [try sample([1], [1]), try sample([2], [2])], cause: 1)
    #expect(single.test?.degreesOfFreedom == 1 && single.test?.statistic.isFinite == true)
  }

  @Test("What is refused, and a control that must fail")
  func refusals() throws {
    let sample = try #require(sets["tied"]).competing()
    #expect(throws: SurvivalError.tooFewGroups(1)) { try GrayTest(groups: [sample], cause: 1) }
    for rho in [-1, .infinity, .nan] {
      #expect(throws: SurvivalError.self) {
        try GrayTest(groups: [sample, sample], cause: 1, rho: rho)
      }
    }
    let late = try CompetingRisksSample(times: [2, 3], causes: [1, 0], entries: [1, 0])
    #expect(throws: SurvivalError.truncated("Gray's test")) {
      try GrayTest(groups: [sample, late], cause: 1)
    }
    // A common landmark is another origin; staggered entries, or those of some only, are not.
    let transplant = try strata(try #require(sets["transplant"]), byStratum: false)[0].compactMap {
      $0
    }
    let marked = try transplant.map { try $0.landmark(at: 30) }
    let set30 = try #require(sets["transplant"])
    let shifted = try Set(set30.groups).sorted().map { group in
      let rows = set30.times.indices.filter { set30.groups[$0] == group && set30.times[$0] > 30 }
      return try CompetingRisksSample(
        times: rows.map { set30.times[$0] - 30 }, causes: rows.map { set30.causes[$0] },
        causeCount: 3)
    }
    let landmark = try GrayTest(groups: marked, cause: 2, rho: 1)
    #expect(landmark == (try GrayTest(groups: shifted, cause: 2, rho: 1)) && landmark.test != nil)
    #expect(
      !agree(
        landmark.test?.statistic,
        try GrayTest(groups: transplant, cause: 2, rho: 1).test?.statistic, 1e-3))
    let refused = [
      [marked[0], transplant[1]], [marked[0], try transplant[1].landmark(at: 31)],
      [late, try CompetingRisksSample(times: [2, 3], causes: [1, 0], entries: [1, 1])],
    ]
    for groups in refused {
      #expect(throws: SurvivalError.truncated("Gray's test")) {
        try GrayTest(groups: groups, cause: 2)
      }
    }
    // Events broken up instead of tied: another test, seen at this tolerance.
    let set = try #require(sets["tied"])
    var broken = set
    broken.times = set.times.indices.map {
      set.times[$0] + (set.observed[$0] ? Double($0) * 1e-6 : 0.5)
    }
    let (tied, untied) = (
      try GrayTest(strata: try strata(set, byStratum: false), cause: 1),
      try GrayTest(strata: try strata(broken, byStratum: false), cause: 1)
    )
    #expect(!agree(untied.test?.statistic, tied.test?.statistic, 1e-4))
  }
}
