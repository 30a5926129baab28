/// A table: what it says, apart from how any format spells it.
public struct Table: Equatable, Sendable {
  /// Its name for machines: the stem of a file, the key in a JSON document, the label in LaTeX.
  public let name: String
  /// Its title for readers.
  public let title: String
  /// Its columns.
  public let columns: [TableColumn]
  /// Its rows, a cell for each column.
  public private(set) var rows: [[Cell]] = []
  /// What readers must know, below the table: a paragraph each.
  public var notes: [String]

  /// Makes a table.
  ///
  /// - Precondition: All keys of the columns differ, and every row has a cell for each column that
  ///   fits its shape.
  public init(
    _ name: String, title: String, columns: [TableColumn], rows: [[Cell]] = [], notes: [String] = []
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.notes = notes
    precondition(
      Set(keys).count == keys.count, "two columns of the table \(name) have the same key")
    for row in rows { append(row) }
  }

  /// Appends a row.
  ///
  /// - Precondition: It has a cell for each column that fits its shape; `missing` fits every shape.
  public mutating func append(_ row: [Cell]) {
    precondition(
      row.count == columns.count,
      "a row of the table \(name) has \(row.count) cells for \(columns.count) columns")
    for (cell, column) in zip(row, columns) {
      precondition(
        cell.fits(column.shape), "a cell of the table \(name) does not fit its column \(column.key)"
      )
    }
    rows.append(row)
  }

  /// The table with texts that spreadsheets do not take for formulas (`TableText.spreadsheetSafe`).
  public var spreadsheetSafe: Table {
    var table = self
    table.rows = rows.map { row in
      row.map { cell in
        guard case .text(let text) = cell else { return cell }
        return .text(TableText.spreadsheetSafe(text))
      }
    }
    return table
  }

  /// The keys of all columns to a machine, in order.
  public var keys: [String] { columns.flatMap(\.keys) }

  /// The table in a format.
  public func text(in format: TableFormat) -> String { format.renderer.text(self) }
}
