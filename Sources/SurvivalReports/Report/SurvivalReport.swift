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
    ("report.txt", .table), ("report.md", .markdown), ("report.tex", .latex), ("report.json", .json),
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

  /// Writes the report in all formats: a CSV file for each table, report.txt, .md, .tex and .json, the curves, and pictures with their programs.
  ///
  /// Every file is complete before the first is put in its place. Where a picture fails, everything else is put in place, and the error says so.
  ///
  /// - Throws: `ReportError`; `QuestionError` when the folder has files of these names that no earlier report has written.
  public func write(to folder: String, gnuplot: Gnuplot = Gnuplot()) throws {
    let files = try StagedFolder(folder)
    var names: [String] = []
    for table in document.tables {
      names.append(table.name + ".csv")
      let table = spreadsheetSafe ? table.spreadsheetSafe : table
      try files.write(table.name + ".csv", text: table.text(in: .csv))
    }
    for (name, format) in Self.documents {
      names.append(name)
      try files.write(name, text: document.text(in: format))
    }
    var pictures: [any Picture] = []
    for figure in part.figures {
      names.append(figure.name + ".csv")
      var picture: (any Picture)?
      try files.write(figure.name + ".csv") { picture = try figure.write(&$0) }
      if let picture { pictures.append(picture) }
    }
    for picture in pictures {
      names.append(picture.programFile)
      try files.write(picture.programFile, text: picture.program)
    }
    let drawn = Drawing(pictures, with: gnuplot, in: files.staging)
    names += drawn.files
    names.append(Self.list)
    try files.write(Self.list, text: names.sorted().joined(separator: "\n") + "\n")
    // An earlier report's files are replaced or go; nobody else's are touched.
    let earlier = Self.earlier(in: folder)
    if let taken = names.first(where: { !earlier.contains($0) && FileManager.default.fileExists(atPath: folder + "/" + $0) }) {
      throw QuestionError("\(folder)/\(taken) is there already and is not of an earlier report; name another folder")
    }
    try files.commit(names, removing: earlier.filter { !names.contains($0) })
    if let reason = drawn.reason { throw ReportError.picture(files: drawn.missing, reason: reason) }
  }

  /// The file that lists what a report has written, so that the next one knows what it may replace.
  private static let list = ".rankfall-survival"

  private static func earlier(in folder: String) -> [String] {
    guard let text = try? String(contentsOfFile: folder + "/" + list, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").map(String.init).filter { !$0.contains("/") }
  }
}
