import Foundation
import Testing

@testable import Studies

/// docs/tables.md against the tables of the program and those of `results/`, both ways.
@Suite("The page of columns") struct ColumnPageTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What the page says of a table.
  private struct Section {
    var keys: Set<String> = []
    /// Whether the table has a column for each swept key as well.
    var isSwept = false
  }

  private static func page() throws -> String {
    try String(contentsOf: root.appendingPathComponent("docs/tables.md"), encoding: .utf8)
  }

  /// The sections of the page by their tables.
  private static func sections() throws -> [String: Section] {
    var sections: [String: Section] = [:]
    for text in try page().components(separatedBy: "\n### ").dropFirst() {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      var section = Section()
      for line in lines where line.hasPrefix("| ") {
        let cell = line.split(separator: "|")[0]
        section.isSwept = section.isSwept || cell.contains("one for each swept key")
        section.keys.formUnion(cell.matches(of: /`([^`]+)`/).map { String($0.1) })
      }
      sections[String(lines[0])] = section
    }
    return sections
  }

  /// A table of `results/`: its name on the page, its folder and its columns.
  private struct Found {
    let name: String
    let folder: URL
    let keys: [String]
  }

  private static func found() throws -> [Found] {
    let results = root.appendingPathComponent("results")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: results.path).sorted()
    return try paths.filter { $0.hasSuffix(".csv") }.map { path in
      let file = results.appendingPathComponent(path)
      let folder = file.deletingLastPathComponent()
      let line = try FileHandle(forReadingFrom: file).read(upToCount: 1 << 14) ?? Data()
      let header = String(decoding: line.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      let landscape = folder.appendingPathComponent("landscape.md").path
      let isOfLandscape = FileManager.default.fileExists(atPath: landscape)
      return Found(
        name: (isOfLandscape ? "landscape/" : "") + file.lastPathComponent, folder: folder,
        keys: header.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    }
  }

  /// The columns that the program gives a table of the study whose results are in a folder.
  private static func columns(_ table: any StudyTable.Type, in folder: URL) throws -> [String] {
    let written = try #require(try Provenance(of: folder.path), "\(folder.path)")
    let text = try #require(written.study.text)
    let study = try Study(text: text, file: folder.path + "/the study")
    return table.words(of: TableShape(try study.plan())).flatMap(\.column.keys)
  }

  @Test("It has the sections of the program's tables, word for word; `make tables` writes them")
  func program() throws {
    let text = try #require(ColumnPage.text())
    #expect(try Self.page().contains("\n\n" + text + "\n## "))
  }

  @Test("Every table of results/ has a section, and every column of it a row there")
  func results() throws {
    let sections = try Self.sections()
    for table in try Self.found() {
      guard let section = sections[table.name] else {
        Issue.record("docs/tables.md has no section \(table.name), a table of \(table.folder.path)")
        continue
      }
      if let kind = StudyTables.all.first(where: { $0.file == table.name }) {
        let columns = try Self.columns(kind, in: table.folder)
        #expect(table.keys == columns, "\(table.folder.path)/\(table.name)")
      } else {
        let own = table.keys.filter { !section.keys.contains($0) }
        #expect(
          own.allSatisfy { section.isSwept && $0.contains(".") },
          "docs/tables.md does not explain \(own) of \(table.folder.path)/\(table.name)")
      }
    }
  }

  @Test("Every section is of a table that there is, and every row of it of a column")
  func page() throws {
    let found = Dictionary(grouping: try Self.found(), by: \.name)
    let tables = Set(StudyTables.all.map { $0.file })
    for (name, section) in try Self.sections() where !tables.contains(name) {
      let keys = Set(found[name, default: []].flatMap(\.keys))
      let own = section.keys.subtracting(keys).sorted()
      #expect(!section.keys.isEmpty && own.isEmpty, "no table \(name) has \(own)")
    }
  }

  @Test("Every column says what it means, and every table what a row is")
  func words() {
    for table in StudyTables.all {
      let words = table.words(of: .general)
      #expect(!table.about.isEmpty && Set(words.flatMap(\.column.keys)).count >= words.count)
      for word in words {
        #expect(!word.meaning.isEmpty && (word.kind != .whole || word.unit != nil), "\(table.name)")
      }
    }
    #expect(Set(ColumnPage.names).count == StudyTables.all.count)
    #expect(ColumnPage.text(of: "chains")?.contains("| `collapse_time` |") == true)
    #expect(ColumnPage.text(of: "no-such-table") == nil)
  }
}
