import Foundation

/// A text file of records with a header, as RFC 4180 has it: cells between commas, quotes around cells that need them, "" for a quote
/// inside. Tabs or semicolons instead of commas are recognised by the header. Empty lines are passed over; a byte order mark and carriage returns
/// before line ends are accepted.
///
/// The file is mapped, not read, where it can be: its cells are looked at in place.
struct DelimitedText {
  /// The file as it was named.
  let file: String
  /// The names of the columns.
  let header: [String]
  private let data: Data
  private let separator: UInt8
  private let body: (offset: Int, line: Int)

  /// The most bytes of a file's first line that are looked at for a header.
  private static let longestHeader = 1 << 20

  /// Opens a file; `-` is standard input.
  init(path: String) throws(DataError) {
    try self.init(data: Self.contents(path), file: path == "-" ? "standard input" : path)
  }

  init(data: Data, file: String) throws(DataError) {
    self.data = data
    self.file = file
    let bytes = data.span
    var start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    var line = 1
    while start < bytes.count, Self.isLineEnd(bytes[start]) {
      line += bytes[start] == Self.newline ? 1 : 0
      start += 1
    }
    guard start < bytes.count else {
      throw DataError(
        file: file, line: nil,
        problem: "the file is empty; a line with the names of the columns, then one line for each observation, are needed")
    }
    var end = start
    while end < bytes.count, !Self.isLineEnd(bytes[end]), end - start < Self.longestHeader { end += 1 }
    let first = String(decoding: data[data.startIndex + start..<data.startIndex + end], as: UTF8.self)
    separator =
      [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")].max { a, b in
        first.utf8.count { $0 == a } < first.utf8.count { $0 == b }
      } ?? UInt8(ascii: ",")
    var cells: [DataCell] = []
    var scan = RecordScan(offset: start, line: line, separator: separator, file: file)
    try scan.next(bytes) { _, cell in cells.append(cell) }
    header = cells.map { $0.text(in: data).trimmingCharacters(in: .whitespaces) }
    body = (scan.offset, scan.line)
  }

  /// The place of a column.
  func column(_ name: String) throws(DataError) -> Int {
    let places = header.indices.filter { header[$0] == name }
    guard let place = places.first else {
      throw DataError(file: file, line: nil, problem: "there is no column '\(Self.shown(name))'; the columns are \(list)")
    }
    guard places.count == 1 else {
      throw DataError(
        file: file, line: nil, problem: "there are \(places.count) columns '\(Self.shown(name))'; each name must stand once")
    }
    return place
  }

  private var list: String {
    let names = header.prefix(20).map { "'\(Self.shown($0))'" }.joined(separator: ", ")
    return header.count > 20 ? names + " and \(header.count - 20) more" : names
  }

  /// A text that may be shown on a terminal: without control characters, cut where it is long.
  static func shown(_ text: some StringProtocol) -> String {
    let plain = String(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : Character($0) })
    return plain.count > 60 ? plain.prefix(57) + "..." : plain
  }

  /// Hands out the wanted cells of each record, in the order of `columns`, with the line on which the record begins.
  func forEachRecord(
    columns: [Int], _ visit: (_ line: Int, _ bytes: Span<UInt8>, _ cells: [DataCell]) throws(DataError) -> Void
  ) throws(DataError) {
    let bytes = data.span
    var slots = [Int](repeating: -1, count: header.count)
    // A column may be wanted twice; the second place is filled from the first.
    var copies: [(from: Int, to: Int)] = []
    for (slot, column) in columns.enumerated() {
      if slots[column] < 0 { slots[column] = slot } else { copies.append((slots[column], slot)) }
    }
    var cells = [DataCell](repeating: DataCell(start: 0, end: 0, isQuoted: false), count: columns.count)
    var scan = RecordScan(offset: body.offset, line: body.line, separator: separator, file: file)
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
          problem: "\(count) \(count == 1 ? "cell" : "cells") where the header names \(header.count) columns")
      }
      for copy in copies { cells[copy.to] = cells[copy.from] }
      try visit(line, bytes, cells)
    }
  }

  /// The text of a cell.
  func text(_ cell: DataCell) -> String { cell.text(in: data) }

  private static let newline = UInt8(ascii: "\n")
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == newline || byte == UInt8(ascii: "\r") }

  private static func contents(_ path: String) throws(DataError) -> Data {
    if path == "-" {
      do {
        return try FileHandle.standardInput.readToEnd() ?? Data()
      } catch {
        throw DataError(
          file: "standard input", line: nil, problem: "it cannot be read; give it a file, or the output of another program")
      }
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw DataError(file: path, line: nil, problem: "there is no such file")
    }
    guard !isFolder.boolValue else { throw DataError(file: path, line: nil, problem: "this is a folder; a CSV file is needed") }
    do {
      let isRegular = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeRegular
      if isRegular { return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) }
      // A pipe is read to its end.
      return try FileHandle(forReadingFrom: URL(fileURLWithPath: path)).readToEnd() ?? Data()
    } catch {
      throw DataError(file: path, line: nil, problem: "the file cannot be read: \((error as NSError).localizedDescription)")
    }
  }
}
