import Chains
import Foundation
import Ladder
import RandomStreams
import TestKit
import Testing

@testable import Ensemble

/// The rows of an ensemble are a function of its plan.
@Suite struct EnsembleRunTests {
  @Test func theRowsAreTheChainsOfTheWorkers() throws {
    let plan = try Plans.mixed()
    let rows = try Plans.rows(plan, threads: 1)
    #expect(rows.map(\.chain) == [Int](0..<24) + [Int](0..<24) + [Int](0..<24))
    #expect(rows.map(\.arm) == (0..<3).flatMap { [Int](repeating: $0, count: 24) })
    let expected = plan.arms.enumerated().flatMap { index, arm in
      outcomes(of: arm.law, stream: RandomStream(seed: 2305, index: UInt32(index)), chains: 0..<24)
    }
    #expect(rows.map(\.outcome) == expected.compactMap { $0 })
    for threads in [2, 3] {
      #expect(try Plans.rows(plan, threads: threads) == rows, "\(threads) threads")
    }
  }

  @Test func theRungsOfAPointShareItsStream() throws {
    let plan = try Plans.ladder()
    let rows = try Plans.rows(plan, threads: 2)
    let counts = [20, 7, 20, 3, 20, 7, 20, 3]
    #expect(plan.arms.indices.map(plan.chains(ofArm:)) == counts && plan.totalChains == 100)
    #expect(
      rows.map(\.arm)
        == counts.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) })
    #expect(rows.map(\.chain) == counts.flatMap { [Int](0..<$0) })
    let expected = plan.arms.enumerated().flatMap { index, arm in
      outcomes(
        of: arm.law, stream: RandomStream(seed: 9, index: UInt32(index / 4)),
        chains: 0..<UInt32(counts[index]))
    }
    #expect(rows.map(\.outcome) == expected.compactMap { $0 })
  }

  @Test(arguments: [1, 2]) func stoppedAgainAndAgainTheRowsAreTheSame(threads: Int) throws {
    for plan in [
      try Plans.endless(), try Plans.mixed(chains: 40), try Plans.ladder(),
      try Plans.wideAndQuenched(), try Plans.recorded(),
    ] {
      let straight = try Plans.rows(plan, threads: threads)
      try Plans.inFolder { folder in
        var (stops, ended, delay) = (0, 0, 0.002)
        while true {
          // A new store each time, as a new process would open it.
          let store = try EnsembleStore(path: folder + "/e.sqlite", plan: plan, studyText: "text")
          let run = EnsembleRun(
            plan: plan, store: store, threads: threads, checkpointSeconds: 0.003)
          let timer = Thread { [delay] in
            Thread.sleep(forTimeInterval: delay)
            run.stop()
          }
          timer.start()
          let summary = try run.run { _ in }
          ended += summary.progress.ended
          if summary.isComplete {
            #expect(try Plans.rows(store, plan) == straight)
            break
          }
          stops += 1
          delay *= 1.3
        }
        #expect(stops > 0)
        // Nothing was done twice.
        #expect(ended == plan.totalChains)
      }
    }
  }

  @Test func moreChainsContinueFewer() throws {
    let (few, many) = (try Plans.mixed(chains: 10), try Plans.mixed(chains: 25))
    let fresh = try Plans.rows(many, threads: 2)
    try Plans.inFolder { folder in
      let path = folder + "/e.sqlite"
      var store = try EnsembleStore(path: path, plan: few, studyText: "text")
      _ = try EnsembleRun(plan: few, store: store, threads: 2).run { _ in }
      let before = try Plans.rows(store, few)
      #expect(before == fresh.filter { $0.chain < 10 })
      store = try EnsembleStore(path: path, plan: many, studyText: "text")
      let summary = try EnsembleRun(plan: many, store: store, threads: 2).run { _ in }
      #expect(
        summary.progress.doneBefore == 30 && summary.progress.ended == 45 && summary.isComplete)
      #expect(try Plans.rows(store, many) == fresh)
      // Fewer again: all is there, and nothing is lost.
      store = try EnsembleStore(path: path, plan: few, studyText: "text")
      let again = try EnsembleRun(plan: few, store: store, threads: 2).run { _ in }
      #expect(again.progress.ended == 0 && again.progress.steps == 0 && again.isComplete)
      #expect(again.progress.entries == before.count { $0.outcome.kind == .entered })
      #expect(try Plans.rows(store, many) == fresh)
    }
  }

  @Test func eachArmContinuesToItsOwnNumber() throws {
    let (few, many) = (
      try Plans.ladder(chains: 4, ofLangevin: 9), try Plans.ladder(chains: 11, ofLangevin: 2)
    )
    let fresh = try Plans.rows(try Plans.ladder(chains: 11, ofLangevin: 9), threads: 2)
    try Plans.inFolder { folder in
      let path = folder + "/e.sqlite"
      var store = try EnsembleStore(path: path, plan: few, studyText: "text")
      _ = try EnsembleRun(plan: few, store: store, threads: 2).run { _ in }
      store = try EnsembleStore(path: path, plan: many, studyText: "text")
      let summary = try EnsembleRun(plan: many, store: store, threads: 2).run { _ in }
      // Of sgd and the warm langevin 4 are there and 11 wanted, of the matched one 9 and 2, of
      // gaussian-frozen 3 and 3: twice.
      #expect(
        summary.progress.doneBefore == 2 * (4 + 4 + 2 + 3) && summary.progress.ended == 2 * (7 + 7)
          && summary.isComplete)
      #expect(summary.progress.chains == 2 * (11 + 11 + 2 + 3) && many.totalChains == 54)
      // Chains that are not wanted now are kept.
      #expect(try Plans.rows(store, try Plans.ladder(chains: 11, ofLangevin: 9)) == fresh)
    }
  }

  @Test func twoRunsAtOnceDoEachOtherNoHarm() throws {
    let plan = try Plans.mixed(chains: 60)
    let straight = try Plans.rows(plan, threads: 1)
    try Plans.inFolder { folder in
      let path = folder + "/e.sqlite"
      let stores = try (0..<2).map { _ in
        try EnsembleStore(path: path, plan: plan, studyText: "text")
      }
      let other = EnsembleRun(plan: plan, store: stores[1], threads: 1, checkpointSeconds: 0.002)
      let done = DispatchSemaphore(value: 0)
      Thread {
        _ = try? other.run { _ in }
        done.signal()
      }.start()
      _ = try EnsembleRun(plan: plan, store: stores[0], threads: 1, checkpointSeconds: 0.003).run {
        _ in
      }
      done.wait()
      #expect(try Plans.rows(stores[0], plan) == straight)
    }
  }

  @Test func aStopBeforeTheStartKeepsEverything() throws {
    let plan = try Plans.mixed()
    try Plans.inFolder { folder in
      let store = try EnsembleStore(path: folder + "/e.sqlite", plan: plan, studyText: "text")
      let run = EnsembleRun(plan: plan, store: store, threads: 2)
      run.stop()
      let summary = try run.run { _ in }
      #expect(!summary.isComplete && summary.progress.done == 0)
      #expect(try Plans.rows(store, plan).isEmpty)
    }
  }
}
