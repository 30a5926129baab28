import AbsorbingSets
import DeepLinear
import RandomStreams
import TestKit
import Testing

@testable import Chains
@testable import Engines
@testable import Ladder

/// Gradient descent side by side in lanes is the scalar one, to the bit.
@Suite struct DescentTests {
  private func starts(_ law: ChainLaw, _ count: Int, scale: Double = 1) -> [Network] {
    (0..<UInt32(count)).map { chain in
      var network = Network(
        shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 6, index: 1), chain: chain
      )
      for layer in network.weights.indices {
        for index in network.weights[layer].elements.indices {
          network.weights[layer].elements[index] *= scale
        }
      }
      return network
    }
  }

  static func laws() throws -> [ChainLaw] {
    try [2, 3, 4, 7].map { try Laws.figure1(depth: $0) }
      + [
        try Laws.threeByFour(depth: 3),
        try Laws.threeByFour(depth: 2, hiddenWidths: [17], rank: 2).with(follow: 0),
      ]
      + [try Laws.threeByFour(depth: 3, hiddenWidths: [4, 20])]
  }

  @Test func lanesAreTheScalarDescent() throws {
    for law in try Self.laws() {
      // More than there are lanes, of different lengths: places are given to those that wait.
      let networks = starts(law, 21)
      let phases = networks.indices.map {
        Schedule.Phase(steps: nil, learningRate: $0 % 3 == 0 ? 0.1 : 0.2, ridge: 0.1)
      }
      let descent = Descent(law: law)
      let lanes = descent.rests(
        of: networks, phases: phases,
        mover: LaneDescent(law.problem, event: law.event, widths: law.shape.widths))
      let scalar = descent.rests(of: networks, phases: phases, mover: ScalarDescent(law.problem))
      #expect(lanes == scalar, "\(law.shape.widths)")
      #expect(lanes.contains { $0.isAtRest })
      for (index, network) in networks.enumerated() {
        #expect(
          descent.rest(of: network, phase: phases[index]) == scalar[index],
          "neighbours change nothing")
      }
    }
  }

  @Test func theNoiseIsThatOfEachStartAlone() throws {
    for (index, law) in try Self.laws().enumerated() {
      let rung: Rung =
        index % 2 == 0 ? .gaussianFrozen(substeps: 1) : .langevin(.matched, substeps: 1)
      let uneven = law.with(rung: rung, schedule: try Laws.uneven())
      let networks = starts(uneven, 18)
      let descent = Descent(law: uneven)
      let lanes = descent.noises(
        from: networks,
        mover: LaneDescent(uneven.problem, event: uneven.event, widths: uneven.shape.widths))
      #expect(
        lanes
          == networks.map { descent.noises(from: [$0], mover: ScalarDescent(uneven.problem))[0] })
      #expect(
        lanes.allSatisfy { $0.directions.isEmpty == (index % 2 == 1) },
        "the frozen directions alone are kept")
    }
  }

  /// From the origin, from infinity, and where it is given up.
  @Test func theEndsOfADescent() throws {
    let law = try Laws.figure1(depth: 3)
    let descent = Descent(law: law)
    let networks =
      starts(law, 4) + starts(law, 1, scale: 0) + starts(law, 2, scale: 1e7)
      + starts(law, 1, scale: .nan)
    let phase = Schedule.Phase(steps: nil, learningRate: 0.2, ridge: 0.1)
    let rests = descent.rests(of: networks, phases: networks.map { _ in phase })
    #expect(
      rests.prefix(4).allSatisfy(\.isAtRest) && Set(rests.prefix(4).map(\.rank)) == [1, 2],
      "both minima")
    #expect(rests[4].isAtRest && rests[4].rank == 0)
    for rest in rests[5...] { #expect(!rest.isAtRest && rest.rank == nil) }
    // A small learning rate moves 32 steps by more than the stillness for longer than anyone waits.
    let slow = descent.rest(
      of: networks[0], phase: Schedule.Phase(steps: nil, learningRate: 1e-4, ridge: 0.1))
    #expect(slow.ending == .givenUp && rests[5...].allSatisfy { $0.ending == .diverged })
    #expect(descent.rests(of: [], phases: []).isEmpty)
  }

  /// Weights that decay to nothing are at rest long before their squares underflow, and far below
  /// what counts for the rank.
  @Test(arguments: [1e-9, 1, 1e6]) func aCollapseComesToRest(scale: Double) throws {
    let problem = try CompletionProblem(observed: [[scale, nil], [0.25 * scale, scale]])
    for depth in [2, 3, 5] {
      let law = try Laws.figure1(depth: depth).with(problem: problem)
      let networks = starts(law, 3, scale: 1e-3 * min(1, scale))
      let phase = Schedule.Phase(
        steps: nil, learningRate: 0.1 / max(1, scale), ridge: 2 * max(1, scale))
      let descent = Descent(law: law)
      let rests = descent.rests(of: networks, phases: networks.map { _ in phase })
      #expect(
        rests
          == descent.rests(
            of: networks, phases: networks.map { _ in phase }, mover: ScalarDescent(problem)))
      for rest in rests {
        #expect(rest.isAtRest && rest.rank == 0, "L = \(depth)")
        #expect(rest.network.squaredNorm > 1e-100, "not by underflow")
        let largest = SingularValues.values(rest.network.product)?.max()
        #expect((largest ?? .nan) < 1e-12 * scale)
      }
    }
  }

  /// A descent that was given up outside the set is no evidence; one that has diverged is outside.
  @Test func looksThatSayNothing() throws {
    let law = try Laws.figure1().with(judge: .quenched(every: 32, looks: 2))
    let network = starts(law, 1)[0]
    var watch = PassageWatch(rank: 1, horizon: 10_000, follow: 10_000)
    func look(_ rank: Int?, _ ending: Descent.Ending, _ step: Int) {
      let rest = Descent.Rest(network: network, rank: rank, ending: ending)
      watch.note(Look(network: network, rest: rest, step: step, law: law))
    }
    look(1, .atRest, 32)
    look(nil, .givenUp, 64)
    look(1, .givenUp, 96)
    #expect(watch.entry == 96, "two looks in a row, and one between them that says nothing")
    for step in stride(from: 128, to: 1_280, by: 32) { look(nil, .givenUp, step) }
    #expect(watch.exits.total == 0)
    look(2, .atRest, 1_280)
    look(nil, .givenUp, 1_312)
    look(nil, .diverged, 1_344)
    #expect(watch.exits.total == 1 && watch.level == nil)
  }

  /// Beyond the limit and still finite: gradients there are no noise.
  @Test func aDivergedDescentGivesNoNoise() throws {
    let law = try Laws.figure1()
    let beyond = starts(law, 1, scale: 1e7)[0]
    for rung in [Rung.gaussianFrozen(substeps: 1), .langevin(.matched, substeps: 1)] {
      func noise(_ ending: Descent.Ending, _ network: Network) -> MinimumNoise {
        Descent(law: law.with(rung: rung)).noise(
          at: Descent.Rest(network: network, rank: nil, ending: ending))
      }
      let none = noise(.diverged, beyond)
      #expect(
        none.summary == MinimumNoise.Summary(trace: 0, rank: nil)
          && none.directions.allSatisfy { $0.allSatisfy { $0 == 0 } })
      #expect(none.directions.map(\.count) == noise(.givenUp, beyond).directions.map(\.count))
      #expect(noise(.givenUp, beyond).summary.trace > 0, "the last point stands for the minimum")
    }
  }

  @Test func theNoisiestPhase() throws {
    func schedule(_ phases: [(Int?, Double)], repeats: Bool = false) throws -> Schedule {
      try Schedule(
        phases: phases.map { .init(steps: $0.0, learningRate: $0.1, ridge: 0) }, repeats: repeats)
    }
    let rising = try schedule([(500, 0.03), (500, 0.2), (nil, 0.1)])
    #expect(rising.noisiestPhase(before: 10_000).first == 500)
    #expect(rising.noisiestPhase(before: 500).first == 0, "a phase that no chain comes to")
    let tied = try schedule([(500, 0.2), (100, 0.1), (700, 0.2)], repeats: true)
    #expect(tied.noisiestPhase(before: 10_000).first == 600)
    #expect((try schedule([(1 << 48, 0.1), (nil, 0.2)])).noisiestPhase(before: 1 << 40).first == 0)
  }
}
