import Foundation

/// The rows of a table that a study's run has written, by the names of their columns. Only for
/// files of this program: commas between cells, quotes around cells that hold one, no line breaks
/// within cells.
struct ResultRows {
  /// Cells by column; empty cells are nil.
  let rows: [[String: String]]

  /// Reads a file; nil where it cannot be read or is no such table.
  init?(path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      return nil
    }
    var lines = text.split(whereSeparator: \.isNewline).map(Self.cells).makeIterator()
    guard let header = lines.next(), Set(header).count == header.count else { return nil }
    var rows: [[String: String]] = []
    while let cells = lines.next() {
      guard cells.count == header.count else { return nil }
      rows.append(Dictionary(uniqueKeysWithValues: zip(header, cells)).filter { !$0.value.isEmpty })
    }
    self.rows = rows
  }

  private static func cells(_ line: Substring) -> [String] {
    var (cells, cell, isQuoted) = ([String](), "", false)
    var rest = line.makeIterator()
    var waiting: Character?
    while let character = waiting ?? rest.next() {
      waiting = nil
      if isQuoted, character == "\"" {
        // A doubled quote is a quote; a single one ends the quoted part.
        let next = rest.next()
        if next == "\"" {
          cell.append("\"")
        } else {
          isQuoted = false
          waiting = next
        }
      } else if !isQuoted, character == "\"", cell.isEmpty {
        isQuoted = true
      } else if !isQuoted, character == "," {
        cells.append(cell)
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells + [cell]
  }
}
