import AbsorbingSets
import Chains
import DeepLinear
import Ladder
import RandomStreams
import TestKit
import Testing

/// Every engine does what the scalar reference does, to the bit.
@Suite struct EngineAgreementTests {
  private func expectAgreement(_ law: ChainLaw, seed: UInt64, chains: UInt32, _ label: String) {
    let engine = outcomes(of: law, stream: RandomStream(seed: seed, index: 3), chains: 0..<chains)
    for chain in 0..<chains {
      var reference = ReferenceChain(
        law: law, stream: RandomStream(seed: seed, index: 3), chain: chain)
      #expect(engine[Int(chain)] == reference.outcome(), "\(label), chain \(chain)")
    }
  }

  @Test(arguments: [2, 3, 4, 5, 6, 7]) func pairLanes(depth: Int) throws {
    expectAgreement(
      try Laws.figure1(depth: depth, horizon: 3_000, follow: 300), seed: 11, chains: 37,
      "L = \(depth)")
  }

  @Test(arguments: Convention.allCases) func conventions(convention: Convention) throws {
    expectAgreement(
      try Laws.figure1(convention: convention, horizon: 1_500, follow: 100), seed: 5, chains: 17,
      "\(convention)")
  }

  @Test func divergence() throws {
    let law = try Laws.figure1(horizon: 2_000, start: 0.9, law: .normal(.number(1.2)))
    let kinds = outcomes(of: law, stream: RandomStream(seed: 4, index: 3), chains: 0..<40)
      .compactMap { $0?.kind }
    #expect(kinds.contains(.diverged))
    expectAgreement(law, seed: 4, chains: 40, "diverging")
  }

  /// Chains that go beyond the limit and come back, under phases that cut the spans: what is judged
  /// must not depend on where a neighbour's phase ends.
  @Test func nearTheLimitOfDivergence() throws {
    let problem = try CompletionProblem(observed: [[2.44e11, 2e10], [1e10, 2.44e11]])
    let law = ChainLaw(
      motion: Motion(
        problem: problem, shape: try NetworkShape(problem: problem, depth: 2, width: 2),
        initialLaw: .normal(.number(2e5)),
        convention: .appendix,
        schedule: try Schedule(
          phases: [
            .init(steps: 37, learningRate: 2e-13, ridge: 1e9),
            .init(steps: 13, learningRate: 8e-13, ridge: 1e9),
          ], repeats: true)),
      watch: Watch(
        event: try AbsorbingSet(rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3),
        horizon: 600, follow: 0))
    let kinds = Set(
      outcomes(of: law, stream: RandomStream(seed: 1, index: 3), chains: 0..<120).compactMap {
        $0?.kind
      })
    #expect(kinds == [.censored, .diverged])
    expectAgreement(law, seed: 1, chains: 120, "near the limit")
  }

  /// The set { 0 }: the screen leaves no room at all, and must still let the origin through.
  @Test func aSetOfOnePoint() throws {
    let problem = try CompletionProblem.twoByTwo(epsilon: 0.25)
    let law = ChainLaw(
      motion: Motion(
        problem: problem, shape: try NetworkShape(problem: problem, depth: 3, width: 2),
        initialLaw: .normal(.number(0.001)),
        convention: .main,
        schedule: try Schedule(phases: [.init(steps: nil, learningRate: 0.1, ridge: 1)])),
      watch: Watch(
        event: try AbsorbingSet(rank: 0, alpha: 0.03, epsilon1: 0.3, epsilon2: 0, bound: 3),
        horizon: 3_000, follow: 0))
    #expect(
      outcomes(of: law, stream: RandomStream(seed: 1, index: 3), chains: 0..<4).allSatisfy {
        $0?.kind == .entered
      })
    expectAgreement(law, seed: 1, chains: 4, "{ 0 }")
  }

  @Test(arguments: [[3], [3, 3], [4, 5, 3], [17, 20]]) func generalLanes(hiddenWidths: [Int]) throws
  {
    let law = try Laws.threeByFour(
      depth: hiddenWidths.count + 1, hiddenWidths: hiddenWidths, horizon: 700)
    expectAgreement(law, seed: 7, chains: 9, "\(hiddenWidths)")
  }
}
