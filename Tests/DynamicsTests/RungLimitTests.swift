import Chains
import DeepLinear
import Ladder
import RandomStreams
import TestKit
import Testing

/// Where one rung must do what another does, and where there must be no noise.
@Suite struct RungLimitTests {
  private func walk(_ law: ChainLaw, chain: UInt32 = 0, from network: Network? = nil)
    -> ReferenceWalk
  {
    let start =
      network
      ?? Network(
        shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 9, index: 0), chain: chain
      )
    return ReferenceWalk(
      law.motion, stream: RandomStream(seed: 9, index: 0), chain: chain, network: start, step: 0,
      noise: law.rung.kind.needsMinimum ? Descent(law: law).noise(from: start) : nil)
  }

  /// The states of chains after some spans in lanes.
  private func states(_ law: ChainLaw, chains: UInt32, spans: Int) -> [Network] {
    var next = UInt32(0)
    var left = spans
    let worker = ChainWorker(law: law, stream: RandomStream(seed: 9, index: 0))
    worker.run(
      next: {
        guard next < chains else { return nil }
        defer { next += 1 }
        return .fresh(next)
      }, finished: { _, _ in },
      pulse: {
        left -= 1
        return left > 0
      })
    return worker.states.sorted { $0.chain < $1.chain }.map(\.network)
  }

  private func distance(_ a: Network, _ b: Network) -> Double {
    zip(a.weights, b.weights).flatMap { zip($0.elements, $1.elements).map { abs($0 - $1) } }.max()
      ?? 0
  }

  @Test(arguments: [2, 3, 5]) func aBatchOfOneIsSGDToRounding(depth: Int) throws {
    let law = try Laws.figure1(depth: depth)
    let (batch, sgd) = (
      states(law.with(rung: .sgdBatch(1)), chains: 16, spans: 6), states(law, chains: 16, spans: 6)
    )
    for (a, b) in zip(batch, sgd) { #expect(distance(a, b) < 1e-12) }
    #expect(batch != sgd || depth == 2, "another order of rounding")
  }

  /// The distance from gradient descent falls as 1 / sqrt(b): by 4 for a batch 16 times as large.
  @Test func aLargeBatchTendsToGradientDescent() throws {
    let law = try Laws.figure1()
    let descent = states(law.with(rung: .gradientDescent), chains: 16, spans: 4)
    let distances = [16, 256, 4096].map { size in
      zip(states(law.with(rung: .sgdBatch(size)), chains: 16, spans: 4), descent).map(distance)
        .reduce(0, +) / 16
    }
    for (few, many) in zip(distances, distances.dropFirst()) {
      #expect((2.5...6.5).contains(few / many), "\(distances)")
    }
  }

  /// Where a_k = A_k for all k, noise that is made of the gradients vanishes: there is decay alone.
  @Test(arguments: [1, 4]) func withoutResidualsThereIsDecayAlone(substeps: Int) throws {
    // Powers of two: A is exact.
    let start = Network(
      weights: [2.0, 0.5, 1].map { Matrix(rows: 2, columns: 2, elements: [$0, 0, 0, $0]) })
    func law(ridge: Double, _ rung: Rung) throws -> ChainLaw {
      try Laws.figure1().with(
        rung: rung,
        schedule: try Schedule(phases: [.init(steps: nil, learningRate: 0.125, ridge: ridge)]),
        problem: try CompletionProblem(observed: [[1, nil], [0, 1]]))
    }
    var still = walk(try law(ridge: 0, .gaussianMatched(substeps: substeps)), from: start)
    for _ in 0..<50 { still.advance() }
    #expect(still.network == start, "no residuals, no decay: nothing moves")
    var decaying = walk(try law(ridge: 0.5, .gaussianMatched(substeps: 1)), from: start)
    decaying.advance()
    let decay = 1 - 0.125 * 0.5
    #expect(
      decaying.network.weights
        == start.weights.map {
          Matrix(rows: 2, columns: 2, elements: $0.elements.map { decay * $0 })
        })
    decaying.advance()
    var other = walk(try law(ridge: 0.5, .gradientDescent), from: start)
    for _ in 0..<2 { other.advance() }
    #expect(decaying.network != other.network, "with residuals there is noise")
  }

  /// One entry: every rung that is built from the gradients is gradient descent, and the frozen
  /// noise is none.
  @Test func withOneEntryThereIsNoNoise() throws {
    let problem = try CompletionProblem(observed: [[1, nil], [nil, nil]])
    let law = try Laws.figure1().with(problem: problem)
    let descent = states(law.with(rung: .gradientDescent), chains: 5, spans: 20)
    let rungs: [Rung] = [.sgdBatch(7), .gaussianMatched(substeps: 1), .gaussianFrozen(substeps: 1)]
    for rung in rungs {
      #expect(states(law.with(rung: rung), chains: 5, spans: 20) == descent, "\(rung.name)")
    }
    for rung in [Rung.sgd, .sgdShuffled] {
      for (a, b) in zip(states(law.with(rung: rung), chains: 5, spans: 20), descent) {
        #expect(distance(a, b) < 1e-12, "\(rung.name)")
      }
    }
    let langevin = states(law.with(rung: .langevin(.matched, substeps: 1)), chains: 5, spans: 20)
    #expect(langevin == descent, "tr Sigma = 0")
    #expect(
      states(law.with(rung: .langevin(.number(1e-4), substeps: 1)), chains: 5, spans: 20) != descent
    )
  }
}
