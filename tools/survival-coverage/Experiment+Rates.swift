import CGSL
import Survival

extension Experiment {
  private static let slow = CensoredLaw.exponential(rate: 1)
  private static let fast = CensoredLaw.exponential(rate: 2)

  /// Rates and their ratio.
  static let rates = Experiment(
    number: 8, name: "Rates",
    design: """
      Exponential times with rates 1 and 2: events over time at risk. The intervals are exact for a Poisson process; for lifetimes, whose time at \
      risk is random, they are nearly so, and err to the wide side. Undefined: no event in the first group, so the ratio has no upper limit \
      (it counts for the rate).
      """,
    kinds: [
      IntervalKind("rate (Garwood)", isExact: true),
      IntervalKind("ratio of rates (conditional)", isExact: true),
    ]
  ) { scenario, draws throws(SurvivalError) in
    let one = try Simulation(slow, scenario, &draws).sample()
    let two = try Simulation(fast, scenario, &draws).sample()
    let first = try PoissonRate(events: one.eventCount, exposure: one.exposure)
    let second = try PoissonRate(events: two.eventCount, exposure: two.exposure)
    let ratio = try RateComparison(first: first, second: second)
    return [
      Outcome(lower: first.lower, upper: first.upper, holds: 1),
      ratio.upper == nil ? .undefined : Outcome(lower: ratio.lower, upper: ratio.upper, holds: 2),
    ]
  }

  private static let proportions = [0.05, 0.5]

  /// Binomial proportions.
  static let binomial = Experiment(
    number: 9, name: "Proportions",
    design: "The number of n trials that succeed, with probability 0.05 and 0.5.",
    kinds: proportions.flatMap { p in
      [
        IntervalKind("p = \(p), Clopper-Pearson", isExact: true),
        IntervalKind(
          "p = \(p), Wilson",
          Defect(
            "Wilson's coverage swings about the level, as the count is a whole number", upTo: 200,
            censored: 0)),
      ]
    },
    scenarios: Scenario.all.filter { !$0.isCensored }
  ) { scenario, draws throws(SurvivalError) in
    var outcomes: [Outcome] = []
    for p in proportions {
      var count = 0
      for _ in 0..<scenario.count where draws.uniform() < p { count += 1 }
      for method in BinomialProportion.Method.allCases {
        outcomes.append(
          Outcome(
            try BinomialProportion(events: count, trials: scenario.count, method: method).interval,
            holds: p))
      }
    }
    return outcomes
  }
}
