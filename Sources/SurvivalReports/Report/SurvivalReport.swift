import Publishing
import Survival

/// The analysis of a data file: a document of tables, files of curves, and pictures.
public struct SurvivalReport {
  /// The tables, with a title.
  public let document: Document
  private let part: ReportPart

  /// The names of all files that a report can write, so that those of an earlier one do not stay beside a new one.
  private static let tables = [
    "summary", "quantiles", "at_risk", "tests", "log_rank", "pairs", "hazard_ratios", "proportionality", "rmst_differences",
    "rate_ratios",
    "outcomes", "incidence_at", "gray", "intervals", "laws", "law_parameters", "plateau",
  ]
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
    document = Document(
      title: "Survival analysis of \(DelimitedText.shown(data.file)), \(data.count) observations", tables: part.tables)
  }

  /// Writes the report in all formats: a CSV file for each table, report.txt, .md, .tex and .json, the curves, and pictures with their programs.
  ///
  /// Every file is complete before the first is put in its place. Where a picture fails, everything else is put in place, and the error says so.
  ///
  /// - Throws: `ReportError`.
  public func write(to folder: String, gnuplot: Gnuplot = Gnuplot()) throws {
    let files = try StagedFolder(folder)
    var names: [String] = []
    for table in document.tables {
      names.append(table.name + ".csv")
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
    let stale = Self.tables.map { $0 + ".csv" } + Self.figures.flatMap { [$0 + ".csv", $0 + ".gp", $0 + ".svg", $0 + ".png"] }
    try files.commit(names, removing: stale.filter { !names.contains($0) })
    if let reason = drawn.reason { throw ReportError.picture(files: drawn.missing, reason: reason) }
  }

  private static let figures = ["survival", "incidence", "turnbull", "hazard", "law_quantiles"]
}
