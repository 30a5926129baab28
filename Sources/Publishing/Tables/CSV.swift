/// Tables as comma-separated values (RFC 4180, with line feeds): a row of keys, then the rows. Numbers have all their digits.
enum CSV: TableRenderer {
  static func text(_ table: Table) -> String {
    let rows = table.rows.map { row in zip(row, table.columns).flatMap { $0.values(in: $1) }.map(cell) }
    return ([table.keys.map { TableText.csv($0) }] + rows).map(line).joined()
  }

  static func text(_ document: Document) -> String {
    guard document.tables.count > 1 else { return document.tables.map { text($0) }.joined() }
    return document.tables.map { "# \(TableText.oneLine($0.name))\n" + text($0) }.joined(separator: "\n")
  }

  private static func line(_ cells: [String]) -> String {
    // An empty line is no row to most readers, so a row of one empty cell is quoted.
    (cells == [""] ? "\"\"" : cells.joined(separator: ",")) + "\n"
  }

  private static func cell(_ value: MachineValue) -> String {
    switch value {
    case .text(let text): TableText.csv(text)
    case .count(let count): String(count)
    case .number(let number): TableText.csv(number)
    case .missing: ""
    }
  }
}
