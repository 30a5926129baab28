/// Tables as comma-separated values (RFC 4180, with line feeds): a row of keys, then the rows.
/// Numbers have all their digits.
enum CSV: TableRenderer {
  static func text(_ table: Table) -> String {
    let rows = CSVRows(table.columns)
    return rows.header + table.rows.map { rows.line($0) }.joined()
  }

  static func text(_ document: Document) -> String {
    guard document.tables.count > 1 else { return document.tables.map { text($0) }.joined() }
    return document.tables.map { "# \(TableText.oneLine($0.name))\n" + text($0) }.joined(
      separator: "\n")
  }

  /// The values of a cell, with commas between them.
  fileprivate static func cells(_ cell: Cell, _ shape: TableColumn.Shape) -> String {
    switch cell {
    case .text(let text): TableText.csv(text)
    case .count(let count): String(count)
    case .number(let value, _), .pValue(let value): TableText.csv(value)
    case .estimate(let estimate):
      "\(TableText.csv(estimate.value)),\(TableText.csv(estimate.lower)),\(TableText.csv(estimate.upper))"
    case .value(let value, let error): "\(TableText.csv(value)),\(TableText.csv(error))"
    case .missing:
      switch shape {
      case .single: ""
      case .standardError: ","
      case .interval: ",,"
      }
    }
  }
}

/// The lines of a CSV file that is written as its rows come.
public struct CSVRows: Sendable {
  private let columns: [TableColumn]

  /// Lines of these columns.
  public init(_ columns: [TableColumn]) { self.columns = columns }

  /// The first line: the keys.
  public var header: String {
    columns.flatMap(\.keys).map { TableText.csv($0) }.joined(separator: ",") + "\n"
  }

  /// The line of a row.
  ///
  /// - Precondition: It has a cell for each column that fits its shape.
  public func line(_ row: [Cell]) -> String {
    precondition(
      row.count == columns.count, "a row of \(row.count) cells for \(columns.count) columns")
    var line = ""
    for (place, (cell, column)) in zip(row, columns).enumerated() {
      precondition(cell.fits(column.shape), "a cell does not fit its column \(column.key)")
      if place > 0 { line += "," }
      line += CSV.cells(cell, column.shape)
    }
    // An empty line is no row to most readers, so a row of one empty cell is quoted.
    return (line.isEmpty ? "\"\"" : line) + "\n"
  }
}
