import Foundation

/// The records of a text file: cells between commas, tabs or semicolons, quotes around cells that
/// need them, "" for a quote inside (RFC 4180). A byte-order mark and any line ends are accepted.
///
/// The separator is the sign that stands most often in the first line, outside of quotes; or it is
/// named by a line `sep=;` before all others, as spreadsheets write it.
///
/// The bytes are looked at in place: nothing is copied but what a visitor takes.
public struct DelimitedRecords: Sendable {
  /// The file as it was named.
  public let file: String
  /// The byte between cells.
  public let separator: UInt8
  let data: Data
  let start: (offset: Int, line: Int)

  /// The most bytes of a file's first line that are looked at for separators.
  private static let longestLine = 1 << 20
  private static let newline = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")
  private static let quote = UInt8(ascii: "\"")
  private static let separators = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]

  /// Looks at the bytes of a file.
  ///
  /// - Parameter hint: What to do about text that is not UTF-8, to end a sentence.
  /// - Throws: `DataError` for bytes that are not text in the encoding, with line and column.
  public init(
    data: Data, file: String, encoding: TextEncoding = .utf8, hint: String
  ) throws(DataError) {
    if let problem = encoding.contradiction(data.span) {
      throw DataError(file: file, line: nil, problem: problem)
    }
    let data = try encoding.utf8(data, file: file)
    let bytes = data.span
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    var (offset, line) = (hasMark ? 3 : 0, 1)
    if let named = Self.named(in: bytes, from: offset) {
      separator = named.separator
      (offset, line) = (named.end, 2)
    } else {
      separator = Self.mostFrequent(in: bytes, from: offset)
    }
    do {
      try TextCheck.utf8(bytes, separator: separator)
    } catch {
      throw DataError(
        file: file, line: error.line,
        problem: error.problem + (error.mayBeEncoded ? "; " + hint : ""))
    }
    self.file = file
    self.data = data
    start = (offset, line)
  }

  /// Hands out the cells of every line, of empty lines one empty cell, with the number of the line
  /// on which a record begins.
  public func forEachLine(
    _ visit: (_ line: Int, _ bytes: Span<UInt8>, _ cells: [DataCell]) throws(DataError) -> Void
  ) throws(DataError) {
    let bytes = data.span
    var scan = scan()
    var cells: [DataCell] = []
    while scan.offset < bytes.count {
      let line = scan.line
      cells.removeAll(keepingCapacity: true)
      try scan.next(bytes) { _, cell in cells.append(cell) }
      try visit(line, bytes, cells)
    }
  }

  /// The text of a cell.
  public func text(_ cell: DataCell) -> String { cell.text(in: data) }

  /// A walk from the first record on.
  func scan() -> RecordScan {
    RecordScan(offset: start.offset, line: start.line, separator: separator, file: file)
  }

  /// The cells of one line of text that a person wrote with commas between, quoted as in a file.
  ///
  /// - Throws: `DataError` for quotes that do not match.
  public static func list(_ text: String, file: String) throws(DataError) -> [String] {
    let data = Data(text.utf8)
    var scan = RecordScan(offset: 0, line: 1, separator: UInt8(ascii: ","), file: file)
    var cells: [String] = []
    try scan.next(data.span) { _, cell in
      cells.append(cell.text(in: data).trimmingCharacters(in: .whitespaces))
    }
    return cells
  }

  /// The sign that a line `sep=;` names, and where the next line begins.
  private static func named(
    in bytes: Span<UInt8>, from start: Int
  ) -> (separator: UInt8, end: Int)? {
    let word = Array("sep=".utf8)
    guard bytes.count > start + word.count,
      word.indices.allSatisfy({ bytes[start + $0] | 0x20 == word[$0] | 0x20 })
    else { return nil }
    let sign = bytes[start + word.count]
    var end = start + word.count + 1
    guard separators.contains(sign) || sign == UInt8(ascii: "|") else { return nil }
    if end < bytes.count, bytes[end] == carriage { end += 1 }
    guard end == bytes.count || bytes[end] == newline else { return nil }
    return (sign, min(end + 1, bytes.count))
  }

  /// The separator that stands most often in the first line that is not empty; a comma where none
  /// stands more often.
  private static func mostFrequent(in bytes: Span<UInt8>, from start: Int) -> UInt8 {
    var place = start
    while place < bytes.count, bytes[place] == newline || bytes[place] == carriage { place += 1 }
    let end = min(bytes.count, place + longestLine)
    var counts = [Int](repeating: 0, count: separators.count)
    var isQuoted = false
    while place < end, isQuoted || bytes[place] != newline && bytes[place] != carriage {
      if bytes[place] == quote { isQuoted.toggle() }
      if !isQuoted, let index = separators.firstIndex(of: bytes[place]) { counts[index] += 1 }
      place += 1
    }
    let most = counts.max() ?? 0
    return separators[counts.firstIndex(of: most) ?? 0]
  }
}
