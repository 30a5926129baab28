import Chains
import Ensemble
import Foundation
import Ladder
import Publishing

/// Writes the results of a study: its tables and their pictures, summary.md, what compares its
/// arms, and provenance.json.
///
/// Everything but provenance.json is the same to the byte for the same outcomes. Memory: 17 to 33
/// bytes a chain of one arm at a time, and about as much again for each distinct time while its
/// curve is estimated; 17 bytes a chain of every arm that is compared with another.
public struct StudyReport: Sendable {
  /// Hands out the outcomes of one arm: calls `visit` for each chain, in the order of their
  /// indices.
  public typealias Outcomes = (
    _ arm: Int, _ visit: (_ chain: Int, _ outcome: ChainOutcome) throws -> Void
  ) throws -> Void

  /// The study.
  public let study: Study
  /// The plan that was run.
  public let plan: EnsemblePlan
  private let gnuplot: Gnuplot

  /// Makes a report on a plan of a study.
  public init(study: Study, plan: EnsemblePlan) {
    self.init(study: study, plan: plan, gnuplot: "gnuplot")
  }

  init(study: Study, plan: EnsemblePlan, gnuplot: String) {
    self.study = study
    self.plan = plan
    self.gnuplot = Gnuplot(name: gnuplot)
  }

  /// The files that results of a plan have in any case, whatever its chains come to.
  public static func files(of plan: EnsemblePlan) -> [String] {
    let tables = StudyTables.of(plan)
    let pictures = tables.filter { $0.drawing == .always }.flatMap { $0.pictureFiles }
    let pages = [summary] + (ComparisonTable.applies(to: plan) ? ComparisonReport.files : [])
    return tables.map { $0.file } + pictures + pages + [Provenance.file]
  }

  /// Writes all results to a folder.
  ///
  /// Every file is complete before the first is put in its place, so a failure leaves earlier
  /// results as they were; except that when only the picture fails, the tables are put in place,
  /// pictures of earlier results are removed, and the error says so.
  ///
  /// - Parameters:
  ///   - check: What gradient descent said of the study before its chains ran; nil where nobody
  ///     asked.
  ///   - run: The run that has come to these outcomes.
  ///   - earlier: The runs before it into the same folder.
  ///   - later: Files that other commands make of these results. They go when the chains are
  ///     others.
  /// - Returns: What a reader is to be warned of before the numbers.
  /// - Throws: `ReportError`, or what `outcomes` throws.
  @discardableResult
  public func write(
    to folder: ReportFolder, check: StudyCheck? = nil, run: RunFacts, earlier: [Session] = [],
    later: [String] = [], outcomes: Outcomes
  ) throws -> [String] {
    let stage = try folder.stage()
    let tables = StudyTables.of(plan).map { $0.opened(plan, in: stage) }
    let findings = try findings(check, tables, outcomes)
    for table in tables { try table.finish(findings) }
    let cautions = ArmCautions.lines(findings.records)
    let shown = tables.compactMap(\.shown)
    try stage.write(Self.summary, text: SummaryProse(findings, cautions: cautions).markdown(shown))
    if !findings.comparisons.isEmpty {
      let texts = try ComparisonReport(findings).texts()
      for (name, text) in zip(ComparisonReport.files, texts) { try stage.write(name, text: text) }
    }
    for matrix in study.matrices { try stage.write(matrix.copy, text: matrix.text) }
    let provenance = Provenance(study: study, plan: plan, run: run, earlier: earlier)
    try stage.write(Provenance.file, text: try provenance.json())
    try stage.draw(tables.compactMap { $0.picture(of: findings) }, with: gnuplot)
    let written = try? Provenance(of: folder.path)
    let copies = written?.matrices?.compactMap(\.copy) ?? []
    let isOfSameChains = written?.isOf(plan) ?? false
    try stage.commit(
      removing: Self.possibleFiles + copies + (isOfSameChains ? [] : later), last: Provenance.file,
      setsAside: true)
    return cautions
  }

  /// Counts all chains, arm by arm, and tells the tables of them.
  private func findings(
    _ check: StudyCheck?, _ tables: [any OpenTable], _ outcomes: Outcomes
  ) throws -> StudyFindings {
    let points = SweepPoint.compared(plan)
    let compared = Set(points.flatMap(\.arms))
    var ranks = GaussianRank(seed: plan.seed)
    var records: [ArmRecord] = []
    for (index, arm) in plan.arms.enumerated() {
      var tally = ArmTally(arm, index: index)
      try outcomes(index) { chain, outcome in
        try tally.add(outcome)
        let chain = CountedChain(arm: arm, index: index, chain: chain, outcome: outcome)
        for table in tables { try table.write(chain) }
      }
      let counted = try tally.counted(isCompared: compared.contains(index), ranks: &ranks)
      records.append(counted.record)
      for table in tables { try table.write(counted) }
    }
    return StudyFindings(
      study: study, plan: plan, records: records,
      comparisons: try ArmComparison.all(points, records), pairs: try ArmPair.all(points, records),
      check: check)
  }

  /// Refuses a folder in which the copies of the study's matrices would replace files that no
  /// results have written.
  ///
  /// - Throws: `ReportError.taken`.
  public func check(_ folder: ReportFolder) throws(ReportError) {
    let written = (try? Provenance(of: folder.path))?.matrices?.compactMap(\.copy) ?? []
    for matrix in study.matrices where !written.contains(matrix.copy) {
      let path = folder.path + "/" + matrix.copy
      guard let data = FileManager.default.contents(atPath: path), data != Data(matrix.text.utf8)
      else {
        continue
      }
      throw .taken(path: path)
    }
  }

  /// The page that one begins with.
  private static let summary = "summary.md"

  /// Every file that results can have, so that those of earlier results do not stay beside new
  /// ones.
  private static var possibleFiles: [String] {
    StudyTables.all.flatMap { [$0.file] + $0.pictureFiles } + ComparisonReport.files
  }
}
