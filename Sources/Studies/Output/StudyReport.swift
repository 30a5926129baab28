import Chains
import Ensemble
import Foundation
import Ladder
import Publishing
import SurvivalReports

/// Writes the results of a study: each chain, curves, incidences and hazards with their pictures, the tables of the arms, how arms of one sweep
/// point compare, and provenance.json.
///
/// Everything but provenance.json is the same to the byte for the same outcomes. Memory: 17 to 33 bytes a chain of one arm at a time,
/// and about as much again for each distinct time while its curve is estimated; 17 bytes a chain of every arm that is compared with another.
public struct StudyReport: Sendable {
  /// Hands out the outcomes of one arm: calls `visit` for each chain, in the order of their indices.
  public typealias Outcomes = (_ arm: Int, _ visit: (_ chain: Int, _ outcome: ChainOutcome) throws -> Void) throws -> Void

  /// The study.
  public let study: Study
  /// The plan that was run.
  public let plan: EnsemblePlan
  private let gnuplot: Gnuplot

  /// Makes a report on a plan of a study.
  public init(study: Study, plan: EnsemblePlan) {
    self.init(study: study, plan: plan, gnuplot: "gnuplot")
  }

  /// The SHA-256 of a plan's identity, as provenance.json has it.
  public static func identityDigest(of plan: EnsemblePlan) -> String { Provenance.sha256(plan.identity) }

  /// The files that results of a plan have in any case, whatever its chains come to.
  public static func files(of plan: EnsemblePlan) -> [String] {
    let points = SweepPoint.compared(plan)
    let laws = plan.arms.map(\.law)
    var files =
      ArmFiles.names + [
        "summary.csv", "summary.md", "outcomes.csv", "plateau.csv", "resting.csv", CheckTable.file, "provenance.json",
      ]
      + drawn("survival")
    if laws.contains(where: { $0.follow > 0 }) { files.append("directions.csv") }
    if laws.contains(where: \.rung.family.isAdditive) { files.append("temperature.csv") }
    if !points.isEmpty { files += ComparisonReport.files + drawn("compare") }
    if !ArmPair.arms(points, laws: laws).isEmpty { files.append(PairTable.file) }
    files += RecordFiles.names(plan)
    if laws.contains(where: { $0.recording.offshoots != nil }) { files.append("branches.csv") }
    return files
  }

  init(study: Study, plan: EnsemblePlan, gnuplot: String) {
    self.study = study
    self.plan = plan
    self.gnuplot = Gnuplot(name: gnuplot)
  }

  /// Writes all results to a folder.
  ///
  /// Every file is complete before the first is put in its place, so a failure leaves earlier results as they were; except that when only the
  /// picture fails, the tables are put in place, pictures of earlier results are removed, and the error says so.
  ///
  /// - Parameters:
  ///   - check: What gradient descent said of the study before its chains ran; nil where nobody asked.
  ///   - run: The run that has come to these outcomes.
  ///   - earlier: The runs before it into the same folder.
  /// - Returns: What a reader is to be warned of before the numbers.
  /// - Throws: `ReportError`, or what `outcomes` throws.
  @discardableResult
  public func write(
    to folder: ReportFolder, check: StudyCheck? = nil, run: RunFacts, earlier: [Session] = [], outcomes: Outcomes
  ) throws -> [String] {
    let files = try folder.stage()
    var arms = try ArmFiles.opened(in: files, plan: plan)
    for (index, arm) in plan.arms.enumerated() { try arms.add(arm, index: index, outcomes: outcomes) }
    let records = arms.records
    let comparisons = try ArmComparison.all(SweepPoint.compared(plan), records)
    let pairs = try ArmPair.all(SweepPoint.compared(plan), records)
    let pictures = pictures(arms, comparisons)
    try arms.finish()
    let tables = try tables(records)
    var texts = tables.map { ($0.name + ".csv", $0.text(in: .csv)) }
    if let check { texts.append((CheckTable.file, try CheckTable.table(check, sweptKeys: study.sweptKeys).text(in: .csv))) }
    if !comparisons.isEmpty {
      texts += ComparisonReport(study: study, plan: plan, rows: comparisons, pairs: pairs, check: check).texts
    }
    let cautions = ArmCautions.lines(records)
    let prose = SummaryProse(
      study: study, arms: plan.arms, isCompared: !comparisons.isEmpty,
      notes: (check?.lines ?? []) + study.warnings + cautions)
    texts.append(("summary.md", prose.markdown(tables[0], further: Array(tables.dropFirst()))))
    for (name, text) in texts { try files.write(name, text: text) }
    for matrix in study.matrices { try files.write(matrix.copy, text: matrix.text) }
    let provenance = Provenance(study: study, plan: plan, run: run, earlier: earlier)
    try files.write(Self.provenance, text: try provenance.json())
    try files.draw(pictures, with: gnuplot)
    let written = try? Provenance(of: folder.path)
    let isOfSameChains = written?.isOf(plan) ?? false
    let copies = written?.matrices?.compactMap(\.copy) ?? []
    try files.commit(
      removing: Self.optionalFiles + copies + (isOfSameChains ? [] : Self.laterFiles), last: Self.provenance, setsAside: true)
    return cautions
  }

