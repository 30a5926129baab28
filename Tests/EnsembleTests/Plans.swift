import Chains
import DeepLinear
import Foundation
import Ladder
import TestKit
import Testing

@testable import Ensemble

/// Small plans, and what their stores hold.
enum Plans {
  /// Two arms in pair lanes and one that begins at full width.
  static func mixed(chains: Int = 24, identity: String = "mixed") throws -> EnsemblePlan {
    let laws = [
      try Laws.figure1(horizon: 3_000, follow: 200),
      try Laws.figure1(depth: 4, horizon: 2_000, follow: 200),
      try Laws.figure1(width: 20, horizon: 2_500, follow: 200),
    ]
    let arms = laws.enumerated().map {
      Arm(dynamics: "sgd", swept: [], law: $0.element, stream: UInt32($0.offset))
    }
    return EnsemblePlan(name: "mixed", arms: arms, chains: chains, seed: 2305, identity: identity)
  }

  /// Rungs of two points that share their point's stream, some with a number of chains of their
  /// own.
  static func ladder(chains: Int = 20, ofLangevin: Int? = 7) throws -> EnsemblePlan {
    let rungs: [(Rung, Int?)] = [
      (.sgd, nil), (.langevin(.matched, substeps: 1), ofLangevin),
      (.langevin(.number(1e-4), substeps: 2), nil),
      (.gaussianFrozen(substeps: 1), 3),
    ]
    var arms: [Arm] = []
    for (stream, depth) in [3, 4].enumerated() {
      for (rung, chains) in rungs {
        let law = try Laws.figure1(depth: depth, horizon: 2_500, follow: 300).on(rung)
        arms.append(
          Arm(dynamics: rung.name, swept: [], law: law, stream: UInt32(stream), chains: chains))
      }
    }
    return EnsemblePlan(name: "ladder", arms: arms, chains: chains, seed: 9, identity: "ladder")
  }

  /// What is kept otherwise than chains in pair lanes: additive noise at full width to the end,
  /// rungs that are compressed, chains that are judged by gradient descent.
  static func wideAndQuenched(chains: Int = 5) throws -> EnsemblePlan {
    let wide = try Laws.figure1(width: 20, horizon: 900, follow: 300)
    let laws = [
      wide.on(.langevin(.matched, substeps: 2)), wide.on(.gaussianFrozen(substeps: 1)),
      wide.on(.gaussianMatched(substeps: 1)),
      wide.on(.sgdBatch(2), judge: .quenched(every: 32, looks: 3)),
      try Laws.figure1(horizon: 900).on(.sgd, judge: .quenched(every: 32, looks: 2)),
      try Laws.threeByFour(depth: 3, horizon: 900).on(.sgdShuffled, judge: .quenched(every: 64)),
    ]
    return EnsemblePlan(
      name: "kept", arms: laws.map { Arm(dynamics: $0.rung.name, swept: [], law: $0, stream: 0) },
      chains: chains, seed: 4,
      identity: "kept")
  }

  /// Chains that are recorded and have offshoots: in pair lanes, at full width and then in lanes,
  /// at full width to the end.
  static func recorded(chains: Int = 12) throws -> EnsemblePlan {
    let recording = Recording(
      points: .init(every: 100, chains: 5),
      offshoots: .init(at: [0, 300, 1_500], steps: 400, learningRate: 0.02, ridge: 0.001))
    let narrow = try Laws.figure1(horizon: 2_000, follow: 100)
    let wide = try Laws.figure1(width: 20, horizon: 2_000, follow: 100)
    let laws = [narrow, wide, wide.on(.langevin(.matched, substeps: 1))].map {
      $0.with(recording: recording)
    }
    return EnsemblePlan(
      name: "recorded",
      arms: laws.map { Arm(dynamics: $0.rung.name, swept: [], law: $0, stream: 0) }, chains: chains,
      seed: 6,
      identity: "recorded")
  }

  /// Chains that never enter and run long: whatever is kept of them is kept on their way.
  static func endless(chains: Int = 20, horizon: Int = 600_000) throws -> EnsemblePlan {
    let calm = try Laws.figure1()
    let law = ChainLaw(
      motion: Motion(
        problem: calm.problem, shape: calm.shape, initialLaw: calm.initialLaw, convention: .figures,
        schedule: try Schedule(phases: [.init(steps: nil, learningRate: 0.03, ridge: 0.05)])),
      watch: Watch(event: calm.event, horizon: horizon, follow: 0))
    return EnsemblePlan(
      name: "endless", arms: [Arm(dynamics: "sgd", swept: [], law: law, stream: 0)], chains: chains,
      seed: 1, identity: "endless")
  }

  /// Every row of a plan's store.
  static func rows(_ store: EnsembleStore, _ plan: EnsemblePlan) throws -> [EnsembleStore.Row] {
    var rows: [EnsembleStore.Row] = []
    for arm in plan.arms.indices {
      try store.forEachOutcome(arm: arm, below: plan.chains(ofArm: arm)) { rows.append($0) }
    }
    return rows
  }

  /// Runs a plan to its end in a new store.
  static func rows(_ plan: EnsemblePlan, threads: Int) throws -> [EnsembleStore.Row] {
    try inFolder { folder in
      let store = try EnsembleStore(path: folder + "/e.sqlite", plan: plan, studyText: "text")
      let summary = try EnsembleRun(
        plan: plan, store: store, threads: threads, checkpointSeconds: 0.01
      ).run { _ in }
      #expect(summary.isComplete && summary.progress.done == plan.totalChains)
      return try rows(store, plan)
    }
  }

  /// Runs `body` with an empty folder that is removed afterwards.
  static func inFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "rankfall-\(UUID().uuidString)"
    ).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}

extension ChainLaw {
  /// The same law on another rung, or judged otherwise.
  func on(_ rung: Rung, judge: Watch.Judge = .state) -> ChainLaw {
    var law = with(rung: rung, judge: judge)
    law.recording = .none
    return law
  }
}
