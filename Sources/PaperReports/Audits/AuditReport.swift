import Audits
import Chains
import Ensemble
import Foundation
import Publishing
import RandomStreams

/// What `rankfall audit` says of a study: tables of the points that were searched, of the exits,
/// and of the largest alpha without one.
public struct AuditReport: Sendable {
  /// One arm that was audited.
  public struct Audited: Sendable {
    /// The arm's index in the study.
    public let index: Int
    /// The arm's name: `sgd, network.depth = 3`.
    public let name: String
    /// The audit.
    public let audit: Audit
    /// What it has found.
    public let result: AuditResult
    /// The searches for the largest alpha; none where they were not asked for, or no chain has
    /// entered.
    public let alphas: [AlphaSearch]

    /// Audits an arm.
    ///
    /// - Parameter searchesAlpha: Whether to look for the largest alpha without an exit, too: it
    ///   costs several audits.
    public init(
      arm: Arm, index: Int, law: ChainLaw, seed: UInt64, plan: AuditPlan, searchesAlpha: Bool
    ) {
      self.index = index
      name = arm.name
      let audit = Audit(law: law, stream: RandomStream(seed: seed, index: arm.stream), plan: plan)
      let result = audit.result(law.event)
      self.audit = audit
      self.result = result
      alphas =
        searchesAlpha && result.chains > 0
        ? AlphaSearch.Scope.allCases.map { AlphaSearch(audit, known: result, scope: $0) } : []
    }

    /// The groups with an exit.
    var exits: [AuditExit] { result.groups.compactMap(\.shortest) }
  }

  /// The study's name.
  public let study: String
  /// The arms that were audited.
  public let arms: [Audited]
  /// The names of the arms that were not, because their rung is another.
  public let others: [String]

  /// Makes a report.
  public init(study: String, arms: [Audited], others: [String]) {
    (self.study, self.arms, self.others) = (study, arms, others)
  }

  /// Everything on one page. Intervals are exact, at 95 %.
  ///
  /// - Throws: What the interval of a proportion throws, which counts of points never cause.
  public func document() throws -> Document {
    let tables = AuditTables(self)
    var list = [tables.chains, try tables.audit()]
    if arms.contains(where: { !$0.exits.isEmpty }) { list.append(tables.exits) }
    if arms.contains(where: { !$0.alphas.isEmpty }) { list.append(try tables.alpha()) }
    return Document(
      title: "Is B_r absorbing? \(study)",
      paragraphs: try arms.flatMap { try AuditWords($0).sentences } + AuditWords.left(others),
      tables: list, notes: AuditWords.notes)
  }

  /// Writes audit.md, a CSV file for each table, and every counter-example to a folder;
  /// counter-examples of earlier audits there are removed.
  ///
  /// - Throws: `ReportError`, or what `document` throws.
  public func write(to folder: ReportFolder) throws {
    let document = try document()
    let files =
      [ReportFile("audit.md", text: document.text(in: .markdown))]
      + document.tables.map { ReportFile($0) }
      + (try counterExamples.map { ReportFile($0.name, text: try $0.example.json()) })
    let earlier = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let examples = earlier.filter { $0.wholeMatch(of: /counterexample-\d+\.json/) != nil }
    try folder.write(files, .named(stale: examples + ["audit-exits.csv", "audit-alpha.csv"]))
  }

  /// The counter-examples by the names of their files: one for each arm, kind and phase with an
  /// exit, in the order of the table.
  public var counterExamples: [(name: String, example: CounterExample)] {
    let found = arms.flatMap { arm in
      arm.exits.map {
        CounterExample($0, law: arm.audit.law, set: arm.result.set, study: study, arm: arm.index)
      }
    }
    return found.enumerated().map { (Self.file($0), $1) }
  }

  /// The name of the file of counter-example `index`, counted from 0.
  static func file(_ index: Int) -> String {
    "counterexample-" + (index < 9 ? "0" : "") + "\(index + 1).json"
  }
}
