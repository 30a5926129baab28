import CGSL
import Survival
import Testing

@testable import survival_coverage

/// Intervals of pairs and clusters hold the truth as often as they say, on data simulated from
/// fixed seeds; and the intervals that leave the pairs or the clusters out, the negative controls,
/// are told apart. A look fails a correct interval by chance with probability 0.0005
/// (`CoverageReading`); there are 14.
@Suite struct PairedCoverageTests {
  private static let horizon = 0.7
  /// Of min(T, horizon) at rates 2 and 1.
  private static let truth = -expm1(-2 * horizon) / 2 + expm1(-horizon)

  private struct Pairs {
    var times: [[Double]] = [[], []]
    var observed: [[Bool]] = [[], []]

    /// Adds a pair, censored on each side by itself at 0.6 times that side's rate.
    mutating func add(_ events: [Double], _ scenario: Scenario, _ draws: inout BootstrapDraws) {
      for side in 0...1 {
        let censoring =
          scenario.isCensored ? -log(draws.uniform()) / (side == 0 ? 0.6 : 1.2) : .infinity
        times[side].append(min(events[side], censoring))
        observed[side].append(events[side] <= censoring)
      }
    }

    /// The paired interval, and one from the error without the pairs.
    func outcomes() throws(SurvivalError) -> [Outcome] {
      let first = try PseudoObservations(times: times[0], observed: observed[0], horizon: horizon)
      let second = try PseudoObservations(times: times[1], observed: observed[1], horizon: horizon)
      let difference = try PairedRestrictedMean(first: first, second: second).difference
      guard let inference = difference.inference else { return [.undefined, .undefined] }
      let radius = ConfidenceLevel.standard.normalQuantile * difference.unpairedStandardError
      return [
        Outcome(inference.interval, holds: truth), Outcome(abs(difference.value - truth) <= radius),
      ]
    }
  }

  /// Marshall and Olkin's exponentials with rates 1 and 2: a common shock at rate 0.8 ends both.
  private static let together = Experiment(
    number: 102, name: "Pairs with a common shock", design: "",
    kinds: [IntervalKind("paired"), IntervalKind("as if not paired")]
  ) { scenario, draws throws(SurvivalError) in
    var pairs = Pairs()
    for _ in 0..<scenario.count {
      let shock = -log(draws.uniform()) / 0.8
      pairs.add(
        [min(shock, -log(draws.uniform()) / 0.2), min(shock, -log(draws.uniform()) / 1.2)],
        scenario, &draws)
    }
    return try pairs.outcomes()
  }

  /// Exponentials with rates 1 and 2 of which one is late when the other is early.
  private static let opposed = Experiment(
    number: 103, name: "Pairs in opposite directions", design: "",
    kinds: [IntervalKind("paired"), IntervalKind("as if not paired")]
  ) { scenario, draws throws(SurvivalError) in
    var pairs = Pairs()
    for _ in 0..<scenario.count {
      let uniform = draws.uniform()
      pairs.add([-log(uniform), -log1p(-uniform) / 2], scenario, &draws)
    }
    return try pairs.outcomes()
  }

  /// Clusters with exposures 1, 2 and 3 by turns and about one event for each unit: Poisson counts,
  /// or geometric ones (negative binomial with shape 1, variance m + m^2).
  private static func clusters(number: UInt32, isPoisson: Bool) -> Experiment {
    Experiment(
      number: number, name: isPoisson ? "Poisson events" : "Events in clusters", design: "",
      kinds: [IntervalKind("robust"), IntervalKind("Poisson", isExact: true)]
    ) { scenario, draws throws(SurvivalError) in
      var totals = ClusterTotals()
      for cluster in 0..<scenario.count {
        let exposure = Double(1 + cluster % 3)
        let events =
          isPoisson
          ? arrivals(within: exposure, &draws)
          : Int(log(draws.uniform()) / log(exposure / (1 + exposure)))
        try totals.add(events: events, exposure: exposure)
      }
      let rate = try ClusteredRate(totals)
      return [
        Outcome(rate.robust?.interval, holds: 1),
        Outcome(lower: rate.poisson.lower, upper: rate.poisson.upper, holds: 1),
      ]
    }
  }

  /// The events of a Poisson process at rate 1.
  private static func arrivals(within exposure: Double, _ draws: inout BootstrapDraws) -> Int {
    var (events, time) = (0, -log(draws.uniform()))
    while time < exposure {
      events += 1
      time -= log(draws.uniform())
    }
    return events
  }

  @Test(arguments: Scenario.all.filter { $0.count < 2000 })
  func pairedIntervalsHoldTheTruth(scenario: Scenario) throws {
    for experiment in [Self.together, Self.opposed] {
      let tallies = try experiment.run(scenario, sets: 2000, threads: 2)
      let readings = zip(tallies, experiment.kinds).map {
        CoverageReading($0, of: $1, at: scenario)
      }
      #expect(readings[0] != .unexplained, "\(experiment.name) at \(scenario): \(tallies[0])")
      #expect(tallies[0].defined > 1800, "\(experiment.name) at \(scenario): \(tallies[0])")
      // Without the pairs the interval is too long where they go together, and too short where they
      // do not.
      #expect(
        readings[1] == (experiment.number == 102 ? .above : .unexplained),
        "\(experiment.name) at \(scenario): \(tallies[1])")
    }
  }

  @Test(arguments: [200, 2000])
  func clusteredRatesHoldTheTruthAndPoissonOnesDoNot(count: Int) throws {
    let scenario = Scenario(count: count, isCensored: false)
    let (clustered, poisson) = (
      Self.clusters(number: 104, isPoisson: false), Self.clusters(number: 106, isPoisson: true)
    )
    let tallies = try clustered.run(scenario, sets: 2000, threads: 2)
    #expect(
      CoverageReading(tallies[0], of: clustered.kinds[0], at: scenario) != .unexplained,
      "\(tallies[0])")
    #expect(
      CoverageReading(tallies[1], of: clustered.kinds[1], at: scenario) == .unexplained,
      "\(tallies[1])")
    #expect(tallies[1].coverage ?? 1 < 0.8, "\(tallies[1])")
    for (kind, tally) in zip(poisson.kinds, try poisson.run(scenario, sets: 2000, threads: 2)) {
      #expect(
        CoverageReading(tally, of: kind, at: scenario) != .unexplained, "\(kind.name): \(tally)")
    }
  }

  /// An interval of nine tenths of the length is seen to be too short.
  @Test func negativeControlNineTenths() throws {
    let short = Experiment(
      number: 105, name: "Nine tenths", design: "", kinds: [IntervalKind("nine tenths")]
    ) {
      scenario, draws throws(SurvivalError) in
      var totals = ClusterTotals()
      for _ in 0..<scenario.count {
        try totals.add(events: Int(log(draws.uniform()) / log(0.5)), exposure: 1.0)
      }
      guard let robust = try ClusteredRate(totals).robust else { return [.undefined] }
      let (lower, upper) = (log(robust.interval.lower), log(robust.interval.upper))
      return [Outcome(abs(lower + upper) / 2 <= 0.9 * (upper - lower) / 2)]
    }
    let scenario = Scenario(count: 200, isCensored: false)
    let tally = try short.run(scenario, sets: 2000, threads: 2)[0]
    #expect(CoverageReading(tally, of: short.kinds[0], at: scenario) == .unexplained, "\(tally)")
  }
}
