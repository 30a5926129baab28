import AbsorbingSets
import DeepLinear
import RandomStreams
import TestKit
import Testing

@testable import Chains
@testable import Ladder

/// The full-width engine moves and judges chains of every rung as the scalar reference does.
@Suite struct WideChainTests {
  static let rungs: [Rung] =
    Laws.ladder() + Laws.ladder(substeps: 3).filter { $0.substeps > 1 } + [
      .langevin(.number(1e-6), substeps: 1)
    ]

  /// A law of a rung; under `appendix` gradient descent itself goes to rank 1, and chains enter
  /// near step 700.
  private func law(
    _ rung: Rung, hiddenWidths: [Int] = [16, 17], judge: Watch.Judge = .state, start: Double = 0.03,
    horizon: Int = 700
  ) throws
    -> ChainLaw
  {
    let problem = try CompletionProblem.twoByTwo(epsilon: 0.25)
    return ChainLaw(
      motion: Motion(
        problem: problem,
        shape: try NetworkShape(inputs: 2, hiddenWidths: hiddenWidths, outputs: 2),
        initialLaw: .normal(.number(0.25)), convention: .appendix,
        schedule: try Schedule(phases: [
          .init(steps: 70, learningRate: start, ridge: 0.1),
          .init(steps: 45, learningRate: 0.2, ridge: 0.1),
          .init(steps: nil, learningRate: 0.1, ridge: 0.15),
        ]), rung: rung),
      watch: Watch(
        event: try AbsorbingSet(rank: 1, alpha: 0.05, epsilon1: 0.3, epsilon2: 0.2, bound: 3),
        judge: judge, horizon: horizon,
        follow: horizon / 8))
  }

  private func start(_ law: ChainLaw, chain: UInt32) -> (state: ChainState, noise: MinimumNoise?) {
    let network = Network(
      shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 6, index: 2), chain: chain)
    let descent = Descent(law: law)
    var watch = PassageWatch(rank: law.event.rank, horizon: law.horizon, follow: law.follow)
    if law.judge == .state {
      watch.observe(level: Membership(law.event).level(of: network), step: 0)
    } else {
      for look in descent.looks(at: [network], steps: [0]) { watch.note(look) }
    }
    return (
      ChainState(chain: chain, step: 0, network: network, watch: watch),
      law.rung.kind.needsMinimum ? descent.noise(from: network) : nil
    )
  }

  /// A chain at full width to its end, whatever could be compressed on the way; taken up anew from
  /// its state after so many spans.
  private func outcome(_ law: ChainLaw, chain: UInt32, spansBetweenResumes: Int = .max)
    -> ChainOutcome
  {
    let (state, noise) = start(law, chain: chain)
    var wide = WideChain(
      law: law, state: state, stream: RandomStream(seed: 6, index: 2), noise: noise)
    var spans = 0
    while true {
      if case .finished(let outcome) = wide.advance() { return outcome }
      spans += 1
      if spans % spansBetweenResumes == 0 {
        wide = WideChain(
          law: law, state: wide.state, stream: RandomStream(seed: 6, index: 2), noise: noise)
      }
    }
  }

  private func expectAgreement(_ law: ChainLaw, chains: UInt32, _ label: String) -> Set<
    ChainOutcome.Kind
  > {
    var kinds: Set<ChainOutcome.Kind> = []
    for chain in 0..<chains {
      var reference = ReferenceChain(
        law: law, stream: RandomStream(seed: 6, index: 2), chain: chain)
      let expected = reference.outcome()
      kinds.insert(expected.kind)
      #expect(outcome(law, chain: chain) == expected, "\(label), chain \(chain)")
      #expect(
        outcome(law, chain: chain, spansBetweenResumes: 5) == expected,
        "\(label), chain \(chain), resumed")
    }
    return kinds
  }

  @Test(arguments: rungs) func everyRungToItsEnd(rung: Rung) throws {
    for widths in [[16], [16, 17], [20, 16, 33]] {
      _ = expectAgreement(try law(rung, hiddenWidths: widths), chains: 2, "\(rung.name), \(widths)")
    }
  }

  /// A worker hands wide chains over with what their rung needs.
  @Test(arguments: rungs.filter(\.family.isAdditive)) func throughTheWorker(rung: Rung) throws {
    let law = try law(rung)
    for (chain, outcome) in zip(
      UInt32(0)..., outcomes(of: law, stream: RandomStream(seed: 6, index: 2), chains: 0..<3))
    {
      var reference = ReferenceChain(
        law: law, stream: RandomStream(seed: 6, index: 2), chain: chain)
      #expect(outcome == reference.outcome(), "\(rung.name), chain \(chain)")
    }
  }

  @Test(arguments: rungs) func cores(rung: Rung) throws {
    _ = expectAgreement(
      try law(rung, judge: .cores(every: 64, margin: 0.25, commitment: 128)), chains: 2, rung.name)
  }

  @Test(arguments: rungs) func quenched(rung: Rung) throws {
    let kinds = expectAgreement(try law(rung, judge: .quenched(every: 64)), chains: 2, rung.name)
    #expect(kinds == [.entered])
  }

  /// Chains that are thrown out at the start, and chains that stay.
  @Test(arguments: rungs) func divergence(rung: Rung) throws {
    var kinds: Set<ChainOutcome.Kind> = []
    for start in [0.4, 4, 30] {
      for judge in [Watch.Judge.state, .quenched(every: 32)] {
        kinds.formUnion(
          expectAgreement(
            try law(rung, judge: judge, start: start), chains: 2, "\(rung.name), eta = \(start)"))
      }
    }
    #expect(kinds.contains(.diverged) && kinds.count > 1, "\(kinds)")
  }

  /// Noise that is added to the weights stays at full width; all other chains are compressed, and
  /// go on as they would have.
  @Test(arguments: rungs) func compression(rung: Rung) throws {
    let law = try law(rung, hiddenWidths: [24, 20], horizon: 40_000)
    let (state, noise) = start(law, chain: 1)
    let wide = WideChain(
      law: law, state: state, stream: RandomStream(seed: 6, index: 2), noise: noise)
    var compressed: ChainState?
    for _ in 0..<80 where compressed == nil {
      switch wide.advance() {
      case .running: break
      case .compressed(let state): compressed = state
      case .finished, .stopped:
        #expect(rung.family.isAdditive, "\(rung.name) ended before it was compressed")
        return
      }
    }
    guard let compressed else {
      #expect(rung.family.isAdditive, "\(rung.name)")
      return
    }
    #expect(!rung.family.isAdditive && compressed.network.widths == [2, 2, 2, 2])
    var small = ReferenceWalk(
      law.motion, stream: RandomStream(seed: 6, index: 2), chain: 1, network: compressed.network,
      step: compressed.step, noise: nil)
    var large = ReferenceWalk(
      law.motion, stream: RandomStream(seed: 6, index: 2), chain: 1, network: wide.state.network,
      step: compressed.step, noise: nil)
    for _ in 0..<400 {
      small.advance()
      large.advance()
    }
    #expect(
      zip(small.network.product.elements, large.network.product.elements).allSatisfy {
        abs($0 - $1) < 1e-12
      }, "\(rung.name)")
  }
}
