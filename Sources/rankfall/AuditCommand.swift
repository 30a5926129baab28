import AbsorbingSets
import ArgumentParser
import Audits
import Chains
import Ensemble
import Foundation
import Ladder
import PaperReports
import Publishing
import Studies

/// `rankfall audit`: absorption tested, not assumed.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Test absorption: look for exits from B_r among the moves that SGD has.",
    discussion: """
      SGD on N observed entries has N moves, and N^k words of k moves. At points that the study's chains visit in B_r after their entry, and at \
      points pushed to its edge, all of them are tried. The report has the share of points from which there is an exit, the shortest exiting word, \
      and the largest alpha for which none was found. Arms of rungs other than sgd are left out.

      With --output, every table and a counter-example of each kind is written; --replay goes through a counter-example again.
      """)

  @Argument(help: "The study file, or - for standard input.")
  var study: String?
  @Option(help: "A counter-example to go through again, in place of a study.")
  var replay: String?
  @Option(help: "How many chains of each arm are run to their entry.")
  var chains: Int = 64
  @Option(help: "How many points of each chain are looked at.")
  var points: Int = 16
  @Option(
    help:
      "How many steps after the entry points lie. (default: the event's follow, or 2000 where that is 0)"
  )
  var window: Int?
  @Option(
    help: "k, the longest word of moves. (default: the longest with at most 2000 words, at least 1)"
  )
  var depth: Int?
  @Option(
    help:
      "The step at which a chain that has not entered is given up. (default: the study's, at most 10000000)"
  )
  var horizon: Int?
  @Option(
    parsing: .unconditional, help: "alpha, in place of the study's.", transform: CommandNumber.read)
  var alpha: Double?
  @Option(
    name: .customLong("epsilon1"), parsing: .unconditional,
    help: "epsilon1, in place of the study's.",
    transform: CommandNumber.read)
  var epsilon1: Double?
  @Option(
    name: .customLong("epsilon2"), parsing: .unconditional,
    help: "epsilon2, in place of the study's.",
    transform: CommandNumber.read)
  var epsilon2: Double?
  @Option(
    parsing: .unconditional, help: "C, in place of the study's.", transform: CommandNumber.read)
  var bound: Double?
  @Flag(help: "Leave out the search for the largest alpha, which costs several audits.")
  var skipAlpha = false
  @Option(help: "The seed of every random number, in place of the study's.")
  var seed: UInt64?
  @Option(
    help: "How many threads work; the results do not depend on it. (default: one a processor)")
  var threads: Int?
  @Option(help: "The format of standard output: table, csv, json, markdown or latex.")
  var format: TableFormat = .table
  @Option(help: "A folder for the tables and the counter-examples.")
  var output: String?

  /// The options of a search, which going through a counter-example again does not use.
  private static let searchOptions = [
    "chains", "points", "window", "depth", "horizon", "alpha", "epsilon1", "epsilon2", "bound",
    "skip-alpha", "seed", "threads",
    "output",
  ]

  /// The longest horizon where nobody asks for more.
  private static let horizonByDefault = 10_000_000
  /// How many steps after the entry points lie where the study does not follow its chains.
  private static let windowByDefault = 2000

  mutating func validate() throws {
    try ThreadLimit.check(threads)
    guard (study == nil) != (replay == nil) else {
      throw ValidationError("either a study file or --replay FILE is needed")
    }
    try GivenArguments.check(path: study, "the study")
    try GivenArguments.check(path: replay, "--replay")
    try GivenArguments.check(path: output, "--output")
    if replay != nil {
      try GivenArguments.refuse(
        Self.searchOptions, "with --replay: a counter-example says all by itself")
    }
  }

  func run() throws {
    if let replay {
      let (document, isConfirmed) = try Self.replay(of: replay)
      try StandardOutput.show(document.text(in: format))
      guard isConfirmed else {
        throw CommandFailure(status: 1, description: "\(replay): the exit is not confirmed")
      }
      return
    }
    let folder = try CommandFailure.asWork { try output.map { try ReportFolder($0) } }
    let report = try report(on: study ?? "")
    let document = try CommandFailure.asWork { try report.document() }
    try StandardOutput.publish(document, in: format, to: folder) { try report.write(to: $0) }
  }

  private func report(on file: String) throws -> AuditReport {
    let study: Study
    var planned: [(index: Int, arm: Arm, law: ChainLaw, plan: AuditPlan)] = []
    do {
      study = try Study(contentsOf: file)
      study.sayWarnings()
      for (index, arm) in study.arms.enumerated() where arm.law.rung == .sgd {
        let law = try audited(arm.law)
        planned.append((index, arm, law, try plan(law)))
      }
    } catch {
      throw CommandFailure.refused(error)
    }
    guard !planned.isEmpty else {
      throw CommandFailure(
        status: 2,
        description:
          "\(file): there is no arm of sgd, and no other rung has N moves that could be tried")
    }
    return AuditReport(
      study: study.name,
      arms: planned.map { item in
        AuditReport.Audited(
          arm: item.arm, index: item.index, law: item.law, seed: seed ?? study.seed,
          plan: item.plan, searchesAlpha: !skipAlpha)
      },
      others: study.arms.filter { $0.law.rung != .sgd }.map(\.name))
  }

  /// The arm's law with the constants of the command line.
  private func audited(_ law: ChainLaw) throws -> ChainLaw {
    let set = law.event
    return law.watched(
      for: try AbsorbingSet(
        rank: set.rank, alpha: alpha ?? set.alpha, epsilon1: epsilon1 ?? set.epsilon1,
        epsilon2: epsilon2 ?? set.epsilon2,
        bound: bound ?? set.bound, balance: set.balance),
      horizon: law.horizon, follow: law.follow)
  }

  private func plan(_ law: ChainLaw) throws -> AuditPlan {
    try AuditPlan(
      problem: law.problem, chains: chains, pointsPerChain: points,
      window: window ?? min(law.follow > 0 ? law.follow : Self.windowByDefault, AuditPlan.longest),
      depth: depth,
      horizon: horizon ?? min(law.horizon, Self.horizonByDefault),
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  private static func replay(of file: String) throws -> (document: Document, isConfirmed: Bool) {
    do {
      let example = try CounterExample(contentsOf: file)
      let replay = CounterExampleReplay(example)
      return (replay.document(example), replay.isConfirmed)
    } catch {
      throw CommandFailure(status: 2, description: "\(file): \(error)")
    }
  }
}