  /// Refuses a folder in which the copies of the study's matrices would replace files that no results have written.
  ///
  /// - Throws: `ReportError.taken`.
  public func check(_ folder: ReportFolder) throws(ReportError) {
    let written = (try? Provenance(of: folder.path))?.matrices?.compactMap(\.copy) ?? []
    for matrix in study.matrices where !written.contains(matrix.copy) {
      let path = folder.path + "/" + matrix.copy
      guard let data = FileManager.default.contents(atPath: path), data != Data(matrix.text.utf8) else { continue }
      throw .taken(path: path)
    }
  }

  /// The file that says that the others are there.
  static let provenance = "provenance.json"

  /// The tables of the arms, the summary first.
  private func tables(_ records: [ArmRecord]) throws -> [Table] {
    let summaries = records.map(\.summary)
    let always = [
      SummaryTable(study: study).table(summaries), OutcomeTable.table(summaries),
      PlateauTable.table(key: "arm", summaries.map { (String($0.index), $0.plateau) }),
    ]
    return always + (DirectionTable.table(records).map { [$0] } ?? []) + [try RestingTable.table(records)]
      + (TemperatureTable.table(records).map { [$0] } ?? []) + (try BranchTable.table(records).map { [$0] } ?? [])
  }

  /// What can be drawn of the arms: incidences where chains end in more than one way, comparisons where there are any.
  private func pictures(_ arms: borrowing ArmFiles, _ comparisons: [ArmComparison]) -> [any Picture] {
    let title: PictureText = "\(study.name): \(ArmWords.conventions(study.arms))"
    var pictures: [any Picture] = [SurvivalPicture(study: study, curves: arms.curves).picture]
    if arms.records.contains(where: { $0.summary.endings.dropLast().count { $0.share.events > 0 } > 1 }) {
      pictures.append(
        arms.incidences.picture(
          title: title, time: "Time (steps)", end: SurvivalPicture.end(of: plan.arms), of: "Fraction of chains that have ended so"))
    }
    if let hazard = arms.hazards.picture(title: title, time: "Time (steps)", of: "Hazard (entries per step at risk)") {
      pictures.append(hazard)
    }
    if !comparisons.isEmpty { pictures.append(ComparisonPicture(study: study, rows: comparisons).picture) }
    return pictures
  }

  /// Every file that results need not have, so that those of earlier results do not stay beside new ones.
  private static let optionalFiles =
    ["survival", "incidence", "hazard", "compare"].flatMap(drawn) + ComparisonReport.files
    + ["directions.csv", "temperature.csv", PairTable.file, CheckTable.file, "paths.csv", "offshoots.csv", "branches.csv"]

  /// Files that other commands write beside a study's own: what they say is of the results that were there, so they go when the chains are others.
  private static let laterFiles =
    ["figure", "regimes"].flatMap(drawn) + ["verdicts.csv", "verdicts.md", "regimes.csv", "regimes.md", "figure.csv"]
    + ["cells", "halves", "paths", "success"].map { "figure-\($0).csv" }

  /// The files of a picture.
  private static func drawn(_ name: String) -> [String] { [".gp", ".svg", ".png"].map { name + $0 } }
}
