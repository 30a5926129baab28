import Foundation

/// Tables as JSON (RFC 8259): an array with an object for each row, its keys in the order of the
/// columns; a document as an object of them.
enum JSON: TableRenderer {
  static func text(_ table: Table) -> String { array(table, indent: "") + "\n" }

  static func text(_ document: Document) -> String {
    let members = document.tables.map { "  \(string($0.name)): \(array($0, indent: "  "))" }
    return members.isEmpty ? "{}\n" : "{\n" + members.joined(separator: ",\n") + "\n}\n"
  }

  private static func array(_ table: Table, indent: String) -> String {
    let keys = table.keys.map(string)
    let objects = table.rows.map { row in
      let values = zip(row, table.columns).flatMap { $0.values(in: $1) }
      return indent + "  {"
        + zip(keys, values).map { "\($0): \(spelled($1))" }.joined(separator: ", ") + "}"
    }
    return objects.isEmpty ? "[]" : "[\n" + objects.joined(separator: ",\n") + "\n\(indent)]"
  }

  private static func spelled(_ value: MachineValue) -> String {
    switch value {
    case .text(let text): string(text)
    case .count(let count): String(count)
    case .number(let number): TableText.csv(number)
    case .missing: "null"
    }
  }

  private static func string(_ text: String) -> String {
    "\""
      + TableText.escaped(text) { scalar in
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\t": "\\t"
        case "\r": "\\r"
        case _ where scalar.properties.generalCategory == .control:
          String(format: "\\u%04x", scalar.value)
        default: nil
        }
      } + "\""
  }
}
