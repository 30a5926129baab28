import Foundation

/// A file of records (`DelimitedRecords`) whose first line names the columns. Empty lines are
/// passed over.
public struct DelimitedText: Sendable {
  /// The names of the columns.
  public let header: [String]
  private let records: DelimitedRecords
  private let body: (offset: Int, line: Int)

  /// The file as it was named.
  public var file: String { records.file }

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: `DataError`.
  public init(path: String, encoding: TextEncoding = .utf8) throws(DataError) {
    try self.init(
      data: try FileContents.of(path), file: FileContents.name(path), encoding: encoding)
  }

  /// Looks at the bytes of a file.
  ///
  /// - Throws: `DataError` when they are not text in the encoding, or without a header.
  public init(data: Data, file: String, encoding: TextEncoding = .utf8) throws(DataError) {
    records = try DelimitedRecords(
      data: data, file: file, encoding: encoding,
      hint: "--encoding names another encoding: utf-16, latin1 or windows-1252")
    var scan = records.scan()
    let bytes = records.data.span
    guard scan.skipEmptyLines(bytes) else {
      throw DataError(
        file: file, line: nil,
        problem: "the file is empty; a line with the names of the columns, then one line for each "
          + "observation, are needed")
    }
    var cells: [DataCell] = []
    try scan.next(bytes) { _, cell in cells.append(cell) }
    let data = records.data
    header = cells.map { $0.text(in: data).trimmingCharacters(in: .whitespaces) }
    body = (scan.offset, scan.line)
  }

  /// The place of a column.
  ///
  /// - Throws: `DataError` unless exactly one has the name.
  public func column(_ name: String) throws(DataError) -> Int {
    let places = header.indices.filter { header[$0] == name }
    guard let place = places.first else {
      throw DataError(
        file: file, line: nil,
        problem: "there is no column '\(Self.shown(name))'; the columns are \(list)")
    }
    guard places.count == 1 else {
      throw DataError(
        file: file, line: nil,
        problem:
          "there are \(places.count) columns '\(Self.shown(name))'; each name must stand once"
      )
    }
    return place
  }

  private var list: String {
    let names = header.prefix(20).map { "'\(Self.shown($0))'" }.joined(separator: ", ")
    return header.count > 20 ? names + " and \(header.count - 20) more" : names
  }

  /// A text that may be shown on a terminal: without control characters, cut where it is long.
  public static func shown(_ text: some StringProtocol) -> String {
    let plain = String(
      text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : Character($0) })
    return plain.count > 60 ? plain.prefix(57) + "..." : plain
  }

  /// Hands out the wanted cells of each record, in the order of `columns`, with the line on which
  /// the record begins.
  ///
  /// - Throws: `DataError` for a record with another number of cells than the header, and what
  ///   `visit` throws.
  public func forEachRecord(
    columns: [Int],
    _ visit: (_ line: Int, _ bytes: Span<UInt8>, _ cells: [DataCell]) throws(DataError) -> Void
  ) throws(DataError) {
    let bytes = records.data.span
    var slots = [Int](repeating: -1, count: header.count)
    // A column may be wanted twice; the second place is filled from the first.
    var copies: [(from: Int, to: Int)] = []
    for (slot, column) in columns.enumerated() {
      if slots[column] < 0 { slots[column] = slot } else { copies.append((slots[column], slot)) }
    }
    let nothing = DataCell(start: 0, end: 0, isQuoted: false)
    var cells = [DataCell](repeating: nothing, count: columns.count)
    var scan = RecordScan(
      offset: body.offset, line: body.line, separator: records.separator, file: file)
    while scan.skipEmptyLines(bytes) {
      let line = scan.line
      var count = 0
      try scan.next(bytes) { place, cell in
        if place < slots.count, slots[place] >= 0 { cells[slots[place]] = cell }
        count = place + 1
      }
      guard count == header.count else {
        throw DataError(
          file: file, line: line,
          problem: "\(count) \(count == 1 ? "cell" : "cells") where the header names "
            + "\(header.count) columns")
      }
      for copy in copies { cells[copy.to] = cells[copy.from] }
      try visit(line, bytes, cells)
    }
  }

  /// The text of a cell.
  public func text(_ cell: DataCell) -> String { records.text(cell) }
}
