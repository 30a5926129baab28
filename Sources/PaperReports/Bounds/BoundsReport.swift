import Foundation
import Publishing
import Studies

/// The paper's theorems at a study's values: the constants, the hypotheses, and what the ensemble
/// measured.
public struct BoundsReport {
  /// The tables, with words before them.
  public let document: Document

  private static let documents: [(name: String, format: TableFormat)] = [
    ("bounds.txt", .table), ("bounds.md", .markdown), ("bounds.tex", .latex),
    ("bounds.json", .json),
  ]
  /// The file that lists what a report has written, so that the next one knows what it may replace.
  private static let list = ".rankfall-bounds"

  /// Evaluates the theorems.
  ///
  /// - Parameters:
  ///   - results: The folder of the study's results, which need not be there.
  ///   - isRequired: Whether results that cannot be shown are an error.
  /// - Throws: `BoundsError` for required results that are not there, or of another study.
  public init(_ study: Study, results: String, isRequired: Bool = false) throws(BoundsError) {
    let points = BoundsPoint.points(of: study)
    let keys = study.sweptKeys.filter { $0 != "convention" }
    var paragraphs = BoundsProse.paragraphs(points, sweptKeys: keys)
    var tables = [
      SettingTable.table(points, sweptKeys: keys), ConstantTables.closed(points),
      ConstantTables.reached(points),
      HypothesisTable.table(points), ReadingTable.table(points),
    ]
    do {
      let arms = try MeasuredArm.read(study, from: results)
      let isKnown = try Self.areKnown(to: study, results)
      paragraphs += BoundsProse.measured(arms)
      var measured = MeasuredTable.table(arms, sweptKeys: keys)
      if !isKnown {
        measured.notes.append(
          "There is no \(results)/provenance.json that says whether these results are of this study."
        )
      }
      tables.append(measured)
    } catch {
      guard !isRequired else { throw BoundsError(error.sentence) }
      paragraphs.append("Nothing measured is shown beside the theorems: \(error.sentence).")
    }
    document = Document(
      title: "The theorems at the values of \(study.name)", paragraphs: paragraphs,
      tables: tables.filter { !$0.rows.isEmpty })
  }

  /// A folder for a report, held for it before the work.
  ///
  /// - Throws: `ReportError`, also when it has files of the report's names that no earlier report
  ///   has written.
  public static func folder(_ path: String) throws(ReportError) -> ReportFolder {
    let folder = try ReportFolder(path)
    try folder.check(documents.map(\.name), listedIn: list)
    return folder
  }

  /// Writes a CSV file for each table, and the whole as bounds.txt, .md, .tex and .json.
  ///
  /// Every file is complete before the first is put in its place; other files of the folder are
  /// left alone.
  ///
  /// - Throws: `ReportError`.
  public func write(to folder: ReportFolder) throws {
    try folder.write(
      document.tables.map { ReportFile($0) }
        + Self.documents.map { ReportFile($0.name, text: document.text(in: $0.format)) },
      .listed(in: Self.list))
  }

  /// Whether the results say which chains they are of, and these are the study's, under whatever
  /// seed.
  ///
  /// - Throws: `ResultsAbsence` where they are of other chains.
  private static func areKnown(to study: Study, _ results: String) throws(ResultsAbsence) -> Bool {
    guard let written = try? Provenance(of: results), let plan = try? study.plan(seed: written.seed)
    else { return false }
    guard written.isOfChains(of: plan) else {
      throw ResultsAbsence(
        "\(results) has the results of another study, or of this one at other values")
    }
    return true
  }
}

/// Why the theorems cannot be shown as asked.
public struct BoundsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// One sentence for a person.
  public let description: String

  init(_ description: String) { self.description = description }
}
