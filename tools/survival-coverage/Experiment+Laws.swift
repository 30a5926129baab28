import CGSL
import Survival

extension Experiment {
  /// Profile-likelihood intervals of each law's parameters.
  static let laws: [Experiment] = [
    law(13, .exponential, ExponentialLaw(rate: 1)),
    law(14, .delayedExponential, DelayedExponentialLaw(delay: 0.5, rate: 1)),
    law(15, .weibull, WeibullLaw(shape: 1.5, scale: 1)),
    law(16, .gamma, GammaLaw(shape: 2, rate: 2)),
    law(17, .logNormal, LogNormalLaw(mu: 0, sigma: 0.8)),
    law(18, .logLogistic, LogLogisticLaw(shape: 2, scale: 1)),
  ]

  private static func law(_ number: UInt32, _ family: LawFamily, _ truth: any SurvivalLaw)
    -> Experiment
  {
    let censored = CensoredLaw(truth)
    let values = truth.parameters.map(\.value)
    return Experiment(
      number: number, name: "Law: \(family.name)",
      design:
        "Times of the law \(truth.parameters.map { "\($0.name) \($0.value)" }.joined(separator: ", ")). Undefined: no fit, or a limit that the data did not set.",
      kinds: truth.parameters.map { IntervalKind($0.name, .smallSample) }
    ) { scenario, draws throws(SurvivalError) in
      let fit = try LawFit(family, try Simulation(censored, scenario, &draws).sample())
      return values.indices.map { index in
        guard fit.isUsable, let lower = fit.parameters[index].lower,
          let upper = fit.parameters[index].upper
        else {
          return .undefined
        }
        return Outcome(lower: lower, upper: upper, holds: values[index])
      }
    }
  }

  /// The size of the test of fit.
  static let goodnessOfFit = Experiment(
    number: 19, name: "Goodness of fit at 5 %",
    design:
      "The same laws, at most 400 data sets of 200 times, 99 bootstrap replicates each; one less the test's size. Undefined: no fit.",
    kinds: fittedLaws.map { IntervalKind($0.family.name) },
    scenarios: Scenario.all.filter { $0.count == 200 }, mostSets: 400
  ) { scenario, draws throws(SurvivalError) in
    var outcomes: [Outcome] = []
    for (family, law) in fittedLaws {
      let sample = try Simulation(law, scenario, &draws).sample()
      let fit = try LawFit(family, sample, intervals: false)
      let bootstrap = try Bootstrap(replicates: 99, seed: UInt64(draws.index(below: .max)))
      outcomes.append(Outcome(pValue: GoodnessOfFit(fit, sample, bootstrap: bootstrap)?.pValue))
    }
    return outcomes
  }

  private static let fittedLaws: [(family: LawFamily, law: CensoredLaw)] = [
    (.exponential, .exponential(rate: 1)),
    (.delayedExponential, CensoredLaw(DelayedExponentialLaw(delay: 0.5, rate: 1))),
    (.weibull, CensoredLaw(WeibullLaw(shape: 1.5, scale: 1))),
    (.logNormal, CensoredLaw(LogNormalLaw(mu: 0, sigma: 0.8))),
  ]

  /// The plateau of a hazard after a burn-in.
  static let plateaus: [Experiment] = [
    plateau(
      20, "a hazard of 0.2 up to time 0.5, then 1",
      PiecewiseExponentialLaw(cuts: [0.5], rates: [0.2, 1])),
    plateau(
      21, "a hazard that rises in eight equal steps from 1/9 to 1 up to time 0.8",
      PiecewiseExponentialLaw(
        cuts: (1...8).map { Double($0) / 10 }, rates: (1...9).map { Double($0) / 9 })),
  ]

  private static func plateau(_ number: UInt32, _ shape: String, _ truth: PiecewiseExponentialLaw)
    -> Experiment
  {
    let law = CensoredLaw(truth)
    return Experiment(
      number: number, name: "Plateau after \(number == 20 ? "a jump" : "a ramp")",
      design: "The law: \(shape). The truth is the last rate, 1. Undefined: no plateau was found.",
      kinds: [
        IntervalKind("rate beyond the onset", isExact: true),
        IntervalKind(
          "Poisson interval, onset as known",
          Defect(
            "it takes the onset as known, which was chosen from the data, and early where the hazard rises little by little",
            upTo: 2000, censored: 2000)),
      ]
    ) { scenario, draws throws(SurvivalError) in
      guard let plateau = try HazardPlateau(try Simulation(law, scenario, &draws).sample()) else {
        return [.undefined, .undefined]
      }
      return [
        Outcome(plateau.interval, holds: 1),
        Outcome(lower: plateau.rate.lower, upper: plateau.rate.upper, holds: 1),
      ]
    }
  }

  /// All experiments, in the page's order.
  static let all: [Experiment] =
    [
      curve, band, median, restrictedMean, restrictedMeans, hazardRatio, tests, rates, binomial,
      incidence, gray, turnbull,
    ] + laws
    + [goodnessOfFit] + plateaus
}
