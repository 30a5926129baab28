/// Tables as aligned text for a terminal.
enum AlignedText: ReaderRenderer {
  /// The length of the longest line of words; a table is as wide as it must be.
  static let lineLength = 100

  static func title(_ text: String) -> String { TableText.oneLine(text) + "\n" }

  static func paragraph(_ text: String) -> String {
    var lines: [String] = []
    for word in TableText.oneLine(text).split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= lineLength {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  static func text(_ table: Table) -> String {
    let heads = table.columns.map { TableText.oneLine($0.title) }
    let rows = table.rows.map { $0.map { TableText.oneLine($0.readingText) } }
    let widths = heads.indices.map { column in ([heads] + rows).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { index in
        let space = String(repeating: " ", count: widths[index] - cells[index].count)
        return table.columns[index].alignment == .left ? cells[index] + space : space + cells[index]
      }
      let text = padded.joined(separator: "  ")
      return text.prefix(text.count - text.reversed().prefix { $0 == " " }.count) + "\n"
    }
    let rule = line(widths.map { String(repeating: "-", count: $0) })
    let body = rows.isEmpty ? "(no rows)\n" : rows.map(line).joined()
    return title(table.title) + "\n" + line(heads) + rule + body
      + table.notes.map { "\n" + paragraph($0) }.joined()
  }
}
