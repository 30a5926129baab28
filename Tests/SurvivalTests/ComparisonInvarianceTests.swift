import Foundation
import Testing

@testable import Survival

@Suite("Tests between groups: what must not matter does not")
struct ComparisonInvarianceTests {
  static let names = [
    "lung", "veteran", "heart", "colon", "late", "tied", "steps", "crossing", "mixed",
  ]
  static let weights: [LogRankWeights] = [
    .logRank, .gehan, .taroneWare, .petoPeto, .modifiedPetoPeto,
    .flemingHarrington(rho: 0.5, gamma: 2),
  ]
  /// Read once for all arguments.
  private static let read = Result { try Dataset.compared() }
  let sets: [String: Dataset]

  init() throws { sets = try Self.read.get() }

  /// All that the comparisons say of a sample, times apart.
  struct Answers: Equatable {
    var logRanks: [WeightedLogRank]
    var ratios: [HazardRatio]
    var logLikelihoods: [Double]

    init(_ sample: GroupedSample) throws {
      logRanks = try weights.map { try WeightedLogRank(sample, weights: $0) }
      let models = try TieMethod.allCases.map { try GroupHazards(sample, ties: $0) }
      ratios = models.flatMap { model in
        (1..<sample.groupCount).map { model.hazardRatio(of: $0, to: 0) }
      }
      logLikelihoods = models.flatMap { [$0.nullLogLikelihood, $0.logLikelihood] }
    }
  }

