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

  fileprivate static func line(_ cells: [String]) -> String {
    // An empty line is no row to most readers, so a row of one empty cell is quoted.
    (cells == [""] ? "\"\"" : cells.joined(separator: ",")) + "\n"
  }

  fileprivate static func cell(_ value: MachineValue) -> String {
    switch value {
    case .text(let text): TableText.csv(text)
    case .count(let count): String(count)
    case .number(let number): TableText.csv(number)
    case .missing: ""
    }
  }
}

/// The lines of a CSV file that is written as its rows come.
public struct CSVRows: Sendable {
  private let columns: [TableColumn]

  /// Lines of these columns.
  public init(_ columns: [TableColumn]) { self.columns = columns }

  /// The first line: the keys.
  public var header: String { CSV.line(columns.flatMap(\.keys).map { TableText.csv($0) }) }

  /// The line of a row.
  ///
  /// - Precondition: It has a cell for each column that fits its shape.
  public func line(_ row: [Cell]) -> String {
    precondition(
      row.count == columns.count, "a row of \(row.count) cells for \(columns.count) columns")
    var cells: [String] = []
    cells.reserveCapacity(columns.count)
    for (cell, column) in zip(row, columns) {
      precondition(cell.fits(column.shape), "a cell does not fit its column \(column.key)")
      for value in cell.values(in: column) { cells.append(CSV.cell(value)) }
    }
    return CSV.line(cells)
  }
}
