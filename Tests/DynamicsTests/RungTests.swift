import DeepLinear
import RandomStreams
import TestKit
import Testing

@testable import Chains
@testable import Ladder

/// What the rungs are made of, against their definitions.
@Suite struct RungTests {
  @Test(arguments: [1, 2, 3, 7, 40], [1, 4]) func theMixHasTheCovarianceOfOneDraw(
    entries: Int, substeps: Int
  ) {
    let mix = EntryMix(entries: entries, substeps: substeps)
    let zero = mix.mix([Double](repeating: 0, count: entries - 1))
    #expect(zero.allSatisfy { $0 == 1 / Double(entries) })
    // The columns of the map from the normal numbers to the mix, and their sum of outer products.
    let columns = (0..<(entries - 1)).map { q in
      zip(mix.mix((0..<(entries - 1)).map { $0 == q ? 1 : 0 }), zero).map { $0 - $1 }
    }
    // One entry drawn uniformly has the covariance (1/N) (I - 1/N); m substeps make it m times
    // that.
    for i in 0..<entries {
      for j in 0..<entries {
        let covariance = columns.reduce(0) { $0 + $1[i] * $1[j] }
        let expected = Double(substeps) / Double(entries) * ((i == j ? 1 : 0) - 1 / Double(entries))
        #expect(abs(covariance - expected) < 1e-14, "\(i), \(j)")
      }
    }
  }

  @Test(arguments: Convention.allCases) func theFrozenDirectionsHaveSigmaAsTheirCovariance(
    convention: Convention
  ) throws {
    let problem = try CompletionProblem(observed: [[1, nil, 0.5], [0.3, 1, nil]])
    var numbers = TestNumbers(5)
    let network = numbers.network([3, 4, 2, 2])
    let noise = MinimumNoise(minimum: network, rank: 2, problem: problem, convention: convention)
    let gradients = problem.entries.map { network.entryGradient(of: $0, convention: convention) }
    let count = Double(gradients.count)
    let mean = gradients[0].indices.map { index in gradients.reduce(0) { $0 + $1[index] } / count }
    var trace = 0.0
    for i in mean.indices {
      for j in mean.indices {
        let sigma = gradients.reduce(0) { $0 + ($1[i] - mean[i]) * ($1[j] - mean[j]) } / count
        let covariance = noise.directions.reduce(0) { $0 + $1[i] * $1[j] }
        #expect(abs(sigma - covariance) < 1e-12, "\(i), \(j)")
        if i == j { trace += sigma }
      }
    }
    #expect(abs(noise.summary.trace - trace) < 1e-12 * trace && noise.summary.rank == 2)
  }

  @Test func oneEntryMakesNoNoise() throws {
    let problem = try CompletionProblem(observed: [[1, nil], [nil, nil]])
    var numbers = TestNumbers(6)
    let noise = MinimumNoise(
      minimum: numbers.network([2, 2, 2]), rank: 1, problem: problem, convention: .main)
    #expect(noise.summary.trace == 0 && noise.directions.isEmpty)
    #expect(EntryMix(entries: 1, substeps: 3).mix([]) == [1])
  }

  /// Where gradient descent has diverged there is nothing to match: no noise, and no NaN.
  @Test func aMinimumThatIsNotFiniteGivesNoNoise() throws {
    let problem = try CompletionProblem.twoByTwo(epsilon: 0.25)
    var numbers = TestNumbers(1)
    var network = numbers.network([2, 2, 2])
    network.weights[0].elements[1] = .infinity
    let noise = MinimumNoise(minimum: network, rank: nil, problem: problem, convention: .figures)
    #expect(noise.summary == MinimumNoise.Summary(trace: 0, rank: nil))
    #expect(noise.directions == [[Double]](repeating: [Double](repeating: 0, count: 8), count: 2))
  }

  @Test func theScalesOfTheKicks() {
    let phase = Schedule.Phase(steps: nil, learningRate: 0.2, ridge: 0.1)
    let noise = MinimumNoise.Summary(trace: 0.6, rank: 2)
    func scale(_ rung: Rung) -> Double { rung.kind.kickScale(phase, noise: noise, parameters: 12) }
    // T = eta tr Sigma / (2 P) = 0.2 * 0.6 / 24 = 0.005; sqrt(2 eta T / m).
    #expect(abs(scale(.langevin(.matched, substeps: 1)) - (2 * 0.2 * 0.005).squareRoot()) < 1e-16)
    #expect(
      abs(scale(.langevin(.number(0.005), substeps: 4)) - (2 * 0.05 * 0.005).squareRoot()) < 1e-16)
    #expect(
      abs(scale(.langevin(.matched, substeps: 4)) - scale(.langevin(.number(0.005), substeps: 4)))
        < 1e-16)
    #expect(
      scale(.gaussianFrozen(substeps: 1)) == 0.2
        && abs(scale(.gaussianFrozen(substeps: 4)) - 0.1) < 1e-16)
    #expect(scale(.sgd) == 0 && scale(.gaussianMatched(substeps: 2)) == 0)
  }

  @Test func theNamesAreTheStudys() {
    let rungs: [Rung] = [
      .gradientDescent, .sgd, .sgdBatch(4), .sgdShuffled, .gaussianMatched(substeps: 1),
      .gaussianMatched(substeps: 4),
      .gaussianFrozen(substeps: 1), .langevin(.matched, substeps: 1),
      .langevin(.number(0.001), substeps: 2),
    ]
    #expect(
      rungs.map(\.name) == [
        "gd", "sgd", "sgd-batch(4)", "sgd-shuffled", "gaussian-matched",
        "gaussian-matched(substeps: 4)", "gaussian-frozen",
        "langevin(temperature: matched)", "langevin(temperature: 0.001, substeps: 2)",
      ])
  }

  @Test func theNoisiestPhaseIsTheLastOfTheLargestLearningRate() throws {
    let schedule = try Schedule(phases: [
      .init(steps: 10, learningRate: 0.03, ridge: 0.1),
      .init(steps: 20, learningRate: 0.2, ridge: 0.1),
      .init(steps: 30, learningRate: 0.2, ridge: 0.3),
      .init(steps: nil, learningRate: 0.02, ridge: 0.001),
    ])
    let found = schedule.noisiestPhase(before: 1_000)
    #expect(found.phase.ridge == 0.3 && found.first == 30)
  }

  /// Gradient descent from a chain's start ends in one of the minima, at rest, whatever the step
  /// before.
  @Test func descentComesToRestAtAMinimum() throws {
    let law = try Laws.figure1()
    let descent = Descent(law: law)
    let phase = law.schedule.phase(at: 1_000).phase
    var ranks: Set<Int> = []
    for chain in UInt32(0)..<12 {
      let start = Network(
        shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 3, index: 0), chain: chain
      )
      let rest = descent.rest(of: start, phase: phase)
      #expect(rest.isAtRest, "chain \(chain)")
      ranks.formUnion(rest.rank.map { [$0] } ?? [])
      let again = descent.rest(of: rest.network, phase: phase)
      #expect(
        again.rank == rest.rank && abs(again.network.squaredNorm - rest.network.squaredNorm) < 1e-8)
    }
    #expect(ranks == [1, 2], "both minima are found")
  }

  @Test func descentThatDivergesSaysSo() throws {
    let law = try Laws.figure1()
    var numbers = TestNumbers(2)
    var start = numbers.network([2, 2, 2, 2])
    start.weights[1].elements[0] = 1e5
    let rest = Descent(law: law).rest(of: start, phase: law.schedule.phase(at: 1_000).phase)
    #expect(!rest.isAtRest && rest.rank == nil)
  }
}
