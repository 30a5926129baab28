import CGSL
import Testing

@testable import Survival

@Suite("Hazard ratios of many groups")
struct ManyGroupsTests {
  /// Times of groups with hazards of their own, some censored, some tied.
  private func sample(groups: Int, each: Int, ties: Bool) throws -> GroupedSample {
    var state: UInt64 = 7
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double(state >> 11) + 0.5) * 0x1p-53
    }
    let samples = try (0..<groups).map { group in
      let rate = 1 + Double(group) / Double(groups)
      let times = (0..<each).map { _ in
        let time = -CGSL.log(uniform()) / rate
        return ties ? (10 * time).rounded(.up) : time
      }
      return try RightCensoredSample(times: times, observed: times.map { _ in uniform() < 0.8 })
    }
    return try GroupedSample(samples)
  }

  @Test(
    "First derivatives and log L by the tree of sums are those of the full likelihood",
    arguments: [false, true])
  func scores(ties: Bool) throws {
    let table = RiskChanges(try sample(groups: 11, each: 30, ties: ties))
    let coefficients = (0..<11).map { 0.3 * Double($0 % 4) - 0.5 }
    for method in [TieMethod.efron, .breslow] {
      let full = CoxLikelihood(table, coefficients, method)
      let fast = CoxScore(table, coefficients, method)
      #expect(abs(full.logLikelihood - fast.logLikelihood) < 1e-10 * abs(full.logLikelihood))
      for (one, other) in zip(full.score, fast.score) { #expect(abs(one - other) < 1e-10) }
    }
  }

  @Test("Profiles by chords are those by Newton's method", arguments: [false, true])
  func profiles(ties: Bool) throws {
    let model = try GroupHazards(try sample(groups: 12, each: 40, ties: ties))
    for group in [1, 5, 11] {
      let interval = try model.profileInterval(of: group, to: 0)
      // At a limit of the interval the likelihood, maximised by Newton's method, lies z^2/2 below
      // the top.
      for limit in [interval.lower, try #require(interval.upper)] {
        let order = [0, group] + (1..<12).filter { $0 != group }
        let part = try #require(model.sample.restricted(to: order))
        var start = Array(repeating: 0.0, count: 12)
        start[1] = CGSL.log(limit)
        let fit = try CoxMaximum(RiskChanges(part), .efron, from: start, holdsSecond: true)
        let statistic = 2 * (model.logLikelihood - fit.likelihood.logLikelihood)
        let z = ConfidenceLevel.standard.normalQuantile
        #expect(abs(statistic - z * z) < 1e-7, "\(group) \(limit)")
        let p = try #require(try model.profilePValue(of: group, to: 0))
        #expect((p < 0.05) == (interval.lower > 1 || interval.upper ?? 2 < 1))
      }
    }
  }

  @Test("Renumbered changes are those of the sample with its groups in another order")
  func renumbered() throws {
    let sample = try sample(groups: 5, each: 12, ties: true)
    let order = [3, 0, 4, 1, 2]
    let made = RiskChanges(try #require(sample.restricted(to: order)))
    let found = RiskChanges(sample).renumbered(order)
    let coefficients = [0, 0.1, -0.4, 0.7, 0.2]
    let (one, other) = (
      CoxLikelihood(made, coefficients, .efron), CoxLikelihood(found, coefficients, .efron)
    )
    #expect(abs(one.logLikelihood - other.logLikelihood) < 1e-10)
    for (a, b) in zip(one.score, other.score) { #expect(abs(a - b) < 1e-10) }
  }
}
