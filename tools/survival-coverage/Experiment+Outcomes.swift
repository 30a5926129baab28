import CGSL
import Survival

extension Experiment {
  private static let law = CensoredLaw.exponential(rate: 1)

  /// Cumulative incidence.
  static let incidence = Experiment(
    number: 10, name: "Cumulative incidence (Aalen-Johansen) at a time",
    design: """
      Exponential times; seven events in ten have cause 1. The truth is F = 0.35 at the median. Undefined: the data end before with S above \
      0, or F is 1. An estimate of 0 has the interval [0, 0], which counts.
      """,
    kinds: IntervalTransform.allCases.map { IntervalKind($0.rawValue, .fewAtRisk) }
  ) { scenario, draws throws(SurvivalError) in
    let data = Simulation(law, scenario, &draws)
    let causes = data.observed.map { $0 ? (draws.uniform() < 0.7 ? 1 : 2) : 0 }
    let estimate = AalenJohansenEstimate(
      try CompetingRisksSample(times: data.times, causes: causes, causeCount: 2))
    let time = log(2)
    return IntervalTransform.allCases.map { transform in
      guard estimate.incidence(cause: 1, at: time) != nil else { return .undefined }
      guard let row = estimate.overall.lastRow(upTo: time) else { return .missed }
      return Outcome(estimate.interval(cause: 1, row: row, transform), holds: 0.35)
    }
  }

  /// Gray's test.
  static let gray = Experiment(
    number: 11, name: "Gray's test at 5 %",
    design: "Two groups with the same two causes as before; one less the test's size.",
    kinds: [IntervalKind("Gray", .smallSample)]
  ) { scenario, draws throws(SurvivalError) in
    var groups: [CompetingRisksSample] = []
    for _ in 0..<2 {
      let data = Simulation(law, scenario, &draws)
      let causes = data.observed.map { $0 ? (draws.uniform() < 0.7 ? 1 : 2) : 0 }
      groups.append(try CompetingRisksSample(times: data.times, causes: causes, causeCount: 2))
    }
    return [Outcome(pValue: try GrayTest(groups: groups, cause: 1).test?.pValue)]
  }

  private static let grid = 0.25

  /// Turnbull's band by bootstrap.
  static let turnbull = Experiment(
    number: 12, name: "Turnbull's estimate, bootstrap band at a time",
    design: """
      Exponential times that are looked at every 0.25: an event is known up to a quarter; who is censored was last seen at the look before. 199 \
      replicates, at most 500 data sets. The truth is S at 0.25, 0.75. Undefined: no replicate converged.
      """,
    kinds: [0.25, 0.75].map {
      IntervalKind(
        "S(\($0)) = \((exp(-$0) * 1000).rounded() / 1000)",
        Defect("percentile limits, which are those of large samples", upTo: 200, censored: 200))
    },
    mostSets: 500
  ) { scenario, draws throws(SurvivalError) in
    let data = Simulation(law, Scenario(count: scenario.count, isCensored: false), &draws)
    var (lower, upper): ([Double], [Double]) = ([], [])
    for time in data.times {
      let end = (time / grid).rounded(.up) * grid
      let censoring =
        scenario.isCensored
        ? (-log(draws.uniform()) / law.censoringRate / grid).rounded(.down) * grid : .infinity
      lower.append(min(end - grid, censoring))
      upper.append(end <= censoring ? end : .infinity)
    }
    let estimate = try TurnbullEstimate(try IntervalCensoredSample(lower: lower, upper: upper))
    let bootstrap = try Bootstrap(replicates: 199, seed: UInt64(draws.index(below: .max)))
    let band = try estimate.band(at: [0.25, 0.75], bootstrap: bootstrap, analysis: 0)
    return [0.25, 0.75].enumerated().map { Outcome(band.intervals?[$0], holds: exp(-$1)) }
  }
}
