import ArgumentParser
import Ensemble
import Foundation
import Studies

/// `rankfall run`: simulates a study's chains and writes its results.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulate a study and write its tables, picture and provenance.",
    discussion: """
      Running a study again goes on where the last run stopped, or does nothing when all is there; more --chains continue fewer. \
      The same study and seed give the same files, at any number of threads and after any number of interruptions.
      """)

  @Argument(help: "The study file.")
  var study: String
  @Option(help: "The folder of the results. (default: results/<study>)")
  var output: String?
  @Option(help: "How many chains every arm is to have in all, in place of the study's numbers.")
  var chains: Int?
  @Option(help: "The seed of every random number, in place of the study's.")
  var seed: UInt64?
  @Option(help: "How many threads move chains. (default: one a processor)")
  var threads: Int?
  @Flag(help: "Say nothing unless something is wrong.")
  var quiet = false

  mutating func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): a whole number from 1 to 1024 is needed")
    }
  }

  func run() throws {
    let (study, plan): (Study, EnsemblePlan)
    do {
      study = try Study(contentsOf: self.study)
      plan = try study.plan(chains: chains, seed: seed)
    } catch {
      throw CommandFailure.refused(error)
    }
    let results = ResultsFolder(path: output ?? "results/\(study.name)")
    do {
      try results.make()
      let lock = try FolderLock(results.path)
      defer { extendLifetime(lock) }
      let store = try EnsembleStore(path: results.database, plan: plan, studyText: study.text)
      let signal: Int32?
      do {
        signal = try simulate(study, plan, store, results)
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
  private func simulate(
    _ study: Study, _ plan: EnsemblePlan, _ store: EnsembleStore, _ results: ResultsFolder
  ) throws -> Int32? {
    let threads = self.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let run = EnsembleRun(plan: plan, store: store, threads: threads)
    let signals = SignalWatch { run.stop() }
    let progress = ProgressLine(isShown: !quiet)
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
    try StudyReport(study: study, plan: plan).write(to: results.path, run: facts) { arm, visit in
      try store.forEachOutcome(arm: arm, below: plan.chains(ofArm: arm)) { try visit($0.chain, $0.outcome) }
    }
    say("\(summary.progress.done) chains, \(summary.progress.entries) entries: \(results.path)/summary.md")
    return nil
  }

  private func say(_ message: String) {
    if !quiet { print(message) }
  }
}
