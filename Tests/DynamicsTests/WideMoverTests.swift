import DeepLinear
import RandomStreams
import TestKit
import Testing

@testable import Chains
@testable import Engines
@testable import Ladder

/// The full-width engine gives the bits of `Network.step(mix:of:coefficients:)`, of `Network.add`
/// and of whole steps of every rung.
@Suite struct WideMoverTests {
  private static func problems() throws -> [CompletionProblem] {
    [
      try .twoByTwo(epsilon: 0.25),
      try CompletionProblem(observed: [
        [1, nil, 0.5, nil, 0.2], [nil, 1, nil, 0.3, nil], [0.4, 0.7, nil, 1, nil],
      ]),
      try CompletionProblem(observed: [
        [1, nil, 0.5, 1], [nil, 1, nil, 0.3], [0.4, 0.7, nil, 1], [1, 1, nil, nil],
        [nil, nil, 2, 3],
      ]),
      try CompletionProblem(observed: [[0.7]]),
    ]
  }

  static let shapes = [[16], [17, 16], [33, 20], [19, 64, 33], [30, 21, 17, 100]]

  @Test(arguments: shapes) func weightedSteps(hiddenWidths: [Int]) throws {
    var numbers = TestNumbers(8)
    for problem in try Self.problems() {
      var network = numbers.network([problem.columns] + hiddenWidths + [problem.rows], std: 0.1)
      let layers = WideLayers(network)
      let gradient = WideGradient(layers, problem: problem)
      for step in 0..<60 {
        let coefficients = StepCoefficients(
          phase: .init(steps: nil, learningRate: numbers.uniform(0.01, 0.05), ridge: 0.1),
          convention: .figures)
        // A step along one entry leaves an update pending.
        if step % 7 == 3 {
          let entry = problem.entries[Int(numbers.next() % UInt64(problem.entries.count))]
          network.step(entry: entry, coefficients: coefficients)
          layers.step(entry: entry, coefficients: coefficients)
        }
        let weights = problem.entries.map { _ in numbers.normal() / Double(problem.entries.count) }
        network.step(mix: weights, of: problem, coefficients: coefficients)
        gradient.step(mix: weights, coefficients: coefficients)
        if step % 5 == 0 {
          let kick = (0..<network.parameterCount).map { _ in numbers.normal() }
          network.add(kick.map { 0.003 * $0 })
          kick.withUnsafeBufferPointer {
            if let base = $0.baseAddress { layers.add(base, times: 0.003) }
          }
        }
      }
      #expect(network.squaredNorm.isFinite && network.squaredNorm > 1e-3)
      #expect(layers.network == network, "\(hiddenWidths), \(problem.rows) x \(problem.columns)")
      #expect(abs(layers.squaredNorm / network.squaredNorm - 1) < 1e-13, "the padding is zero")
    }
  }

  @Test(arguments: WideChainTests.rungs) func steps(rung: Rung) throws {
    for problem in try Self.problems() {
      for hiddenWidths in [[16], [20, 17], [18, 16, 33]] {
        let law = ChainLaw(
          motion: Motion(
            problem: problem,
            shape: try NetworkShape(
              inputs: problem.columns, hiddenWidths: hiddenWidths, outputs: problem.rows),
            initialLaw: .normal(.number(0.15)), convention: .figures,
            schedule: try Schedule(
              phases: [
                .init(steps: 20, learningRate: 0.01, ridge: 0.1),
                .init(steps: 13, learningRate: 0.03, ridge: 0.05),
              ],
              repeats: true), rung: rung),
          watch: Watch(
            event: try .init(rank: 0, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3),
            horizon: 10, follow: 0))
        let start = Network(
          shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 1, index: 4), chain: 7)
        let noise = rung.kind.needsMinimum ? Descent(law: law).noise(from: start) : nil
        for first in [0, 70] {
          var reference = ReferenceWalk(
            law.motion, stream: RandomStream(seed: 1, index: 4), chain: 7, network: start,
            step: first, noise: noise)
          let mover = WideMover(
            law.motion, network: start, stream: RandomStream(seed: 1, index: 4), chain: 7,
            noise: noise)
          for step in first..<(first + 50) {
            reference.advance()
            mover.move(step: step)
            if step % 16 == 5 { #expect(mover.layers.network == reference.network) }
          }
          #expect(
            mover.layers.network == reference.network,
            "\(rung.name), \(hiddenWidths), \(problem.rows) x \(problem.columns)")
          #expect(reference.network.squaredNorm.isFinite && reference.network != start)
        }
      }
    }
  }
}
