import CGSL
import Survival

/// Simulated times to an event, some censored at times that are independent of them.
struct Simulation: Sendable {
  let times: [Double]
  let observed: [Bool]

  /// Times of a law. Censoring times are exponential with a rate at which the scenario's share is
  /// censored.
  init(_ law: CensoredLaw, _ scenario: Scenario, _ draws: inout BootstrapDraws) {
    var (times, observed): ([Double], [Bool]) = ([], [])
    times.reserveCapacity(scenario.count)
    observed.reserveCapacity(scenario.count)
    for _ in 0..<scenario.count {
      let event = law.law.time(atLogSurvival: log(draws.uniform()))
      let censoring = -log(draws.uniform()) / law.censoringRate
      let isObserved = !scenario.isCensored || event <= censoring
      times.append(isObserved ? event : censoring)
      observed.append(isObserved)
    }
    (self.times, self.observed) = (times, observed)
  }

  func sample() throws(SurvivalError) -> RightCensoredSample {
    try RightCensoredSample(times: times, observed: observed)
  }
}

/// A law of times, and the rate of exponential censoring that ends the scenario's share of them.
struct CensoredLaw: Sendable {
  let law: any SurvivalLaw
  let censoringRate: Double

  /// The chance of a censoring at rate c is the mean of 1 - exp(-c T), here over many quantiles of
  /// T.
  init(_ law: any SurvivalLaw) {
    self.law = law
    let quantiles = (0..<4000).map { law.time(atLogSurvival: CGSL.log((Double($0) + 0.5) / 4000)) }
    var (low, high) = (0.0, 1.0)
    func share(_ rate: Double) -> Double { quantiles.reduce(0) { $0 - expm1(-rate * $1) } / 4000 }
    while share(high) < Scenario.censoredShare { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if share(middle) < Scenario.censoredShare { low = middle } else { high = middle }
    }
    censoringRate = high
  }

  /// Times with a constant hazard: the chance of a censoring is c/(c + rate).
  static func exponential(rate: Double) -> CensoredLaw {
    CensoredLaw(
      law: ExponentialLaw(rate: rate),
      censoringRate: rate * Scenario.censoredShare / (1 - Scenario.censoredShare))
  }

  private init(law: any SurvivalLaw, censoringRate: Double) {
    (self.law, self.censoringRate) = (law, censoringRate)
  }
}
