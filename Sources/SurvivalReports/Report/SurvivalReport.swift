import DataFiles
import Foundation
import Publishing
import Survival

/// The analysis of a data file: a document of tables, files of curves, and pictures.
public struct SurvivalReport {
  /// The tables, with a title.
  public let document: Document
  private let part: ReportPart
  private let spreadsheetSafe: Bool

  private static let documents: [(name: String, format: TableFormat)] = [
    ("report.txt", .table), ("report.md", .markdown), ("report.tex", .latex),
    ("report.json", .json),
  ]

  /// Answers the questions.
  ///
  /// - Throws: `QuestionError` where the data cannot answer one; `SurvivalError`.
  public init(_ data: SurvivalData, _ questions: SurvivalQuestions) throws {
    var part: ReportPart
    if let uppers = data.uppers {
      part = try Self.intervals(data, uppers, questions)
    } else {
      part = try Self.curves(data, questions)
      if let causes = data.causes { part.append(try Self.incidence(data, causes, questions)) }
    }
    self.part = part
    spreadsheetSafe = questions.spreadsheetSafe
    document = Document(
      title:
        "Survival analysis of \(DelimitedText.shown(data.file)), \(data.count) \(data.count == 1 ? "observation" : "observations")",
      tables: part.tables + [SettingsTable.table(data, questions)])
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

  /// Writes the report in all formats: a CSV file for each table, report.txt, .md, .tex and .json,
  /// the curves, and pictures with their programs.
  ///
  /// Every file is complete before the first is put in its place. Where a picture fails, everything
  /// else is put in place, and the error says so. An earlier report's files are replaced or go;
  /// nobody else's are touched.
  ///
  /// - Throws: `ReportError`.
  public func write(to folder: ReportFolder, gnuplot: Gnuplot = Gnuplot()) throws {
    let tables = document.tables.map { ReportFile(spreadsheetSafe ? $0.spreadsheetSafe : $0) }
    let documents = Self.documents.map { ReportFile($0.name, text: document.text(in: $0.format)) }
    try folder.write(
      tables + documents + part.figures.map { ReportFile($0.name + ".csv", $0.write) },
      with: gnuplot, .listed(in: Self.list))
  }

  /// The file that lists what a report has written, so that the next one knows what it may replace.
  private static let list = ".rankfall-survival"
}
