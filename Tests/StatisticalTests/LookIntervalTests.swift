import Chains
import Ladder
import RandomStreams
import Survival
import TestKit
import Testing

/// What exit rates of a basin hang on: how often one looks, or not. Warm isotropic noise (T = 3e-3,
/// width 2) that falls and comes back.
///
/// Seeds are fixed. Rates are compared by exact tests at 1e-4 each; two comparisons, so that a
/// family of correct rates fails once in 5000 seeds. The judge that believes single looks is the
/// negative control: its rates must differ.
@Suite struct LookIntervalTests {
  private func rate(_ judge: Watch.Judge, chains: Int, follow: Int) throws -> PoissonRate {
    let base = try Laws.figure1()
    let law = ChainLaw(
      motion: Motion(
        problem: base.problem, shape: base.shape, initialLaw: base.initialLaw,
        convention: base.convention, schedule: base.schedule,
        rung: .langevin(.number(3e-3), substeps: 1)),
      watch: Watch(event: base.event, judge: judge, horizon: 20_000, follow: follow))
    let outcomes = parallelOutcomes(of: law, stream: RandomStream(seed: 5, index: 0), count: chains)
    return try PoissonRate(
      events: outcomes.reduce(0) { $0 + $1.exits.rank },
      exposure: Double(outcomes.reduce(0) { $0 + $1.stepsInside }))
  }

  @Test func singleLooksMakeTheRateAndTwoCoresDoNot() throws {
    let coarse = try rate(.quenched(every: 512), chains: 60, follow: 20_000)
    let fine = try rate(.quenched(every: 32), chains: 60, follow: 20_000)
    let quenched = try RateComparison(first: coarse, second: fine)
    // Looks 16 times as often see 4 times as many exits.
    #expect(quenched.pValue < 1e-10 && quenched.lower > 2, "\(coarse), \(fine)")

    let cores = try [512, 128, 32].map { every in
      try rate(.cores(every: every, margin: 0.25, commitment: 1024), chains: 200, follow: 40_000)
    }
    #expect(cores.allSatisfy { $0.events > 10 }, "\(cores)")
    for other in cores.dropFirst() {
      let comparison = try RateComparison(first: cores[0], second: other)
      #expect(comparison.pValue > 1e-4, "\(cores)")
      #expect(comparison.lower < 1 && comparison.upper.map { $0 > 1 } ?? true, "\(cores)")
    }
  }
}
