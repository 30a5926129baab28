import Ensemble
import Foundation
import PaperReports
import Publishing
import Studies

/// Simulates a study's chains into a folder and writes its results: what `rankfall run` does, and
/// other commands begin with.
struct StudyRun {
  let study: Study
  let plan: EnsemblePlan
  let results: ResultsFolder
  let threads: Int?
  let isQuiet: Bool

  /// Runs to the end; leaves the process when a signal has stopped it. All files are written before
  /// the first word about them.
  ///
  /// - Parameter further: writes what comes beside the study's own results, from the outcomes of
  ///   the chains, and returns what there is to say of it.
  /// - Throws: `CommandFailure`.
  func run(further: (ReportFolder, StudyReport.Outcomes) throws -> [String] = { _, _ in [] }) throws
  {
    let words: [String]
    do {
      let folder = try ReportFolder(results.path)
      try StudyReport(study: study, plan: plan).check(folder)
      words = try run(in: folder, further)
    } catch let failure as CommandFailure {
      throw failure
    } catch EnsembleStore.Failure.anotherStudy(let path, let found, let identity) {
      throw CommandFailure(
        status: 1,
        description: "\(path) holds results of another study or seed ('\(found)'): "
          + PlanIdentity.differences(from: identity, to: plan.identity)
          + "; give another --output, or move that folder away")
    } catch let error as ReportError {
      throw CommandFailure(status: 1, description: "\(error)\(Self.kept(error, in: results))")
    } catch {
      throw CommandFailure.work(error)
    }
    if !isQuiet { for line in words { try StandardOutput.say(line) } }
  }

  /// How often the states of running chains are stored: every 4 seconds, or as the environment
  /// says. Results do not depend on it; verification/soak.py kills runs and wants states in the
  /// store.
  private static var checkpointSeconds: Double {
    let asked = ProcessInfo.processInfo.environment["RANKFALL_CHECKPOINT_SECONDS"].flatMap {
      Double($0)
    }
    return asked.map { max($0, 0.01) } ?? 4
  }

  /// What is still there where files of results could not be written.
  private static func kept(_ error: ReportError, in results: ResultsFolder) -> String {
    guard case .file = error, FileManager.default.fileExists(atPath: results.database) else {
      return ""
    }
    return
      "; the chains are kept in \(results.database), and the same command writes the rest when that is mended"
  }

  private func run(
    in folder: ReportFolder, _ further: (ReportFolder, StudyReport.Outcomes) throws -> [String]
  ) throws -> [String] {
    let store = try EnsembleStore(
      path: results.database, plan: plan, studyText: study.text,
      files: study.matrices.map { ($0.name, $0.text) })
    var words: [String]
    do {
      words = try simulate(store, folder)
      words += try further(folder, outcomes(in: store))
    } catch {
      try? store.close()
      throw error
    }
    try store.close()
    return words
  }

  /// Runs the ensemble, writes what it came to, and returns what there is to say.
  private func simulate(_ store: EnsembleStore, _ folder: ReportFolder) throws -> [String] {
    let threads = self.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let run = EnsembleRun(
      plan: plan, store: store, threads: threads, checkpointSeconds: Self.checkpointSeconds)
    let progress = ProgressLine(isShown: !isQuiet)
    if try run.isDone(), results.isComplete(for: study, plan: plan) {
      return ["all \(plan.totalChains) chains are there already: \(folder.path)/summary.md"]
    }
    let check = StudyCheck(plan, threads: threads)
    for warning in check.warnings { Rankfall.complain("warning: \(study.file): \(warning)") }
    let earlier = earlierSessions(in: store, folder)
    let started = Date()
    let (summary, signal) = try SignalWatch.shared.during(
      { try run.run { progress.show($0) } }, stop: { run.stop() })
    progress.end()
    let facts = RunFacts(
      started: started, finished: Date(), threads: threads, chainSteps: summary.progress.steps)
    if summary.progress.steps > 0 || summary.progress.ended > 0 {
      try store.note(session: Session(facts).text())
    }
    if let signal {
      try store.close()
      Rankfall.complain(
        "stopped by signal \(signal) with \(summary.progress.done) of \(summary.progress.chains) chains done and the rest kept; "
          + "the same command goes on from here")
      SignalWatch.end(signal)
    }
    if summary.progress.steps == 0, summary.progress.ended == 0 {
      try store.note(session: Session(facts).text())
    }
    let cautions = try StudyReport(study: study, plan: plan).write(
      to: folder, check: check, run: facts, earlier: earlier,
      later: FigureFiles.names + RegimeReport.names, outcomes: outcomes(in: store))
    for caution in cautions { Rankfall.complain("warning: \(study.file): \(caution)") }
    return [
      "\(summary.progress.done) chains, \(summary.progress.entries) entries: \(folder.path)/summary.md"
    ]
  }

  /// The runs into this folder before this one: as the store has them, or, where it is of a version
  /// that noted none, as the provenance has.
  private func earlierSessions(in store: EnsembleStore, _ folder: ReportFolder) -> [Session] {
    let noted = ((try? store.sessions()) ?? []).compactMap { Session(text: $0) }
    guard noted.isEmpty, let written = try? Provenance(of: folder.path),
      written.isOfChains(of: plan), (try? store.isEmpty()) == false
    else { return noted }
    let sessions = [written.computed] + written.later
    for session in sessions { try? store.note(session: (try? session.text()) ?? "") }
    return sessions
  }

  /// What a store hands out of the plan's chains.
  private func outcomes(in store: EnsembleStore) -> StudyReport.Outcomes {
    { arm, visit in
      try store.forEachOutcome(arm: arm, below: plan.chains(ofArm: arm)) {
        try visit($0.chain, $0.outcome)
      }
    }
  }
}
