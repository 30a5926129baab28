import AbsorbingSets
import Chains
import DeepLinear
import Ladder
import RandomStreams
import TestKit
import Testing

/// What is recorded is what the scalar reference sees, and recording changes no chain.
@Suite struct RecordingTests {
  /// Where chains run: in pair lanes, in general lanes, at full width and then in lanes, at full
  /// width to the end; with every sort of noise.
  enum Case: CaseIterable {
    case pairs, general, wide, kicks, quenched, gradientDescent

    func law() throws -> ChainLaw {
      let law =
        switch self {
        case .pairs: try Laws.figure1(horizon: 2_500, follow: 40)
        case .general: try Laws.threeByFour(depth: 3, horizon: 900, follow: 20)
        case .wide: try Laws.figure1(width: 20, horizon: 2_500, follow: 40)
        case .kicks:
          try Laws.figure1(width: 18, horizon: 400, follow: 40).with(
            rung: .langevin(.number(1e-4), substeps: 1))
        case .quenched:
          try Laws.figure1(horizon: 1_500, follow: 64).with(judge: .quenched(every: 64))
        case .gradientDescent:
          try Laws.figure1(horizon: 1_500, follow: 64).with(rung: .gradientDescent)
        }
      return law.with(recording: Self.recording(horizon: law.horizon))
    }

    private static func recording(horizon: Int) -> Recording {
      Recording(
        points: .init(every: 70, chains: 3),
        offshoots: .init(
          at: [0, 33, 320, horizon - 7], steps: 150, learningRate: 0.02, ridge: 0.001))
    }

    /// How far from the reference rounding may lead: not at all, but where a chain is compressed on
    /// the way.
    var tolerance: Double { self == .wide ? 1e-6 : 0 }
  }

  @Test(arguments: Case.allCases) func recordsAreThoseOfTheReference(of place: Case) throws {
    let law = try place.law()
    let found = outcomes(of: law, stream: RandomStream(seed: 12, index: 2), chains: 0..<5)
    for chain in UInt32(0)..<5 {
      let outcome = try #require(found[Int(chain)])
      let expected = Self.reference(of: law, stream: RandomStream(seed: 12, index: 2), chain: chain)
      #expect(outcome.record.points.map(\.step) == expected.points.map(\.step))
      #expect(outcome.record.offshoots.map(\.at) == expected.offshoots.map(\.at))
      #expect(outcome.record.points.isEmpty == (chain >= 3))
      for (one, other) in zip(outcome.record.points, expected.points) {
        Self.expectClose(one, other, place.tolerance)
      }
      for (one, other) in zip(outcome.record.offshoots, expected.offshoots) {
        #expect(one.isDiverged == other.isDiverged)
        #expect(one.points.map(\.step) == other.points.map(\.step))
        for (one, other) in zip(one.points, other.points) {
          Self.expectClose(one, other, place.tolerance)
        }
      }
    }
  }

  @Test(arguments: Case.allCases) func recordingChangesNoChain(of place: Case) throws {
    let law = try place.law()
    let recorded = outcomes(of: law, stream: RandomStream(seed: 3, index: 0), chains: 0..<8)
    let plain = outcomes(
      of: law.with(recording: Recording.none), stream: RandomStream(seed: 3, index: 0),
      chains: 0..<8)
    for (one, other) in zip(recorded, plain) {
      let (one, other) = (try #require(one), try #require(other))
      #expect(one.kind == other.kind && one.time == other.time && one.steps == other.steps)
      #expect(
        one.exits == other.exits && one.stepsInside == other.stepsInside
          && one.collapseTime == other.collapseTime)
      #expect(!one.record.offshoots.isEmpty && other.record == .empty)
    }
  }

