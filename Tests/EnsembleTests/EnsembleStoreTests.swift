import AbsorbingSets
import Chains
import DeepLinear
import Foundation
import GRDB
import Ladder
import RandomStreams
import TestKit
import Testing

@testable import Ensemble

/// What a store keeps, and what it refuses.
@Suite struct EnsembleStoreTests {
  private static let outcomes = [
    ChainOutcome(
      kind: .entered, time: 1200, collapseTime: 1300,
      exits: ExitCounts(rank: 3, bound: 1, balance: 9),
      reentries: 12, stepsInside: 150, steps: 1400, divergence: 1500, restingRank: 0,
      noise: MinimumNoise.Summary(trace: 0.1 + 0.2, rank: 2)),
    ChainOutcome(
      kind: .censored, time: 3000, collapseTime: nil, steps: 3000, restingRank: 2,
      noise: MinimumNoise.Summary(trace: 0, rank: nil)),
    ChainOutcome(kind: .diverged, time: 17, collapseTime: nil, steps: 17),
  ]

  private func state(_ chain: UInt32, _ plan: EnsemblePlan, step: Int = 64) -> ChainState {
    let law = plan.arms[0].law
    return ChainState(
      chain: chain, step: step,
      network: Network(
        shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 1, index: 0), chain: chain
      ),
      watch: PassageWatch(rank: law.event.rank, horizon: law.horizon, follow: law.follow))
  }

  private func refusal(_ path: String, _ plan: EnsemblePlan) -> String? {
    do {
      _ = try EnsembleStore(path: path, plan: plan, studyText: "text")
      return nil
    } catch {
      return "\(error)"
    }
  }

  private func expectSentence(
    _ text: String?, _ path: String, _ part: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(text?.contains(part) == true, "\(text ?? "accepted")", sourceLocation: sourceLocation)
    #expect(
      text?.contains(path) == true && text?.contains("\n") == false, sourceLocation: sourceLocation)
  }

  @Test func whatIsWrittenIsRead() throws {
    let plan = try Plans.mixed()
    try Plans.inFolder { folder in
      let path = folder + "/e.sqlite"
      do {
        let store = try EnsembleStore(path: path, plan: plan, studyText: "the text\nof \"it\"")
        try store.checkpoint(
          arm: 0, finished: [(4, Self.outcomes[0]), (0, Self.outcomes[1])],
          running: [state(7, plan), state(2, plan)])
        try store.checkpoint(arm: 2, finished: [(1, Self.outcomes[2])], running: [])
        try store.checkpoint(
          arm: 0, finished: [(2, Self.outcomes[2])], running: [state(7, plan, step: 96)])
      }
      let store = try EnsembleStore(reading: path)
      #expect(try store.studyText() == "the text\nof \"it\"")
      #expect(try store.seed() == 2305 && store.identity() == "mixed")
      #expect(
        try Plans.rows(store, plan) == [
          .init(arm: 0, chain: 0, outcome: Self.outcomes[1]),
          .init(arm: 0, chain: 2, outcome: Self.outcomes[2]),
          .init(arm: 0, chain: 4, outcome: Self.outcomes[0]),
          .init(arm: 2, chain: 1, outcome: Self.outcomes[2]),
        ])
      #expect(try store.finishedChains(arm: 0, below: 4) == [0, 2])
      #expect(try store.outcome(arm: 0, chain: 4) == Self.outcomes[0])
      #expect(try store.outcome(arm: 1, chain: 4) == nil)
      // The finished chain's state is gone, the other's is the newest.
      #expect(try store.runningStates(arm: 0, below: 24) == [state(7, plan, step: 96)])
      #expect(try store.runningStates(arm: 0, below: 7).isEmpty)
    }
  }

  @Test func aClosedStoreIsOneFile() throws {
    let plan = try Plans.mixed()
    try Plans.inFolder { folder in
      let store = try EnsembleStore(path: folder + "/e.sqlite", plan: plan, studyText: "text")
      try store.checkpoint(arm: 0, finished: [(0, Self.outcomes[0])], running: [state(7, plan)])
      try store.close()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["e.sqlite"])
      try FileManager.default.copyItem(
        atPath: folder + "/e.sqlite", toPath: folder + "/copy.sqlite")
      let copy = try EnsembleStore(reading: folder + "/copy.sqlite")
      #expect(try copy.outcome(arm: 0, chain: 0) == Self.outcomes[0])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
    }
  }

  @Test func seedsOfAllBitsAreKept() throws {
    let mixed = try Plans.mixed()
    for seed in [0, 1 << 63, UInt64.max] {
      let plan = EnsemblePlan(name: "s", arms: mixed.arms, chains: 1, seed: seed, identity: "s")
      try Plans.inFolder { folder in
        let store = try EnsembleStore(path: folder + "/e.sqlite", plan: plan, studyText: "")
        #expect(try store.seed() == seed)
      }
    }
  }

  @Test func theArmsAreKeptWithTheirStreamsAndNumbers() throws {
    func arms(_ path: String) throws -> [[Int]] {
      try DatabaseQueue(path: path).read { database in
        try GRDB.Row.fetchAll(database, sql: "SELECT arm, stream, chains FROM arms ORDER BY arm")
          .map { [$0[0], $0[1], $0[2]] }
      }
    }
    try Plans.inFolder { folder in
      let path = folder + "/e.sqlite"
      _ = try EnsembleStore(path: path, plan: try Plans.ladder(), studyText: "text")
      let kept = [
        [0, 0, 20], [1, 0, 7], [2, 0, 20], [3, 0, 3], [4, 1, 20], [5, 1, 7], [6, 1, 20], [7, 1, 3],
      ]
      #expect(try arms(path) == kept)
      _ = try EnsembleStore(
        path: path, plan: try Plans.ladder(chains: 30, ofLangevin: nil), studyText: "text")
      #expect(try arms(path).map { $0[2] } == [30, 30, 30, 3, 30, 30, 30, 3])
    }
  }

  @Test func filesAndRunsAreKept() throws {
    let plan = try Plans.mixed()
    try Plans.inFolder { folder in
      let path = folder + "/e.sqlite"
      func store(_ files: [(name: String, text: String)]) throws -> EnsembleStore {
        try EnsembleStore(path: path, plan: plan, studyText: "text", files: files)
      }
      let first = try store([("a.csv", "1,\n"), ("b.csv", "2\n")])
      #expect(
        try first.files() == ["a.csv": "1,\n", "b.csv": "2\n"] && first.isEmpty()
          && first.sessions().isEmpty)
      try first.note(session: "one")
      try first.note(session: "two")
      try first.close()
      let second = try store([("a.csv", "3\n")])
      #expect(try second.files() == ["a.csv": "3\n"] && second.sessions() == ["one", "two"])
      #expect(try second.chains(ofArm: 0) == 24 && second.chains(ofArm: 9) == nil)
      try second.close()
    }
  }

  @Test func anotherStudyIsRefusedAndLeftAsItWas() throws {
    let plan = try Plans.mixed()
    try Plans.inFolder { folder in
      let path = folder + "/e.sqlite"
      do {
        let store = try EnsembleStore(path: path, plan: plan, studyText: "text")
        try store.checkpoint(arm: 0, finished: [(0, Self.outcomes[0])], running: [])
      }
      let before = FileManager.default.contents(atPath: path)
      expectSentence(
        refusal(path, try Plans.mixed(identity: "other")), path, "another study or seed ('mixed')")
      #expect(FileManager.default.contents(atPath: path) == before)
      #expect(refusal(path, try Plans.mixed(chains: 99)) == nil)
    }
  }

  @Test func whatIsNoStoreIsRefusedAndLeftAsItWas() throws {
    let plan = try Plans.mixed()
    try Plans.inFolder { folder in
      let text = folder + "/text.sqlite"
      try String(repeating: "not a database\n", count: 100).write(
        toFile: text, atomically: true, encoding: .utf8)
      expectSentence(refusal(text, plan), text, "not an ensemble of this version of rankfall")

      let foreign = folder + "/foreign.sqlite"
      try DatabaseQueue(path: foreign).write {
        try $0.execute(sql: "CREATE TABLE poems (line TEXT)")
      }
      let before = FileManager.default.contents(atPath: foreign)
      expectSentence(refusal(foreign, plan), foreign, "layout 0")
      #expect(FileManager.default.contents(atPath: foreign) == before)

      for layout in [1, 9] {
        let other = folder + "/layout\(layout).sqlite"
        _ = try EnsembleStore(path: other, plan: plan, studyText: "text")
        try DatabaseQueue(path: other).write {
          try $0.execute(sql: "PRAGMA user_version = \(layout)")
        }
        expectSentence(
          refusal(other, plan), other,
          "not an ensemble of this version of rankfall (layout \(layout))")
        #expect(throws: EnsembleStore.Failure.self) { try EnsembleStore(reading: other) }
      }

      expectSentence(
        refusal(folder + "/no/such/folder/e.sqlite", plan), folder, "cannot be written")
      #expect(throws: EnsembleStore.Failure.self) {
        try EnsembleStore(reading: folder + "/missing.sqlite")
      }
      #expect(!FileManager.default.fileExists(atPath: folder + "/missing.sqlite"))
    }
  }

  @Test func aDamagedFileIsRefusedInOneSentence() throws {
    let plan = try Plans.mixed(chains: 2_000)
    try Plans.inFolder { folder in
      let path = folder + "/e.sqlite"
      do {
        let store = try EnsembleStore(path: path, plan: plan, studyText: "text")
        try store.checkpoint(
          arm: 0, finished: (0..<2_000).map { (UInt32($0), Self.outcomes[0]) }, running: [])
      }
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(whole.count > 30_000)
      for damage in 0..<3 {
        var data = whole
        switch damage {
        case 0: data = whole.prefix(whole.count / 2)
        case 1:
          data.replaceSubrange(
            4_096..<whole.count, with: [UInt8](repeating: 0xA5, count: whole.count - 4_096))
        default: data.replaceSubrange(100..<4_096, with: [UInt8](repeating: 0x5A, count: 3_996))
        }
        try data.write(to: URL(fileURLWithPath: path))
        var sentence: String?
        do {
          let store = try EnsembleStore(path: path, plan: plan, studyText: "text")
          _ = try EnsembleRun(plan: plan, store: store, threads: 1).run { _ in }
        } catch {
          sentence = "\(error)"
        }
        expectSentence(sentence, path, "not an ensemble of this version of rankfall")
      }
    }
  }

  /// A checkpoint that does not fit the study would bring the engines down: it is refused before it
  /// reaches them.
  @Test(arguments: [
    "step = 65", "step = -32", "widths = '2 2'", "widths = '2 3 3 2'",
    "widths = '9223372036854775807 2 2 2'", "widths = ''",
    "widths = '2 2 0 2'",
    "watch = '{}'", "watch = 'x'", "weights = x'00'", "watch = replace(watch, '[null,null]', '[]')",
    "watch = replace(watch, '\"horizon\":3000', '\"horizon\":3001')", "chain = 4294967296",
    "step = 3040",
    "step = 4611686018427387904", "watch = replace(watch, '\"rank\":0', '\"rank\":1')",
    "watch = replace(watch, '\"stepsOfVisits\":0', '\"stepsOfVisits\":7')",
    "watch = replace(watch, '\"visitStart\":0', '\"visitStart\":-9223372036854775808')",
    "watch = replace(watch, 'visitStart', 'visit')",
    "watch = replace(watch, '[null,null]', '[null,65]')",
    "watch = replace(watch, '[null,null]', '[3,null]')",
    "watch = replace(watch, '[null,null]', '[null,3]')",
  ])
  func aDamagedCheckpointIsRefused(change: String) throws {
    let plan = try Plans.mixed(chains: 1 << 33)
    try Plans.inFolder { folder in
      let path = folder + "/e.sqlite"
      let store = try EnsembleStore(path: path, plan: plan, studyText: "text")
      try store.checkpoint(arm: 0, finished: [], running: [state(7, plan)])
      #expect(
        try store.runningStates(arm: 0, below: plan.chains).map {
          try ChainStateCoding.checked($0, law: plan.arms[0].law)
        }.count
          == 1)
      try DatabaseQueue(path: path).write { database in
        try database.execute(sql: "UPDATE running SET \(change)")
        #expect(database.changesCount == 1)
      }
      #expect(throws: ChainStateCoding.Damaged.self) {
        for state in try store.runningStates(arm: 0, below: plan.chains) {
          _ = try ChainStateCoding.checked(state, law: plan.arms[0].law)
        }
      }
    }
  }

  /// Additive noise does not commute with changes of basis, so its chains are never compressed.
  @Test func aCompressedStateIsNoneOfAnAdditiveRung() throws {
    let wide = try Laws.figure1(width: 20)
    let watch = PassageWatch(rank: 1, horizon: wide.horizon, follow: wide.follow)
    for (shape, compressed) in [(wide.shape, false), (wide.shape.compressed, true)] {
      let network = Network(
        shape: shape, law: wide.initialLaw, stream: RandomStream(seed: 1, index: 0), chain: 3)
      let state = ChainState(chain: 3, step: 64, network: network, watch: watch)
      for rung in [Rung.sgd, .gradientDescent, .gaussianMatched(substeps: 1)] {
        #expect(try ChainStateCoding.checked(state, law: wide.on(rung)) == state)
      }
      for rung in [
        Rung.langevin(.matched, substeps: 1), .langevin(.number(0), substeps: 1),
        .gaussianFrozen(substeps: 2),
      ] {
        if compressed {
          #expect(throws: ChainStateCoding.Damaged.self) {
            try ChainStateCoding.checked(state, law: wide.on(rung))
          }
        } else {
          #expect(try ChainStateCoding.checked(state, law: wide.on(rung)) == state)
        }
      }
    }
  }

  /// Waits out the store's five seconds.
  @Test func aLockedDatabaseIsSaidToBeInUse() throws {
    let plan = try Plans.mixed()
    try Plans.inFolder { folder in
      let path = folder + "/e.sqlite"
      let store = try EnsembleStore(path: path, plan: plan, studyText: "text")
      try DatabaseQueue(path: path).inDatabase { other in
        try other.execute(sql: "BEGIN IMMEDIATE")
        #expect {
          try store.checkpoint(arm: 0, finished: [(0, Self.outcomes[0])], running: [])
        } throws: {
          "\($0)" == "\(path): another run is using this folder"
        }
        try other.execute(sql: "ROLLBACK")
      }
      try store.checkpoint(arm: 0, finished: [(0, Self.outcomes[0])], running: [])
      #expect(try store.outcome(arm: 0, chain: 0) == Self.outcomes[0])
    }
  }
}