  @Test("The order of rows and the clock: the same bits", arguments: names)
  func orderAndClock(name: String) throws {
    let set = try #require(sets[name])
    let answers = try Answers(set.grouped(stratified: true))
    let shuffled = set.times.indices.sorted { ($0 * 7919 % 1009, $0) < ($1 * 7919 % 1009, $1) }
    #expect(try Answers(set.mapped(order: shuffled).grouped(stratified: true)) == answers)
    #expect(
      try Answers(set.mapped(time: { sqrt($0) * 3 + 1 }).grouped(stratified: true)) == answers)
    #expect(try Answers(set.mapped(time: { $0 * $0 * $0 }).grouped(stratified: true)) == answers)
    // A clock that makes ties of different times is not a monotone one, and is seen.
    guard !set.isTruncated, name != "tied" else { return }
    #expect(
      try Answers(set.mapped(time: { ($0 / 40).rounded(.up) + 1 }).grouped(stratified: true))
        != answers)
  }

  @Test(
    "Rows split into start and stop: the same bits; the test of proportionality to rounding",
    arguments: names)
  func split(name: String) throws {
    let set = try #require(sets[name])
    var halves = set
    for row in set.times.indices {
      let middle = (set.entries[row] + set.times[row]) / 2
      guard row % 3 > 0, middle > set.entries[row], middle < set.times[row] else { continue }
      halves.times[row] = middle
      halves.observed[row] = false
      halves.entries.append(middle)
      halves.times.append(set.times[row])
      halves.observed.append(set.observed[row])
      halves.groups.append(set.groups[row])
      halves.strata.append(set.strata[row])
      halves.causes.append(set.causes[row])
    }
    #expect(halves.times.count > set.times.count)
    #expect(try Answers(halves.grouped(stratified: true)) == Answers(set.grouped(stratified: true)))
    let found = try GroupHazards(halves.grouped()).proportionalityTest().test?.statistic
    #expect(
      agree(found, try GroupHazards(set.grouped()).proportionalityTest().test?.statistic, 1e-9))
  }

  @Test(
    "Renumbered groups: the same tests, ratios to the same group, tests of proportionality",
    arguments: names)
  func relabelled(name: String) throws {
    let set = try #require(sets[name])
    let sample = try set.grouped()
    let count = sample.groupCount
    let renamed = try set.mapped(group: { count + 1 - $0 }).grouped()
    for weights in Self.weights {
      let (here, there) = (
        try WeightedLogRank(sample, weights: weights),
        try WeightedLogRank(renamed, weights: weights)
      )
      #expect(
        agree(here.test?.statistic, there.test?.statistic, 1e-10)
          && here.observed == there.observed.reversed())
    }
    let (here, there) = (try GroupHazards(sample), try GroupHazards(renamed))
    let (constant, turned) = (
      try here.proportionalityTest(reference: count - 1),
      try there.proportionalityTest(.kaplanMeier)
    )
    #expect(agree(constant.test?.statistic, turned.test?.statistic, 1e-9))
    #expect(agree(here.waldTest?.statistic, there.waldTest?.statistic, 1e-9))
    for group in 0..<(count - 1) {
      let found = try #require(here.hazardRatio(of: group, to: count - 1).estimate)
      let expected = try #require(there.hazardRatio(of: count - 1 - group, to: 0).estimate)
      #expect(
        agree(found.coefficient, expected.coefficient, 1e-9)
          && agree(found.standardError, expected.standardError, 1e-9))
      #expect(
        here.hazardRatio(of: count - 1, to: group).estimate?.coefficient == -found.coefficient)
      #expect(
        agree(
          constant.perGroup[group]?.statistic, turned.perGroup[count - 1 - group]?.statistic, 1e-8))
    }
  }

  @Test("One stratum is no stratum; the same data in two strata count twice", arguments: names)
  func strata(name: String) throws {
    let set = try #require(sets[name])
    let sample = try set.grouped()
    var single = set
    single.strata = single.strata.map { _ in 7 }
    #expect(try single.grouped(stratified: true) == sample)
    let doubled = try GroupedSample(strata: sample.strata + sample.strata)
    for weights in Self.weights {
      let found = try WeightedLogRank(doubled, weights: weights).test?.statistic
      #expect(
        agree(
          found, try WeightedLogRank(sample, weights: weights).test.map { 2 * $0.statistic }, 1e-11)
      )
    }
    let (once, twice) = (try GroupHazards(sample), try GroupHazards(doubled))
    #expect(agree(twice.logLikelihood, 2 * once.logLikelihood, 1e-12))
    let one = try #require(once.hazardRatio(of: 1, to: 0).estimate)
    let two = try #require(twice.hazardRatio(of: 1, to: 0).estimate)
    #expect(
      agree(two.coefficient, one.coefficient, 1e-9)
        && agree(two.standardError, one.standardError / 2.0.squareRoot(), 1e-9))
    #expect(
      agree(
        try twice.proportionalityTest().test?.statistic,
        try once.proportionalityTest().test.map { 2 * $0.statistic }, 1e-8))
  }

  @Test("Without ties, Efron is Breslow and the score test of Cox's model is the log-rank test")
  func scoreIsLogRank() throws {
    var set = try #require(sets["crossing"])
    set.strata = set.strata.indices.map { $0 % 3 }
    for sample in [try set.grouped(), try set.grouped(stratified: true)] {
      let model = try GroupHazards(sample, ties: .breslow)
      #expect(agree(model.scoreTest?.statistic, try WeightedLogRank(sample).test?.statistic, 1e-12))
      #expect(
        try GroupHazards(sample, ties: .efron).hazardRatio(of: 1, to: 0)
          == model.hazardRatio(of: 1, to: 0))
    }
    let tied = try sets.grouped("tied")
    #expect(
      !agree(
        try GroupHazards(tied).scoreTest?.statistic, try WeightedLogRank(tied).test?.statistic, 1e-3
      ))
  }

  @Test("A group without observations changes nothing")
  func emptyGroup() throws {
    let sample = try sets.grouped("veteran", stratified: true)
    let wider = try GroupedSample(strata: sample.strata.map { [nil] + $0 + [nil] })
    let (here, there) = (try WeightedLogRank(sample), try WeightedLogRank(wider))
    #expect(
      agree(there.test?.statistic, here.test?.statistic, 1e-12) && there.test?.degreesOfFreedom == 3
    )
    let (model, wide) = (try GroupHazards(sample), try GroupHazards(wider))
    #expect(wide.hazardRatio(of: 2, to: 1) == model.hazardRatio(of: 1, to: 0))
    #expect(wide.hazardRatio(of: 0, to: 1) == .undetermined && wide.waldTest?.degreesOfFreedom == 3)
    #expect(try wide.proportionalityTest(reference: 1).test == model.proportionalityTest().test)
  }
}