  /// A chain that diverges keeps what was recorded before; its offshoots branch off up to there.
  @Test func divergedChainsKeepWhatWasRecorded() throws {
    let law = try Laws.figure1(horizon: 3_000, follow: 0, eta: 3, start: 0.03).with(
      recording: Recording(
        points: .init(every: 10, chains: 20),
        offshoots: .init(at: [300, 2_000], steps: 200, learningRate: 3, ridge: 0.1)))
    for outcome in outcomes(of: law, stream: RandomStream(seed: 1, index: 0), chains: 0..<20) {
      let outcome = try #require(outcome)
      #expect(outcome.kind == .diverged)
      let last = try #require(outcome.record.points.last)
      #expect(last.step < outcome.time && last.step >= outcome.time - 10)
      #expect(outcome.record.offshoots.map(\.at) == [300])
      #expect(
        outcome.record.offshoots.allSatisfy { $0.isDiverged && $0.end == nil && !$0.points.isEmpty }
      )
    }
  }

  @Test func plansSayWhatIsDue() throws {
    let law = try Laws.figure1(horizon: 100).with(
      recording: Recording(
        points: .init(every: 30, chains: 1),
        offshoots: .init(at: [5, 95], steps: 9, learningRate: 1, ridge: 0)))
    #expect(RecordPlan(law: law, chain: 0).end == 95)
    #expect(RecordPlan(law: law, chain: 1).end == 95)
    let points = law.with(recording: Recording(points: .init(every: 30, chains: 1)))
    #expect(RecordPlan(law: points, chain: 0).end == 90)
    #expect(RecordPlan(law: points, chain: 1).end == 0)
  }

  /// Lanes whose chains nobody watches any more, beside one that has just entered or been taken
  /// out: each chain on a worker of its own.
  @Test func chainsThatNobodyWatchesGoOn() throws {
    let law = try Laws.figure1(horizon: 8_000, follow: 0).with(
      recording: Recording(points: .init(every: 160, chains: 100)))
    var entered = 0
    for chain in UInt32(0)..<24 {
      let outcome = try #require(
        outcomes(of: law, stream: RandomStream(seed: 5, index: 0), chains: chain..<(chain + 1))[0])
      #expect(
        outcome.record
          == Self.reference(of: law, stream: RandomStream(seed: 5, index: 0), chain: chain),
        "chain \(chain)")
      if outcome.kind == .entered { entered += 1 }
    }
    #expect(entered > 6)
    let alone = (0..<24).map {
      outcomes(
        of: law, stream: RandomStream(seed: 5, index: 0), chains: UInt32($0)..<UInt32($0 + 1))[0]
    }
    #expect(outcomes(of: law, stream: RandomStream(seed: 5, index: 0), chains: 0..<24) == alone)
  }

  /// The record of a chain by the scalar reference, offshoots from the branch on.
  private static func reference(of law: ChainLaw, stream: RandomStream, chain: UInt32)
    -> ChainRecord
  {
    let recorder = PathRecorder(law: law)
    let every = law.recording.keepsPoints(of: chain) ? law.recording.points?.every : nil
    let start = Network(shape: law.shape, law: law.initialLaw, stream: stream, chain: chain)
    let noise = law.rung.kind.needsMinimum ? Descent(law: law).noise(from: start) : nil
    func walk(_ law: ChainLaw, from network: Network, step: Int) -> ReferenceWalk {
      ReferenceWalk(
        law.motion, stream: stream, chain: chain, network: network, step: step, noise: noise)
    }
    func points(_ walk: ReferenceWalk, _ isDue: (Int) -> Bool, to last: Int) -> [PathPoint] {
      var (walk, points) = (walk, [PathPoint]())
      while true {
        if isDue(walk.step), let point = recorder.point(walk.network, step: walk.step) {
          points.append(point)
        }
        guard walk.step < last else { return points }
        walk.advance()
      }
    }
    let trunk = walk(law, from: start, step: 0)
    let offshoots = law.recording.offshoots.map { plan in
      plan.at.map { at in
        var chain = trunk
        while chain.step < at { chain.advance() }
        let end = at + plan.steps
        func isDue(_ step: Int) -> Bool {
          step == end || (every.map { (step - at) % $0 == 0 } ?? false)
        }
        let branched = walk(
          law.with(schedule: Schedule(constant: plan.phase)), from: chain.network, step: at)
        let points = points(branched, isDue, to: end)
        return ChainRecord.Offshoot(at: at, points: points, isDiverged: points.last?.step != end)
      }
    }
    return ChainRecord(
      points: every.map { period in
        points(trunk, { $0 % period == 0 }, to: law.horizon / period * period)
      } ?? [],
      offshoots: offshoots ?? [])
  }

  private static func expectClose(_ one: PathPoint, _ other: PathPoint, _ tolerance: Double) {
    guard tolerance > 0 else {
      #expect(one == other)
      return
    }
    #expect(Set(one.values.keys) == Set(other.values.keys) && one.level == other.level)
    for (word, values) in one.values {
      let others = other.values[word] ?? []
      #expect(values.count == others.count, "\(word)")
      for (one, other) in zip(values, others) {
        #expect(abs(one - other) <= tolerance * max(1, abs(other)), "\(word)")
      }
    }
  }
}
