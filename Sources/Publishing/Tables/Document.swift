/// Several tables that belong together, with a title and words around them.
public struct Document: Equatable, Sendable {
  /// The title.
  public var title: String
  /// What stands before the tables.
  public var paragraphs: [String]
  /// The tables.
  public private(set) var tables: [Table] = []
  /// What stands behind the tables.
  public var notes: [String]

  /// Makes a document.
  ///
  /// - Precondition: The names of the tables differ.
  public init(title: String, paragraphs: [String] = [], tables: [Table] = [], notes: [String] = [])
  {
    self.title = title
    self.paragraphs = paragraphs
    self.notes = notes
    for table in tables { append(table) }
  }

  /// Appends a table.
  ///
  /// - Precondition: No other table has its name.
  public mutating func append(_ table: Table) {
    precondition(!tables.contains { $0.name == table.name }, "two tables are named \(table.name)")
    tables.append(table)
  }

  /// The document with texts in its tables that spreadsheets do not take for formulas.
  public var spreadsheetSafe: Document {
    Document(
      title: title, paragraphs: paragraphs, tables: tables.map(\.spreadsheetSafe), notes: notes)
  }

  /// The whole document in a format. Formats for machines hold the tables only:
  ///
  /// - CSV: the tables with a blank line between; where there are several, a line `# name` before
  ///   each.
  /// - JSON: an object with a key for each table's name and an array of its rows.
  ///
  /// For CSV files, write each table's own text to a file of its name.
  public func text(in format: TableFormat) -> String { format.renderer.text(self) }
}
