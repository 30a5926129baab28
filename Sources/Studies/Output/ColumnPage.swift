import Publishing

/// What the columns of a study's tables mean, in Markdown: a section for each table.
public enum ColumnPage {
  /// The names of the tables, as `summary`.
  public static var names: [String] { StudyTables.all.map { $0.name } }

  /// The sections of all tables, or that of one; nil where there is no such table.
  public static func text(of name: String? = nil) -> String? {
    let found = StudyTables.all.filter { name == nil || $0.name == name }
    return found.isEmpty ? nil : found.map { section($0) }.joined(separator: "\n")
  }

  private static func section(_ table: any StudyTable.Type) -> String {
    var lines = ["### \(table.file)", "", table.about, ""]
    lines += ["| column | meaning | type | unit |", "|---|---|---|---|"]
    lines += table.words(of: .general).map(row)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ words: ColumnWords) -> String {
    let keys = words.shown ?? words.column.keys.map { "`\($0)`" }.joined(separator: ", ")
    return "| \(keys) | \(words.meaning) | \(words.kind.rawValue) | \(words.unit ?? "") |"
  }
}
