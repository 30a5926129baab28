import Testing

@testable import Survival

@Suite("Hazard ratios and their constancy against R's coxph and cox.zph")
struct CoxGroupTests {
  struct Key: Hashable {
    let set: String
    let stratified: Bool
    let ties: TieMethod

    init(_ row: Fixture.Row) throws {
      (set, stratified, ties) = (try row.text("set"), try row.isStratified(), try row.ties())
    }
  }

  let sets: [String: Dataset]

  init() throws { sets = try Dataset.compared() }

  private func fit(_ key: Key) throws -> GroupHazards {
    try GroupHazards(sets.grouped(key.set, stratified: key.stratified), ties: key.ties)
  }

  @Test("Log-likelihoods and the three tests agree: both ties, strata, late entries")
  func tests() throws {
    for row in try Fixture("comparison-cox").rows {
      let found = try fit(Key(row))
      #expect(
        agree(found.nullLogLikelihood, try row.required("null"), 1e-11),
        "\(row) \(found.nullLogLikelihood)")
      #expect(
        agree(found.logLikelihood, try row.required("maximum"), 1e-11),
        "\(row) \(found.logLikelihood)")
      #expect(agree(found.scoreTest?.statistic, try row.required("score"), 1e-8), "\(row)")
      // R's coxph rounds its Wald statistic to 15 digits or so.
      #expect(
        agree(found.waldTest?.statistic, try row.required("wald"), 1e-8),
        "\(row) \(String(describing: found.waldTest))")
      let ratio = 2 * (try row.required("maximum") - row.required("null"))
      #expect(abs(try #require(found.likelihoodRatioTest).statistic - ratio) < 1e-8, "\(row)")
      let degrees = try row.count("df")
      for test in [found.scoreTest, found.waldTest, found.likelihoodRatioTest] {
        #expect(test?.degreesOfFreedom == degrees)
      }
      #expect(found.iterations >= 1 && found.iterations < 10)
    }
  }

  @Test("Coefficients and standard errors of every pair agree to 1e-8")
  func ratios() throws {
    var memo = Memo<Key, GroupHazards>()
    for row in try Fixture("comparison-cox-ratios").rows {
      let key = try Key(row)
      let model = try memo.answer(key) { try fit(key) }
      let found = try #require(
        model.hazardRatio(of: try row.count("group") - 1, to: try row.count("reference") - 1)
          .estimate)
      #expect(agree(found.coefficient, try row.required("value"), 1e-8), "\(row) \(found)")
      #expect(agree(found.standardError, try row.required("std_error"), 1e-8), "\(row) \(found)")
      let interval = found.interval()
      #expect(
        agree(interval.lower * (interval.upper ?? 0), found.value * found.value, 1e-12)
          && interval.lower < found.value)
    }
  }

  @Test("cox.zph agrees: four transforms, all groups together and each alone")
  func proportionality() throws {
    var memo = Memo<Key, GroupHazards>()
    for row in try Fixture("comparison-zph").rows {
      let key = try Key(row)
      let model = try memo.answer(key) { try fit(key) }
      let found = try model.proportionalityTest(row.transform())
      let group = try row.count("group")
      let test = try #require(group == 0 ? found.test : found.perGroup[group - 1])
      #expect(agree(test.statistic, try row.required("statistic"), 1e-8), "\(row) \(test)")
      #expect(test.degreesOfFreedom == (try row.count("df")), "\(row)")
      #expect(found.perGroup[0] == nil)
    }
  }

  @Test(
    "Published: the leukaemia of Freireich et al., 1.572 (0.412) with Efron's ties and 1.509 (0.410) with Breslow's"
  )
  func published() throws {
    for (ties, coefficient, error) in [(TieMethod.efron, 1.572, 0.412), (.breslow, 1.509, 0.410)] {
      let model = try GroupHazards(sets.grouped("leukaemia"), ties: ties)
      let found = try #require(model.hazardRatio(of: 1, to: 0).estimate)
      #expect(
        abs(found.coefficient.magnitude - coefficient) < 5e-4
          && abs(found.standardError - error) < 5e-4, "\(found)")
    }
  }

  @Test("Profile-likelihood limits agree with roots found over coxph with an offset")
  func profiles() throws {
    var memo = Memo<Key, GroupHazards>()
    for row in try Fixture("comparison-profiles").rows {
      let key = try Key(row)
      let model = try memo.answer(key) { try fit(key) }
      let found = try model.profileInterval(
        of: try row.count("group") - 1, to: 0, level: row.level())
      #expect(agree(found.lower, try row.required("lower"), 1e-8), "\(row) \(found)")
      #expect(agree(found.upper, try row.required("upper"), 1e-8), "\(row) \(found)")
    }
  }

  @Test(
    "Likelihood-ratio p-values of single ratios agree with coxph with an offset of 0, and with the profile's limits"
  )
  func profileTests() throws {
    var memo = Memo<Key, GroupHazards>()
    for row in try Fixture("comparison-ratio-tests").rows {
      let key = try Key(row)
      let model = try memo.answer(key) { try fit(key) }
      let (group, reference) = (try row.count("group") - 1, try row.count("reference") - 1)
      let found = try #require(try model.profilePValue(of: group, to: reference))
      #expect(agree(found, try row.required("p"), 1e-8), "\(row) \(found)")
      #expect(agree(try model.profilePValue(of: reference, to: group), found, 1e-9))
      // At the level 1 - p, a limit of the profile interval is 1.
      let interval = try model.profileInterval(
        of: group, to: reference, level: try ConfidenceLevel(1 - found))
      #expect(
        agree(interval.lower, 1, 1e-7) || agree(interval.upper, 1, 1e-7), "\(row) \(interval)")
    }
  }

  @Test("A control that must fail: each way of treating ties is told from the other")
  func controls() throws {
    let sample = try sets.grouped("tied")
    let efron = try GroupHazards(sample, ties: .efron)
    let breslow = try GroupHazards(sample, ties: .breslow)
    #expect(
      !agree(
        efron.hazardRatio(of: 1, to: 0).estimate?.coefficient,
        breslow.hazardRatio(of: 1, to: 0).estimate?.coefficient, 1e-2))
    #expect(
      !agree(
        try efron.proportionalityTest(.rank).test?.statistic,
        try breslow.proportionalityTest(.rank).test?.statistic, 1e-2))
    // Crossing hazards are refused, proportional ones are not.
    let crossing = try GroupHazards(sets.grouped("crossing")).proportionalityTest()
    #expect(try #require(crossing.test).pValue < 1e-6)
  }
}
