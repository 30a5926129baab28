import Ensemble
import Foundation
import Studies

/// Simulates a study's chains into a folder and writes its results: what `rankfall run` does, and other commands begin with.
struct StudyRun {
  let study: Study
  let plan: EnsemblePlan
  let results: ResultsFolder
  let threads: Int?
  let isQuiet: Bool

  /// Runs to the end; leaves the process when a signal has stopped it.
  ///
  /// - Parameter further: writes what comes beside the study's own results, from the outcomes of the chains.
  /// - Throws: `CommandFailure`.
  func run(further: (StudyReport.Outcomes) throws -> Void = { _ in }) throws {
    do {
      try results.make()
      let lock = try FolderLock(results.path)
      defer { extendLifetime(lock) }
      let store = try EnsembleStore(path: results.database, plan: plan, studyText: study.text)
      let signal: Int32?
      do {
        signal = try simulate(store)
        if signal == nil { try further(outcomes(in: store)) }
      } catch {
        try? store.close()
        throw error
      }
      try store.close()
      if let signal { Foundation.exit(128 + signal) }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure.work(error)
    }
  }

  /// Runs the ensemble and writes what it came to; returns the signal that has stopped it, if one has.
  private func simulate(_ store: EnsembleStore) throws -> Int32? {
    let threads = self.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let run = EnsembleRun(plan: plan, store: store, threads: threads)
    let signals = SignalWatch { run.stop() }
    let progress = ProgressLine(isShown: !isQuiet)
    let started = Date()
    let summary = try run.run { progress.show($0) }
    progress.end()
    if let signal = signals.received {
      Rankfall.complain(
        "stopped by signal \(signal) with \(summary.progress.done) of \(summary.progress.chains) chains done and the rest kept; "
          + "the same command goes on from here")
      return signal
    }
    if summary.progress.ended == 0, results.isComplete(for: study, plan: plan) {
      say("all \(plan.totalChains) chains are there already: \(results.path)/summary.md")
      return nil
    }
    let facts = RunFacts(started: started, finished: Date(), threads: threads, chainSteps: summary.progress.steps)
    try StudyReport(study: study, plan: plan).write(to: results.path, run: facts, outcomes: outcomes(in: store))
    say("\(summary.progress.done) chains, \(summary.progress.entries) entries: \(results.path)/summary.md")
    return nil
  }

  /// What a store hands out of the plan's chains.
  private func outcomes(in store: EnsembleStore) -> StudyReport.Outcomes {
    { arm, visit in try store.forEachOutcome(arm: arm, below: plan.chains(ofArm: arm)) { try visit($0.chain, $0.outcome) } }
  }

  private func say(_ message: String) {
    if !isQuiet { print(message) }
  }
}
