import CGSL
import Survival
import Testing

@testable import survival_coverage

/// Intervals hold the truth as often as they say, on data simulated from fixed seeds: the
/// experiments of `make coverage`, at n = 20 and 200, with fewer data sets where they are slow.
///
/// An interval fails here when an exact interval at 99.9 % for its coverage lies below 95 % and no
/// defect is known that shows at this n and censoring. There are about 150 such looks, each from
/// below with probability 0.0005 if the coverage is just 95 %: a new seed would fail by chance
/// about once in 14 times. With the seeds fixed, nothing changes by chance. What is known to fail
/// must be seen to fail.
@Suite struct SurvivalCoverageTests {
  /// The data sets for each experiment that is not run with 2000.
  private static let fewer: [UInt32: Int] = [
    2: 400, 6: 500, 7: 1000, 12: 100, 15: 500, 16: 100, 17: 300, 18: 300,
  ]

  private static let experiments = Experiment.all.filter {
    $0.name != Experiment.goodnessOfFit.name
  }

  @Test(arguments: experiments.indices)
  func intervalsHoldTheTruth(index: Int) throws {
    let experiment = Self.experiments[index]
    for scenario in experiment.scenarios where scenario.count < 2000 {
      let tallies = try experiment.run(
        scenario, sets: Self.fewer[experiment.number] ?? 2000, threads: 2)
      for (kind, tally) in zip(experiment.kinds, tallies) {
        let reading = CoverageReading(tally, of: kind, at: scenario)
        #expect(
          reading != .unexplained, "\(experiment.name), \(kind.name) at \(scenario): \(tally)")
        // A known defect is no licence: nothing is below 70 % where most data sets have an interval
        // (the plateau's Poisson interval is at 74 %).
        if 2 * tally.defined > tally.count {
          #expect(
            tally.coverage ?? 1 > 0.7, "\(experiment.name), \(kind.name) at \(scenario): \(tally)")
        }
      }
    }
  }

  /// The test of fit rejects a true law as often as it says.
  @Test func theTestOfFitHasItsSize() throws {
    for scenario in Experiment.goodnessOfFit.scenarios {
      for (kind, tally) in zip(
        Experiment.goodnessOfFit.kinds,
        try Experiment.goodnessOfFit.run(scenario, sets: 60, threads: 2))
      {
        #expect(
          CoverageReading(tally, of: kind, at: scenario) != .unexplained,
          "\(kind.name) at \(scenario): \(tally)")
      }
    }
  }

  @Test func theSameAtAnyNumberOfThreads() throws {
    let scenario = Scenario(count: 20, isCensored: true)
    #expect(
      try Experiment.curve.run(scenario, sets: 100, threads: 1)
        == Experiment.curve.run(scenario, sets: 100, threads: 3))
  }

  /// The plain interval is too short at 20 observations of which 12 are censored, and the log-log
  /// one is not, or far less.
  @Test func negativeControlPlainIntervalOfFewObservations() throws {
    let scenario = Scenario(count: 20, isCensored: true)
    let tallies = try Experiment.curve.run(scenario, sets: 2000, threads: 2)
    for (kind, tally) in zip(Experiment.curve.kinds, tallies) where kind.name.hasSuffix("plain") {
      #expect(
        CoverageReading(tally, of: kind, at: scenario).shortfall != nil, "\(kind.name): \(tally)")
      #expect(tally.coverage ?? 1 < 0.92, "\(kind.name): \(tally)")
    }
  }

  /// An interval with nine tenths of Greenwood's standard error is seen to be too short, at 92.2 %.
  @Test func negativeControlGreenwoodTimesNineTenths() throws {
    let short = Experiment(
      number: 100, name: "Greenwood times 0.9", design: "",
      kinds: [IntervalKind("whole"), IntervalKind("nine tenths")]
    ) { scenario, draws throws(SurvivalError) in
      let curve = KaplanMeierEstimate(
        try Simulation(.exponential(rate: 1), scenario, &draws).sample())
      guard let row = curve.lastRow(upTo: log(2)), let interval = curve.interval(row: row) else {
        return [.undefined, .undefined]
      }
      // On the log-log scale the interval is symmetric: its end is moved a tenth of the way to the
      // estimate.
      func scale(_ survival: Double) -> Double { log(-log(survival)) }
      let centre = scale(curve.survival[row])
      let radius = abs(scale(interval.lower) - centre)
      let distance = abs(scale(0.5) - centre)
      return [Outcome(distance <= radius), Outcome(distance <= 0.9 * radius)]
    }
    let scenario = Scenario(count: 200, isCensored: false)
    let tallies = try short.run(scenario, sets: 2000, threads: 2)
    #expect(
      CoverageReading(tallies[0], of: short.kinds[0], at: scenario) == .asStated, "\(tallies[0])")
    #expect(
      CoverageReading(tallies[1], of: short.kinds[1], at: scenario) == .unexplained, "\(tallies[1])"
    )
  }

  /// A confidence interval for a truth that is a little off is seen to miss it.
  @Test func negativeControlAnotherTruth() throws {
    let off = Experiment(
      number: 101, name: "Another rate", design: "", kinds: [IntervalKind("rate", isExact: true)]
    ) {
      scenario, draws throws(SurvivalError) in
      let sample = try Simulation(.exponential(rate: 1), scenario, &draws).sample()
      let rate = try PoissonRate(events: sample.eventCount, exposure: sample.exposure)
      return [Outcome(lower: rate.lower, upper: rate.upper, holds: 1.1)]
    }
    let scenario = Scenario(count: 200, isCensored: false)
    let tally = try off.run(scenario, sets: 500, threads: 2)[0]
    #expect(CoverageReading(tally, of: off.kinds[0], at: scenario) == .unexplained, "\(tally)")
  }
}
