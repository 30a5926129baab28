import DeepLinear
import RandomStreams
import TestKit
import Testing

@testable import Chains
@testable import Engines
@testable import Ladder

/// Gradient descent at full width is the scalar one, to the bit.
@Suite struct WideDescentTests {
  static let shapes = [[16], [16, 17], [19, 18], [20, 16, 18]]

  private func law(_ hiddenWidths: [Int], _ problem: CompletionProblem) throws -> ChainLaw {
    let base = try Laws.figure1()
    return ChainLaw(
      motion: Motion(
        problem: problem,
        shape: try NetworkShape(
          inputs: problem.columns, hiddenWidths: hiddenWidths, outputs: problem.rows),
        initialLaw: .normal(.number(0.3)), convention: .figures, schedule: base.schedule),
      watch: Watch(event: base.event, horizon: 10_000, follow: 0))
  }

  @Test(arguments: shapes) func theSameEnd(hiddenWidths: [Int]) throws {
    var endings: Set<String> = []
    for table in [[[1, nil, 0.5], [0.25, 1, nil]], [[1, nil], [0.25, 1], [nil, 2]]] as [[[Double?]]]
    {
      let law = try law(hiddenWidths, CompletionProblem(observed: table))
      let descent = Descent(law: law)
      let settings = [(0.2, 0.1), (0.1, 0.3), (0.3, 0.05), (3, 0.1), (0.5, 1.2), (0.02, 1e-5)]
      let starts = settings.indices.map {
        Network(
          shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 1, index: 0),
          chain: UInt32($0))
      }
      let phases = settings.map { Schedule.Phase(steps: nil, learningRate: $0.0, ridge: $0.1) }
      let expected = descent.rests(of: starts, phases: phases, mover: ScalarDescent(law.problem))
      for (index, rest) in descent.rests(
        of: starts, phases: phases, mover: WideDescent(law.problem)
      ).enumerated() {
        let isFinite = expected[index].network.squaredNorm.isFinite
        #expect(
          rest == expected[index] || !isFinite && rest.rank == nil && !rest.isAtRest,
          "eta, lambda = \(settings[index])")
        endings.insert(
          rest.isAtRest ? "at rest, rank \(rest.rank ?? -1)" : isFinite ? "restless" : "diverged")
      }
      #expect(descent.rest(of: starts[0], phase: phases[0]) == expected[0])
    }
    #expect(
      endings.count > 3 && endings.contains("restless") && endings.contains("diverged"),
      "\(endings)")
  }

  /// Every step of the way, and after a change of coefficients: the sums that decide are the same
  /// numbers.
  @Test(arguments: shapes) func theSameProgress(hiddenWidths: [Int]) throws {
    let law = try law(
      hiddenWidths,
      CompletionProblem(observed: [
        [1, nil, 0.5, nil, 0.2], [nil, 1, nil, 0.3, nil], [0.4, 0.7, nil, 1, nil],
      ]))
    let start = Network(
      shape: law.shape, law: .normal(.number(0.2)), stream: RandomStream(seed: 1, index: 0),
      chain: 3)
    let movers: [any DescentMover] = [ScalarDescent(law.problem), WideDescent(law.problem)]
    for steps in [1, 2, 5, 30] {
      for mover in movers {
        let phase = Schedule.Phase(steps: nil, learningRate: 0.05 / Double(steps), ridge: 0.1)
        let coefficients = StepCoefficients(phase: phase, convention: .figures)
        steps == 1 ? mover.load(start, coefficients, place: 0) : mover.set(coefficients, place: 0)
        mover.move(steps: steps)
      }
      #expect(movers[0].progress(at: 0) == movers[1].progress(at: 0))
      #expect(movers[0].network(at: 0) == movers[1].network(at: 0))
      #expect(movers[0].progress(at: 0).squaredMove > 0)
    }
  }

  /// Down to the origin, where the floor of the norm says that it is at rest.
  @Test func intoTheOrigin() throws {
    let law = try law([16, 18], .twoByTwo(epsilon: 0.25))
    let start = Network(
      shape: law.shape, law: .normal(.number(1e-3)), stream: RandomStream(seed: 1, index: 0),
      chain: 0)
    let phase = Schedule.Phase(steps: nil, learningRate: 0.3, ridge: 0.3)
    let (descent, scalar) = (Descent(law: law), ScalarDescent(law.problem))
    let expected = descent.rests(of: [start], phases: [phase], mover: scalar)
    #expect(
      descent.rests(of: [start], phases: [phase], mover: WideDescent(law.problem)) == expected)
    #expect(expected[0].isAtRest && expected[0].rank == 0)
  }

  @Test func theNoiseOfAWideStart() throws {
    let law = try law([18, 20], .twoByTwo(epsilon: 0.25)).with(rung: .gaussianFrozen(substeps: 1))
    let start = Network(
      shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 1, index: 0), chain: 2)
    let descent = Descent(law: law)
    let expected = descent.noises(from: [start], mover: ScalarDescent(law.problem))[0]
    let noise = descent.noise(from: start)
    #expect(noise.summary == expected.summary && noise.summary.trace > 0)
    #expect(noise.directions == expected.directions && !noise.directions.isEmpty)
  }
}
