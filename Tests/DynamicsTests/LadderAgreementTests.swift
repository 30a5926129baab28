import AbsorbingSets
import Chains
import DeepLinear
import Ladder
import RandomStreams
import TestKit
import Testing

/// On every rung, and by both judges, the lanes do what the scalar reference does, to the bit.
@Suite struct LadderAgreementTests {
  private func expectAgreement(
    _ law: ChainLaw, seed: UInt64 = 11, chains: UInt32 = 5, _ label: String
  ) {
    let engine = outcomes(of: law, stream: RandomStream(seed: seed, index: 3), chains: 0..<chains)
    for chain in 0..<chains {
      var reference = ReferenceChain(
        law: law, stream: RandomStream(seed: seed, index: 3), chain: chain)
      #expect(
        engine[Int(chain)] == reference.outcome(), "\(label), \(law.rung.name), chain \(chain)")
    }
  }

  @Test(arguments: [2, 3, 4, 5, 6, 7], [1, 3]) func pairs(depth: Int, substeps: Int) throws {
    let law = try Laws.figure1(depth: depth, horizon: 1_500, follow: 300).with(
      schedule: try Laws.uneven())
    for rung in Laws.ladder(substeps: substeps) {
      expectAgreement(law.with(rung: rung), "L = \(depth)")
    }
  }

  @Test(arguments: [[3], [3, 3], [4, 5, 3], [17, 3]], [1, 3]) func general(
    hiddenWidths: [Int], substeps: Int
  ) throws {
    let law = try Laws.threeByFour(
      depth: hiddenWidths.count + 1, hiddenWidths: hiddenWidths, horizon: 300, follow: 100)
    for rung in Laws.ladder(substeps: substeps) {
      expectAgreement(law.with(rung: rung), "\(hiddenWidths)")
    }
  }

  @Test(arguments: Convention.allCases) func conventions(convention: Convention) throws {
    let law = try Laws.figure1(convention: convention, horizon: 700, follow: 100)
    for rung in Laws.ladder() { expectAgreement(law.with(rung: rung), "\(convention)") }
  }

  /// Not the outcomes alone: every weight, at the end of every span.
  @Test(arguments: [1, 3]) func everyWeight(substeps: Int) throws {
    let pairs = try Laws.figure1(depth: 4, horizon: 10_000).with(schedule: try Laws.uneven())
    let general = try Laws.threeByFour(depth: 3, horizon: 10_000)
    for law in [pairs, general] {
      for rung in Laws.ladder(substeps: substeps) { try expectTheWalk(law.with(rung: rung)) }
    }
  }

  /// Runs lanes for some spans beside the reference walks.
  private func expectTheWalk(_ law: ChainLaw) throws {
    let descent = Descent(law: law)
    var walks = (UInt32(0)..<20).map { chain in
      let start = Network(
        shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 5, index: 2), chain: chain
      )
      return ReferenceWalk(
        law.motion, stream: RandomStream(seed: 5, index: 2), chain: chain, network: start, step: 0,
        noise: law.rung.kind.needsMinimum ? descent.noise(from: start) : nil)
    }
    var next = UInt32(0)
    var spans = 8
    let worker = ChainWorker(law: law, stream: RandomStream(seed: 5, index: 2))
    worker.run(
      next: {
        guard next < 20 else { return nil }
        defer { next += 1 }
        return .fresh(next)
      }, finished: { _, _ in },
      pulse: {
        for state in worker.states {
          while walks[Int(state.chain)].step < state.step { walks[Int(state.chain)].advance() }
          #expect(
            state.network == walks[Int(state.chain)].network,
            "\(law.rung.name), chain \(state.chain), step \(state.step)")
        }
        spans -= 1
        return spans > 0
      })
  }

  @Test(arguments: [32, 96]) func quenchedLooks(every: Int) throws {
    let pairs = try Laws.figure1(horizon: 900, follow: 200, alpha: 0.05).with(
      schedule: try Laws.uneven())
    let general = try Laws.threeByFour(depth: 3, rank: 2, horizon: 300, follow: 100)
    for rung in Laws.ladder() {
      expectAgreement(pairs.with(rung: rung, judge: .quenched(every: every)), "every \(every)")
      expectAgreement(
        pairs.with(rung: rung, judge: .cores(every: every, margin: 0.25, commitment: 128)),
        "cores, every \(every)")
      expectAgreement(
        general.with(rung: rung, judge: .quenched(every: every)), chains: 3, "3 x 4, every \(every)"
      )
    }
  }

  /// In a quiet phase no descent comes to rest, and noise keeps the weights out of the set.
  @Test func quenchedLooksInAQuietPhase() throws {
    let law = try Laws.figure1(horizon: 1_200, follow: 1_500).with(
      rung: .langevin(.number(1e-3), substeps: 1), judge: .quenched(every: 96),
      schedule: try Schedule(phases: [
        .init(steps: 1_000, learningRate: 0.2, ridge: 0.1),
        .init(steps: nil, learningRate: 0.02, ridge: 0.001),
      ]))
    expectAgreement(law, chains: 6, "quiet")
    // The looks of the last phase are of no use, as they are meant to be here.
    let start = Network(
      shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 11, index: 3), chain: 0)
    #expect(!Descent(law: law).rest(of: start, phase: law.schedule.phase(at: 1_100).phase).isAtRest)
  }

  /// Every set of observed entries of a 2 x 2 problem: what is not observed must not pull.
  @Test func everyPairOfPlaces() throws {
    for pattern in 1..<16 {
      let values: [Double?] = [0, 1, 2, 3].map {
        pattern & 1 << $0 == 0 ? nil : [1, -0.5, 0.25, 1.5][$0]
      }
      let problem = try CompletionProblem(observed: [
        [values[0], values[1]], [values[2], values[3]],
      ])
      for rung in Laws.ladder(substeps: 2) {
        expectAgreement(
          try Laws.figure1(horizon: 200, follow: 50).with(rung: rung, problem: problem), chains: 2,
          "places \(pattern)")
      }
    }
  }

  @Test func divergence() throws {
    let wild = try Laws.figure1(horizon: 600, start: 0.5, law: .normal(.number(1.2)))
    for rung in Laws.ladder(substeps: 2) {
      let law = wild.with(rung: rung)
      #expect(
        outcomes(of: law, stream: RandomStream(seed: 4, index: 3), chains: 0..<40).contains {
          $0?.kind == .diverged
        },
        "\(rung.name)")
      expectAgreement(law, seed: 4, chains: 12, "diverging")
    }
  }

  /// A chain that is thrown beyond every bound while its basin is looked at.
  @Test func divergenceBetweenLooks() throws {
    let law = try Laws.figure1(horizon: 700, follow: 300).with(
      rung: .gaussianMatched(substeps: 1), judge: .quenched(every: 64),
      schedule: try Schedule(phases: [
        .init(steps: 500, learningRate: 0.03, ridge: 0.1),
        .init(steps: nil, learningRate: 1e12, ridge: 0),
      ]))
    expectAgreement(law, chains: 9, "thrown out")
  }

  /// More entries than a stretch of a whole span has room for: batches are counted a part of a span
  /// at a time.
  @Test func manyEntries() throws {
    let remainders = (0..<9).map { row in (0..<9).map { column in (3 * row + 5 * column) % 7 } }
    let table: [[Double?]] = remainders.map { row in row.map { Double($0) / 7 } }
    let problem = try CompletionProblem(observed: table)
    let base = try Laws.figure1()
    let law = ChainLaw(
      motion: Motion(
        problem: problem, shape: try NetworkShape(inputs: 9, hiddenWidths: [9], outputs: 9),
        initialLaw: base.initialLaw,
        convention: .figures, schedule: try Laws.uneven()),
      watch: Watch(event: base.event, horizon: 200, follow: 50))
    for rung in [Rung.sgdBatch(1), .sgdBatch(5)] {
      expectAgreement(law.with(rung: rung), chains: 18, "81 entries")
    }
  }

  /// Stretches of one step: a substep count whose numbers fill the buffers.
  @Test func longSteps() throws {
    let law = try Laws.figure1(horizon: 40, follow: 20)
    for rung in Laws.ladder(substeps: 700).dropFirst(4) {
      expectAgreement(law.with(rung: rung), chains: 3, "700 substeps")
    }
  }
}
