extension CompletionProblem {
  /// Reads a problem from the text of a CSV file: a line a row, cells parted by commas, an empty cell not observed.
  ///
  /// Spaces around a cell, a byte-order mark, CRLF line ends and blank lines at the end are allowed; quotes and headers are not.
  ///
  /// - Throws: `ProblemError`; a cell that is not a number is named by its line and column, counted from 1.
  public init(csv text: String, truth: Matrix? = nil) throws(ProblemError) {
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    if let first = lines.first, first.hasPrefix("\u{FEFF}") { lines[0] = first.dropFirst() }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    var table: [[Double?]] = []
    for (lineIndex, line) in lines.enumerated() {
      var row: [Double?] = []
      for (cellIndex, cell) in line.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
        let trimmed = cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        let content = String(trimmed)
        if content.isEmpty {
          row.append(nil)
        } else if let value = Double(content) {
          row.append(value)
        } else {
          throw .cell(text: String(content.prefix(40)), line: lineIndex + 1, column: cellIndex + 1)
        }
      }
      table.append(row)
    }
    try self.init(observed: table, truth: truth)
  }
}
