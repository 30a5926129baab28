import CGSL
import Survival

extension Experiment {
  private static let slow = CensoredLaw.exponential(rate: 1)
  private static let fast = CensoredLaw.exponential(rate: 2)

  /// Restricted means compared.
  static let restrictedMeans = Experiment(
    number: 5, name: "Restricted means of two groups",
    design: """
      Exponential times with rates 1 and 2, means of min(time, 0.7) compared. Undefined: a caution (a group ends before 0.7 with S above 0, or has \
      no spread).
      """,
    kinds: [IntervalKind("difference", .fewAtRisk), IntervalKind("ratio", .fewAtRisk)]
  ) { scenario, draws throws(SurvivalError) in
    let first = KaplanMeierEstimate(try Simulation(slow, scenario, &draws).sample())
    let second = KaplanMeierEstimate(try Simulation(fast, scenario, &draws).sample())
    let comparison = try RestrictedMeanComparison(first: first, second: second, horizon: 0.7)
    let (one, two) = (-expm1(-0.7), -expm1(-1.4) / 2)
    guard comparison.cautions.isEmpty else { return [.undefined, .undefined] }
    return [
      Outcome(comparison.difference.inference?.interval, holds: two - one),
      Outcome(comparison.ratio?.inference?.interval, holds: two / one),
    ]
  }

  /// Hazard ratios.
  static let hazardRatio = Experiment(
    number: 6, name: "Hazard ratio",
    design: """
      The same two groups; the true ratio is 2. Undefined: the ratio is 0 or without bound, so Wald's interval does not exist (the profile's \
      does, with one limit).
      """,
    kinds: [
      IntervalKind(
        "Wald",
        Defect(
          "a normal law for the logarithm of the ratio, which is that of large samples", upTo: 20,
          censored: 20)),
      IntervalKind("profile likelihood", .smallSample),
    ]
  ) { scenario, draws throws(SurvivalError) in
    let first = try Simulation(slow, scenario, &draws).sample()
    let second = try Simulation(fast, scenario, &draws).sample()
    let hazards = try GroupHazards(try GroupedSample([first, second]))
    let profile = try hazards.profileInterval(of: 1, to: 0)
    let wald = hazards.hazardRatio(of: 1, to: 0).estimate?.interval()
    return [
      wald.map { Outcome(lower: $0.lower, upper: $0.upper, holds: 2) } ?? .undefined,
      hazards.hazardRatio(of: 1, to: 0) == .undetermined
        ? .undefined : Outcome(lower: profile.lower, upper: profile.upper, holds: 2),
    ]
  }

  /// Tests of true hypotheses.
  static let tests = Experiment(
    number: 7, name: "Tests at 5 %",
    design: """
      "Coverage" is one less the size, the share of data sets in which a true hypothesis was not rejected. Log-rank tests: two groups of rate \
      1. Proportionality: rates 1 and 2. Undefined: nothing was compared.
      """,
    kinds: [
      IntervalKind("log-rank", .smallSample),
      IntervalKind("Gehan-Wilcoxon", .smallSample),
      IntervalKind("Peto-Peto", .smallSample),
      IntervalKind("proportional hazards", .smallSample),
    ]
  ) { scenario, draws throws(SurvivalError) in
    let first = try Simulation(slow, scenario, &draws).sample()
    let same = try GroupedSample([first, try Simulation(slow, scenario, &draws).sample()])
    var outcomes: [Outcome] = []
    for weights in [LogRankWeights.logRank, .gehan, .petoPeto] {
      outcomes.append(Outcome(pValue: try WeightedLogRank(same, weights: weights).test?.pValue))
    }
    let other = try GroupedSample([first, try Simulation(fast, scenario, &draws).sample()])
    let test = try GroupHazards(other).proportionalityTest().test
    return outcomes + [Outcome(pValue: test?.pValue)]
  }
}
