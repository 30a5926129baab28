import Foundation
import Publishing
import Studies

/// The paper's theorems at a study's values: the constants, the hypotheses, and what the ensemble measured.
public struct BoundsReport {
  /// The tables, with words before them.
  public let document: Document

  private static let documents: [(name: String, format: TableFormat)] = [
    ("bounds.txt", .table), ("bounds.md", .markdown), ("bounds.tex", .latex), ("bounds.json", .json),
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
      SettingTable.table(points, sweptKeys: keys), ConstantTables.closed(points), ConstantTables.reached(points),
      HypothesisTable.table(points), ReadingTable.table(points),
    ]
    do {
      let arms = try MeasuredArm.read(study, from: results)
      let isKnown = try Self.areKnown(to: study, results)
      paragraphs += BoundsProse.measured(arms)
      var measured = MeasuredTable.table(arms, sweptKeys: keys)
      if !isKnown {
        measured.notes.append("There is no \(results)/provenance.json that says whether these results are of this study.")
      }
      tables.append(measured)
    } catch {
      guard !isRequired else { throw BoundsError(error.sentence) }
      paragraphs.append("Nothing measured is shown beside the theorems: \(error.sentence).")
    }
    document = Document(
      title: "The theorems at the values of \(study.name)", paragraphs: paragraphs, tables: tables.filter { !$0.rows.isEmpty })
  }

  /// Writes a CSV file for each table, and the whole as bounds.txt, .md, .tex and .json.
  ///
  /// Every file is complete before the first is put in its place; other files of the folder are left alone.
  ///
  /// - Throws: `ReportError`; `BoundsError` when the folder has files of these names that no earlier report has written.
  public func write(to folder: String) throws {
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
    names.append(Self.list)
    try files.write(Self.list, text: names.sorted().joined(separator: "\n") + "\n")
    let earlier = Self.earlier(in: folder)
    if let taken = names.first(where: { !earlier.contains($0) && FileManager.default.fileExists(atPath: folder + "/" + $0) }) {
      throw BoundsError("\(folder)/\(taken) is there already and is not of an earlier report; name another folder")
    }
    try files.commit(names, removing: earlier.filter { !names.contains($0) })
  }

  private static func earlier(in folder: String) -> [String] {
    guard let text = try? String(contentsOfFile: folder + "/" + list, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").map(String.init).filter { !$0.contains("/") }
  }

  /// Whether the results say which chains they are of, and these are the study's, under whatever seed.
  ///
  /// - Throws: `ResultsAbsence` where they are of other chains.
  private static func areKnown(to study: Study, _ results: String) throws(ResultsAbsence) -> Bool {
    struct Written: Decodable {
      let seed: UInt64
      let identity_sha256: String
    }
    guard let data = FileManager.default.contents(atPath: results + "/provenance.json"),
      let written = try? JSONDecoder().decode(Written.self, from: data), let plan = try? study.plan(seed: written.seed)
    else { return false }
    guard StudyReport.identityDigest(of: plan) == written.identity_sha256 else {
      throw ResultsAbsence("\(results) has the results of another study, or of this one at other values")
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
