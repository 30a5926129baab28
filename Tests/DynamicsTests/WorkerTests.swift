import Chains
import DeepLinear
import Ladder
import RandomStreams
import TestKit
import Testing

/// What a chain does depends on its address alone: not on its neighbours, the order, or where it
/// was stopped.
@Suite struct WorkerTests {
  /// Laws that run in pair lanes, in general lanes, and at full width first; and rungs of every
  /// family.
  enum Engine: CaseIterable {
    case pairs, general, wide, shuffled, matched, frozen, langevin, quenched, cores, recorded,
      recordedWide, recordedKicks

    func law() throws -> ChainLaw {
      switch self {
      case .pairs: try Laws.figure1(horizon: 4_000, follow: 500)
      case .general: try Laws.threeByFour(depth: 3, horizon: 1_200, follow: 100)
      case .wide: try Laws.figure1(width: 20, horizon: 4_000, follow: 500)
      case .shuffled:
        try Laws.threeByFour(depth: 3, horizon: 1_200, follow: 100).with(rung: .sgdShuffled)
      case .matched: try ladder(.gaussianMatched(substeps: 1))
      case .frozen: try ladder(.gaussianFrozen(substeps: 2))
      case .langevin: try ladder(.langevin(.matched, substeps: 1))
      case .recorded: try Laws.figure1(horizon: 2_000, follow: 100).with(recording: recording)
      case .recordedWide:
        try Laws.figure1(width: 20, horizon: 2_500, follow: 100).with(recording: recording)
      case .recordedKicks: try ladder(.langevin(.matched, substeps: 1)).with(recording: recording)
      case .cores:
        try ladder(.langevin(.number(1e-3), substeps: 1)).with(
          judge: .cores(every: 32, margin: 0.2, commitment: 64))
      case .quenched: try ladder(.gaussianMatched(substeps: 1)).with(judge: .quenched(every: 64))
      }
    }

    /// Points between spans and within, and offshoots before and after the compression of a wide
    /// chain.
    private var recording: Recording {
      Recording(
        points: .init(every: 90, chains: 9),
        offshoots: .init(at: [0, 250, 512, 1_777], steps: 333, learningRate: 0.02, ridge: 0.001))
    }

    private func ladder(_ rung: Rung) throws -> ChainLaw {
      try Laws.figure1(horizon: 2_000, follow: 500).with(rung: rung)
    }

    var chains: UInt32 { self == .pairs ? 60 : 24 }
    /// Whether enough chains enter for some cuts to fall into a follow-up.
    var enters: Bool { self != .general && self != .shuffled }
  }

  /// Runs assignments in the given order on one worker; `pulse` may stop it.
  private func run(
    _ law: ChainLaw, _ assignments: [ChainAssignment], into results: inout [UInt32: ChainOutcome],
    pulse: (ChainWorker) -> Bool = { _ in true }
  ) -> (states: [ChainState], untouched: [ChainAssignment]) {
    let worker = ChainWorker(law: law, stream: RandomStream(seed: 8, index: 1))
    var waiting = assignments[...]
    var found: [UInt32: ChainOutcome] = [:]
    var isStopped = false
    worker.run(
      next: { waiting.popFirst() },
      finished: { chain, outcome in
        #expect(found.updateValue(outcome, forKey: chain) == nil, "chain \(chain) ended twice")
      },
      pulse: {
        isStopped = !pulse(worker)
        return !isStopped
      })
    results.merge(found) { _, new in new }
    return isStopped ? (worker.states, Array(waiting)) : ([], [])
  }

  @Test(arguments: Engine.allCases) func orderAndNeighboursChangeNothing(engine: Engine) throws {
    let law = try engine.law()
    let chains = Array(0..<engine.chains)
    var together: [UInt32: ChainOutcome] = [:]
    _ = run(law, chains.map(ChainAssignment.fresh), into: &together)
    #expect(together.count == chains.count)
    #expect(Set(together.values.map(\.time)).count > 3, "the chains differ")
    var numbers = TestNumbers(1)
    for _ in 0..<2 {
      var shuffled: [UInt32: ChainOutcome] = [:]
      _ = run(law, chains.shuffled(using: &numbers).map(ChainAssignment.fresh), into: &shuffled)
      #expect(shuffled == together)
    }
    var alone: [UInt32: ChainOutcome] = [:]
    for chain in chains { _ = run(law, [.fresh(chain)], into: &alone) }
    #expect(alone == together)
  }

  @Test(arguments: Engine.allCases) func stoppedAndResumedAnywhereTheOutcomesAreTheSame(
    engine: Engine
  ) throws {
    let law = try engine.law()
    let chains = Array(0..<engine.chains)
    var straight: [UInt32: ChainOutcome] = [:]
    _ = run(law, chains.map(ChainAssignment.fresh), into: &straight)
    var numbers = TestNumbers(2)
    for _ in 0..<3 {
      var cut: [UInt32: ChainOutcome] = [:]
      var assignments = chains.map(ChainAssignment.fresh)
      var (cuts, inFollow) = (0, 0)
      while !assignments.isEmpty {
        var spans = Int(numbers.next() % 25) + 1
        let (states, untouched) = run(law, assignments, into: &cut) { _ in
          spans -= 1
          return spans > 0
        }
        inFollow += states.count { $0.watch.entry != nil }
        #expect(states.allSatisfy { $0.step % 32 == 0 })
        assignments = states.map(ChainAssignment.resumed).shuffled(using: &numbers) + untouched
        cuts += 1
      }
      #expect(cut == straight)
      #expect(cuts > 2)
      if engine.enters { #expect(inFollow > 0, "some cuts fell into a follow-up") }
    }
  }

  /// To the bit: the states of a resumed chain are those of one that ran straight on, also around
  /// its compression.
  @Test(arguments: Engine.allCases) func resumedStatesAreTheSameToTheBit(engine: Engine) throws {
    let law = try engine.law()
    for chain in UInt32(0)..<6 {
      // A state stays at its step while offshoots are run.
      var straight: [Int: [ChainState]] = [:]
      var ignored: [UInt32: ChainOutcome] = [:]
      _ = run(law, [.fresh(chain)], into: &ignored) { worker in
        for state in worker.states where straight[state.step]?.last != state {
          straight[state.step, default: []].append(state)
        }
        return true
      }
      for step in straight.keys.sorted() where step % 160 == 0 {
        guard let state = straight[step]?.last else { continue }
        var spans = 12
        _ = run(law, [.resumed(state)], into: &ignored) { worker in
          for state in worker.states {
            #expect(
              straight[state.step]?.contains(state) == true,
              "chain \(chain), resumed at \(step), at \(state.step)")
          }
          spans -= 1
          return spans > 0
        }
      }
    }
  }
}
