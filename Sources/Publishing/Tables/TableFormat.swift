/// A format of tables.
public enum TableFormat: String, CaseIterable, Sendable {
  /// Aligned text for a terminal.
  case table
  /// Comma-separated values, for machines.
  case csv
  /// JSON, for machines.
  case json
  /// Markdown with tables as GitHub has them.
  case markdown
  /// LaTeX with the rules of the package booktabs.
  case latex

  /// The extension of its files.
  public var fileExtension: String {
    switch self {
    case .table: "txt"
    case .csv: "csv"
    case .json: "json"
    case .markdown: "md"
    case .latex: "tex"
    }
  }

  var renderer: any TableRenderer.Type {
    switch self {
    case .table: AlignedText.self
    case .csv: CSV.self
    case .json: JSON.self
    case .markdown: Markdown.self
    case .latex: LaTeX.self
    }
  }
}

/// Spells tables and documents in one format. Every text ends with a line break.
protocol TableRenderer {
  static func text(_ table: Table) -> String
  static func text(_ document: Document) -> String
}

/// A format for readers: parts one after the other, a blank line between.
protocol ReaderRenderer: TableRenderer {
  static func title(_ text: String) -> String
  static func paragraph(_ text: String) -> String
}

extension ReaderRenderer {
  static func text(_ document: Document) -> String {
    let opening = [title(document.title)] + document.paragraphs.map(paragraph)
    return (opening + document.tables.map(text) + document.notes.map(paragraph)).joined(
      separator: "\n")
  }
}
