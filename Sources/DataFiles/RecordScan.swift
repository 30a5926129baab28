/// A walk over the records of a file.
struct RecordScan {
  private(set) var offset: Int
  private(set) var line: Int
  private let separator: UInt8
  private let file: String

  private static let newline = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")
  private static let quote = UInt8(ascii: "\"")

  init(offset: Int, line: Int, separator: UInt8, file: String) {
    (self.offset, self.line, self.separator, self.file) = (offset, line, separator, file)
  }

  /// Goes to the next record; false when there is none.
  mutating func skipEmptyLines(_ bytes: Span<UInt8>) -> Bool {
    while endLine(bytes) {}
    return offset < bytes.count
  }

  /// Goes behind the line end that is here, if one is: a line feed, a carriage return, or both.
  @inline(__always)
  private mutating func endLine(_ bytes: Span<UInt8>) -> Bool {
    guard offset < bytes.count else { return false }
    let isCarriage = bytes[offset] == Self.carriage
    guard isCarriage || bytes[offset] == Self.newline else { return false }
    offset += 1
    if isCarriage, offset < bytes.count, bytes[offset] == Self.newline { offset += 1 }
    line += 1
    return true
  }

  /// Hands out the cells of the record that begins here, and goes behind its line end.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>, _ visit: (_ place: Int, _ cell: DataCell) -> Void)
    throws(DataError)
  {
    let count = bytes.count
    var place = 0
    while true {
      if offset < count, bytes[offset] == Self.quote {
        visit(place, try quoted(bytes))
      } else {
        let start = offset
        while offset < count {
          let byte = bytes[offset]
          if byte == separator || byte == Self.newline || byte == Self.carriage { break }
          offset += 1
        }
        visit(place, DataCell(start: start, end: offset, isQuoted: false))
      }
      place += 1
      guard offset < count, bytes[offset] == separator else { break }
      offset += 1
    }
    _ = endLine(bytes)
  }

  private mutating func quoted(_ bytes: Span<UInt8>) throws(DataError) -> DataCell {
    let opening = line
    offset += 1
    let start = offset
    while offset < bytes.count {
      if bytes[offset] == Self.newline { line += 1 }
      if bytes[offset] == Self.quote {
        guard offset + 1 < bytes.count, bytes[offset + 1] == Self.quote else { break }
        offset += 1
      }
      offset += 1
    }
    guard offset < bytes.count else {
      throw DataError(file: file, line: opening, problem: "a quote is opened and never closed")
    }
    let cell = DataCell(start: start, end: offset, isQuoted: true)
    offset += 1
    guard offset == bytes.count || [separator, Self.newline, Self.carriage].contains(bytes[offset])
    else {
      throw DataError(
        file: file, line: line,
        problem:
          "text after the closing quote of a cell; a quote inside a quoted cell is written twice"
      )
    }
    return cell
  }
}
