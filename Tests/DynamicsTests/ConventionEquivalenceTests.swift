import Chains
import DeepLinear
import Ladder
import RandomStreams
import TestKit
import Testing

/// figures(eta, lambda) = main(2 eta, lambda/4) = appendix(2 eta, lambda/2): the same chain to the
/// bit, as the factors are powers of two.
@Suite struct ConventionEquivalenceTests {
  /// The law in another convention, with every phase's learning rate and ridge multiplied by these.
  private func translated(_ law: ChainLaw, to convention: Convention, rate: Double, ridge: Double)
    throws -> ChainLaw
  {
    let phases = law.schedule.phases.map {
      Schedule.Phase(steps: $0.steps, learningRate: rate * $0.learningRate, ridge: ridge * $0.ridge)
    }
    return ChainLaw(
      motion: Motion(
        problem: law.problem, shape: law.shape, initialLaw: law.initialLaw, convention: convention,
        schedule: try Schedule(phases: phases, repeats: law.schedule.repeats), rung: law.rung),
      watch: Watch(event: law.event, judge: law.judge, horizon: law.horizon, follow: law.follow))
  }

  private func equals(of law: ChainLaw) throws -> [ChainLaw] {
    [
      try translated(law, to: .main, rate: 2, ridge: 0.25),
      try translated(law, to: .appendix, rate: 2, ridge: 0.5),
    ]
  }

  /// Every weight of some chains after `spans` spans.
  private func weights(_ law: ChainLaw, chains: UInt32, spans: Int) -> [UInt32: Network] {
    let worker = ChainWorker(law: law, stream: RandomStream(seed: 5, index: 2))
    var next = UInt32(0)
    var left = spans
    var found: [UInt32: Network] = [:]
    worker.run(
      next: {
        guard next < chains else { return nil }
        defer { next += 1 }
        return .fresh(next)
      }, finished: { _, _ in },
      pulse: {
        left -= 1
        if left == 0 { for state in worker.states { found[state.chain] = state.network } }
        return left > 0
      })
    return found
  }

  /// The lanes for 2 x 2 layers, those for other narrow networks, and the full width.
  private static let widths = [2, 5, 20]

  @Test(arguments: widths, Laws.ladder(substeps: 3)) func everyRungInEveryEngine(
    width: Int, rung: Rung
  ) throws {
    let law = try Laws.figure1(width: width, horizon: 5_000).with(
      rung: rung, schedule: try Laws.uneven())
    // The temperature of Langevin dynamics enters with eta alone: a given one is halved where eta
    // doubles.
    let chains: UInt32 = 3
    let found = weights(law, chains: chains, spans: 9)
    #expect(!found.isEmpty)
    for other in try equals(of: law) {
      let other =
        rung == .langevin(.number(1e-3), substeps: 3)
        ? other.with(rung: .langevin(.number(5e-4), substeps: 3)) : other
      #expect(weights(other, chains: chains, spans: 9) == found, "\(other.convention)")
    }
  }

  /// The control: twice the ridge that is right. The paths part at once.
  @Test(arguments: widths, [Rung.sgd, .gradientDescent, .gaussianMatched(substeps: 1)])
  func anotherRidgeIsAnotherChain(width: Int, rung: Rung) throws {
    let law = try Laws.figure1(width: width, horizon: 5_000).with(rung: rung)
    let other = try translated(law, to: .main, rate: 2, ridge: 0.5)
    #expect(weights(law, chains: 3, spans: 1) != weights(other, chains: 3, spans: 1))
  }

  /// Entry times, exits and resting ranks are the same numbers, those of chains that are compressed
  /// on the way too.
  @Test(arguments: [2, 5, 20]) func wholeOutcomes(width: Int) throws {
    let law = try Laws.figure1(width: width, horizon: 6_000, follow: 300, eta: 0.25)
    let found = outcomes(of: law, stream: RandomStream(seed: 11, index: 3), chains: 0..<12)
    #expect(found.contains { $0?.kind == .entered })
    for other in try equals(of: law) {
      #expect(
        outcomes(of: other, stream: RandomStream(seed: 11, index: 3), chains: 0..<12) == found,
        "\(other.convention)")
    }
    let control = try translated(law, to: .main, rate: 2, ridge: 0.5)
    #expect(
      outcomes(of: control, stream: RandomStream(seed: 11, index: 3), chains: 0..<12) != found)
  }

  /// What `Convention.equivalent` gives is what is used here.
  @Test func theFactors() {
    for (convention, rate, ridge) in [
      (Convention.main, 2.0, 0.25), (.appendix, 2, 0.5), (.figures, 1, 1),
    ] {
      let same = Convention.figures.equivalent(in: convention, learningRate: 0.2, ridge: 0.1)
      #expect(same.learningRate == rate * 0.2 && same.ridge == ridge * 0.1)
    }
  }
}
