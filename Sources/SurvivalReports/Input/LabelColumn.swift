import DataFiles

/// A column of labels: each row's label as a number, and the labels in their order.
public struct LabelColumn: Equatable, Sendable {
  /// For each row, which label it has.
  public let codes: [Int]
  /// The labels: in the order of numbers when all are numbers, else in that of `NaturalOrder`.
  public let names: [String]

  /// The column with its labels in another order.
  ///
  /// - Precondition: `order` has each label once.
  func reordered(_ order: [String]) -> LabelColumn {
    let places = names.map { order.firstIndex(of: $0) ?? 0 }
    return LabelColumn(codes: codes.map { places[$0] }, names: order)
  }
}

/// Labels as they are met. Labels of up to 7 bytes, the usual ones, are compared as one number; the
/// first few of them, often all, without a look into a dictionary.
struct LabelCollector {
  private var codes: [Int] = []
  private var labels: [String] = []
  private var short: [UInt64: Int] = [:]
  private var long: [String: Int] = [:]
  private var first: [(key: UInt64, code: Int)] = []
  private var taken = 0

  var count: Int { labels.count }

  mutating func add(_ bytes: Span<UInt8>, _ cell: DataCell, of text: DelimitedText, count: Int) {
    let code = code(bytes, cell, of: text)
    if count == 1 {
      codes.append(code)
    } else {
      codes.append(contentsOf: repeatElement(code, count: count))
    }
  }

  /// A label that was met since this was asked last; ask after each row.
  mutating func takeNew() -> String? {
    guard labels.count > taken else { return nil }
    taken = labels.count
    return labels.last
  }

  private mutating func code(_ bytes: Span<UInt8>, _ cell: DataCell, of text: DelimitedText) -> Int
  {
    let length = cell.end - cell.start
    guard length <= 7, !cell.isQuoted else { return code(text.text(cell)) }
    var key = UInt64(length)
    for place in cell.start..<cell.end { key = key << 8 | UInt64(bytes[place]) }
    for known in first where known.key == key { return known.code }
    if let known = short[key] { return known }
    let new = code(text.text(cell))
    if first.count < 8 { first.append((key, new)) } else { short[key] = new }
    return new
  }

  private mutating func code(_ text: String) -> Int {
    let label = text.trimmingSpaces
    if let known = long[label] { return known }
    long[label] = labels.count
    labels.append(label)
    return labels.count - 1
  }

  /// The labels as they were met, and which each row has.
  var raw: (codes: [Int], labels: [String]) { (codes, labels) }

  /// The column, its labels in order.
  consuming func column() -> LabelColumn {
    let order = NaturalOrder.order(labels)
    var places = [Int](repeating: 0, count: labels.count)
    for (place, label) in order.enumerated() { places[label] = place }
    for row in codes.indices { codes[row] = places[codes[row]] }
    return LabelColumn(codes: codes, names: order.map { labels[$0] })
  }
}

extension String {
  /// The text without spaces and tabs around it.
  var trimmingSpaces: String {
    var text = Substring(self)
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
