import DataFiles
import Foundation

extension CompletionProblem {
  /// Reads a problem from the text of a CSV file: a line a row, cells parted by commas, tabs or
  /// semicolons, an empty cell, or a word for what is missing, not observed.
  ///
  /// Spaces around a cell, quotes, a byte-order mark, a first line `sep=;`, any line ends and blank
  /// lines at the end are allowed; headers are not. Numbers are decimal.
  ///
  /// - Parameter missing: the words for what is not observed, beside empty cells.
  /// - Throws: `ProblemError`; a cell that is not a number is named by its line and column, counted
  ///   from 1.
  public init(
    csv text: String, truth: Matrix? = nil, missing: MissingWords = .standard
  ) throws(ProblemError) {
    var table = CellTable(missing: missing)
    do throws(DataError) {
      let records = try DelimitedRecords(
        data: Data(text.utf8), file: "", hint: "save it as UTF-8")
      try records.forEachLine { (line, bytes, cells) throws(DataError) in
        table.add(cells, of: records, bytes, line: line)
      }
    } catch {
      throw .unreadable(line: error.line, problem: error.problem)
    }
    try self.init(observed: try table.finished(), truth: truth)
  }
}

/// The cells of a matrix file as they are read.
private struct CellTable {
  let missing: MissingWords
  private var rows: [[Double?]] = []
  /// What is wrong with the first cell that cannot be read.
  private var failure: ProblemError?
  /// Whether every line but blank ones ends in a separator with nothing behind it.
  private var endsInSeparators = true

  init(missing: MissingWords) { self.missing = missing }

  mutating func add(
    _ cells: [DataCell], of records: DelimitedRecords, _ bytes: Span<UInt8>, line: Int
  ) {
    guard failure == nil else { return }
    var row: [Double?] = []
    row.reserveCapacity(cells.count)
    for (index, cell) in cells.enumerated() {
      do throws(ProblemError) {
        row.append(try value(cell, of: records, bytes, line: line, column: index + 1))
      } catch {
        failure = error
        return
      }
    }
    rows.append(row)
    if let last = cells.last, cells.count > 1 {
      let isBlank = records.text(last).allSatisfy { $0 == " " || $0 == "\t" }
      endsInSeparators = endsInSeparators && isBlank
    }
  }

  private func value(
    _ cell: DataCell, of records: DelimitedRecords, _ bytes: Span<UInt8>, line: Int, column: Int
  ) throws(ProblemError) -> Double? {
    if cell.isEmpty { return nil }
    let own = missing != .standard && missing.contains(Self.trimmed(records.text(cell)))
    let reading = own ? .other : NumberText.reading(bytes, cell)
    if let value = reading.nearest { return value }
    let text = Self.trimmed(records.text(cell))
    if missing.contains(text) { return nil }
    let shown = String(text.prefix(40))
    if reading == .vanishing { throw .vanishing(text: shown, line: line, column: column) }
    throw .cell(text: shown, line: line, column: column)
  }

  /// The rows, without blank lines at the end.
  func finished() throws(ProblemError) -> [[Double?]] {
    if let failure { throw failure }
    var rows = rows
    while let last = rows.last, last.count == 1, last[0] == nil { rows.removeLast() }
    let isSeparated = rows.allSatisfy { $0.count > 1 }
    let isObserved = rows.contains { $0.contains { $0 != nil } }
    if endsInSeparators, isSeparated, isObserved {
      throw .trailingSeparator
    }
    return rows
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespaces)
  }
}
