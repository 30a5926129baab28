import Chains
import DeepLinear
import Ladder
import RandomStreams
import TestKit
import Testing

/// Every engine finds a divergence at the step where the scalar reference sees it.
@Suite struct DivergenceTests {
  @Test(arguments: [2, 3, 20], [2, 3, 4]) func fromTheStart(width: Int, depth: Int) throws {
    let law = try Laws.figure1(
      depth: depth, width: width, horizon: 300, start: 0.4,
      law: .normal(.number(2.4 / Double(width + 2).squareRoot())))
    let found = outcomes(of: law, stream: RandomStream(seed: 4, index: 0), chains: 0..<24)
    #expect(found.contains { $0?.kind == .diverged }, "\(found.compactMap { $0?.kind })")
    for chain in UInt32(0)..<24 {
      var reference = ReferenceChain(
        law: law, stream: RandomStream(seed: 4, index: 0), chain: chain)
      #expect(
        found[Int(chain)] == reference.outcome(), "width \(width), L = \(depth), chain \(chain)")
    }
  }

  /// A chain that is thrown out of B_1 beyond every bound, in one step, has left B_1 once.
  @Test(arguments: [2, 3, 20]) func outOfTheSet(width: Int) throws {
    let calm = try Laws.figure1(width: width, convention: .appendix)
    let law = ChainLaw(
      motion: Motion(
        problem: calm.problem, shape: calm.shape, initialLaw: calm.initialLaw,
        convention: .appendix,
        schedule: try Schedule(phases: [
          .init(steps: 500, learningRate: 0.03, ridge: 0.1),
          .init(steps: 505, learningRate: 0.2, ridge: 0.1),
          .init(steps: nil, learningRate: 1e12, ridge: 0),
        ])),
      watch: Watch(event: calm.event, horizon: 2_000, follow: 2_000))
    let found = outcomes(of: law, stream: RandomStream(seed: 4, index: 0), chains: 0..<5)
    for chain in UInt32(0)..<5 {
      var reference = ReferenceChain(
        law: law, stream: RandomStream(seed: 4, index: 0), chain: chain)
      let expected = reference.outcome()
      #expect(
        expected.kind == .entered && expected.exits.total == 1 && expected.steps < 1_010,
        "\(expected)")
      #expect(found[Int(chain)] == expected, "width \(width), chain \(chain)")
    }
  }

  /// A chain that nobody watches any more and that is only recorded has diverged all the same: it
  /// does not come to "no rest".
  @Test(arguments: [2, 3, 20]) func afterTheWatch(width: Int) throws {
    let calm = try Laws.figure1(width: width, convention: .appendix)
    let law = ChainLaw(
      motion: Motion(
        problem: calm.problem, shape: calm.shape, initialLaw: calm.initialLaw,
        convention: .appendix,
        schedule: try Schedule(phases: [
          .init(steps: 500, learningRate: 0.03, ridge: 0.1),
          .init(steps: 905, learningRate: 0.2, ridge: 0.1),
          .init(steps: nil, learningRate: 1e12, ridge: 0),
        ])),
      watch: Watch(event: calm.event, horizon: 2_000, follow: 0),
      recording: Recording(points: .init(every: 50, chains: 4)))
    let found = outcomes(of: law, stream: RandomStream(seed: 4, index: 0), chains: 0..<5)
    for chain in 0..<5 {
      let outcome = try #require(found[chain])
      #expect(outcome.kind == .entered && outcome.time < 1_000 && outcome.steps == outcome.time)
      // The last chain is not recorded: it ends at its entry.
      #expect(
        outcome.divergesAfterEntry == (chain < 4) && (outcome.restingRank == nil) == (chain < 4),
        "\(outcome)")
      if let divergence = outcome.divergence {
        #expect((1_406...1_420).contains(divergence), "width \(width)")
      }
    }
  }
}
