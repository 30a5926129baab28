import DeepLinear
import RandomStreams
import TestKit
import Testing

@testable import Dynamics

/// Gradient descent at full width ends where the scalar one ends, at the same step and to the bit.
@Suite struct WideDescentTests {
  /// What `Descent.rest` does, by `Network.step`.
  private func settle(_ start: Network, _ law: ChainLaw, _ coefficients: StepCoefficients) -> (Network, WideDescent.Ending) {
    let weights = EntryWeights(entries: law.problem.entries.count, substeps: 1).equal
    var moving = start
    for _ in 0..<(Descent.mostSteps / Span.steps) {
      let before = moving
      for _ in 0..<Span.steps { moving.step(weights: weights, of: law.problem, coefficients: coefficients) }
      guard moving.squaredNorm <= Divergence.squaredNormLimit else { return (moving, .diverged) }
      if Descent.isStill(moving, since: before) { return (moving, .atRest) }
    }
    return (moving, .restless)
  }

  @Test(arguments: [[16], [16, 17], [20, 16, 18]]) func theSameEnd(hiddenWidths: [Int]) throws {
    var endings: [WideDescent.Ending: Int] = [:]
    let problem = try CompletionProblem(observed: [[1, nil, 0.5], [0.25, 1, nil]])
    let shape = try NetworkShape(inputs: 3, hiddenWidths: hiddenWidths, outputs: 2)
    let base = try Laws.figure1()
    let law = ChainLaw(
      problem: problem, shape: shape, initialLaw: .normal(.number(0.3)), convention: .figures, schedule: base.schedule, horizon: 1,
      event: base.event, follow: 0)
    for (chain, (eta, ridge)) in [(0.2, 0.1), (0.1, 0.3), (0.3, 0.05), (3, 0.1), (1.2, 0), (0.5, 1.2), (0.02, 1e-5)].enumerated() {
      let start = Network(shape: shape, law: law.initialLaw, seed: 1, arm: 0, chain: UInt32(chain))
      let phase = Schedule.Phase(steps: nil, learningRate: eta, ridge: ridge)
      let coefficients = StepCoefficients(phase: phase, convention: law.convention)
      let (expected, ending) = settle(start, law, coefficients)
      endings[ending, default: 0] += 1
      let wide = WideDescent(start, problem: problem)
      #expect(
        wide.settle(coefficients) == ending && (wide.network == expected || ending == .diverged), "eta \(eta), lambda \(ridge)")
      let rest = Descent(law: law).rest(of: start, phase: phase)
      #expect(rest.isAtRest == (ending == .atRest) && (rest.network == expected || ending == .diverged))
      if ending == .diverged { #expect(rest.rank == nil) }
    }
    #expect(
      endings[.atRest, default: 0] > 1 && endings[.diverged, default: 0] > 0 && endings[.restless, default: 0] > 0, "\(endings)")
  }

  /// Down to the origin, through weights whose squares underflow.
  @Test func intoTheOrigin() throws {
    let law = try Laws.figure1(width: 16)
    let start = Network(shape: law.shape, law: .normal(.number(1e-3)), seed: 1, arm: 0, chain: 0)
    let coefficients = StepCoefficients(phase: .init(steps: nil, learningRate: 0.3, ridge: 0.3), convention: .figures)
    let (expected, ending) = settle(start, law, coefficients)
    #expect(ending == .atRest && expected.squaredNorm < 1e-300)
    let wide = WideDescent(start, problem: law.problem)
    #expect(wide.settle(coefficients) == ending && wide.network == expected)
  }

  @Test func theNoiseOfAWideStart() throws {
    let law = try Laws.figure1(width: 18)
    let start = Network(shape: law.shape, law: law.initialLaw, seed: 1, arm: 0, chain: 2)
    let weights = EntryWeights(entries: 3, substeps: 1).equal
    var moving = start
    for step in 0..<500 {
      moving.step(
        weights: weights, of: law.problem,
        coefficients: StepCoefficients(phase: law.schedule.phase(at: step).phase, convention: law.convention))
    }
    let (minimum, ending) = settle(
      moving, law, StepCoefficients(phase: law.schedule.phase(at: 500).phase, convention: law.convention))
    #expect(ending == .atRest)
    let expected = MatchedNoise(minimum: minimum, rank: 2, problem: law.problem, convention: law.convention)
    let noise = Descent(law: law).noise(from: start)
    #expect(noise.summary == expected.summary && noise.directions == expected.directions && noise.summary.trace > 0)
  }
}
