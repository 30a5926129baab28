/// Reads the wanted cells of each record into columns, and says what is wrong with one.
struct RowReader {
  /// The places of the wanted columns in the file, in the order in which `add` takes their cells.
  let places: [Int]
  private(set) var times: [Double] = []
  private(set) var uppers: [Double] = []
  private(set) var starts: [Double] = []
  private(set) var groups = LabelCollector()
  private(set) var strata = LabelCollector()
  private(set) var causes = LabelCollector()
  private(set) var events: EventFlags?

  /// The times other than 0 that are accepted: their products and quotients are numbers.
  private static let times = 1e-100...1e100

  private let text: DelimitedText
  private let names: ColumnNames
  private let slots: Slots

  /// Where each column's cell is among those that a record hands out.
  private struct Slots {
    var event: Int?
    var start: Int?
    var upper: Int?
    var group: Int?
    var strata: Int?
    var cause: Int?
  }

  init(text: DelimitedText, columns: ColumnNames) throws(DataError) {
    self.text = text
    names = columns
    events = columns.event.map { EventFlags(option: $0, header: text.header) }
    var places = [try text.column(columns.time)]
    func slot(_ name: String?) throws(DataError) -> Int? {
      guard let name else { return nil }
      places.append(try text.column(name))
      return places.count - 1
    }
    slots = Slots(
      event: try slot(events?.name), start: try slot(columns.start), upper: try slot(columns.upper), group: try slot(columns.group),
      strata: try slot(columns.strata), cause: try slot(columns.cause))
    self.places = places
  }

  /// Reads the cells of one record.
  mutating func add(_ line: Int, _ bytes: Span<UInt8>, _ cells: [DataCell]) throws(DataError) {
    let time = try number(line, bytes, cells[0], names.time)
    guard time == 0 || Self.times.contains(time) else {
      throw refusal(
        line, names.time, cells[0], "is refused; a time from 0 up is needed, with a unit that keeps it from 1e-100 to 1e100")
    }
    times.append(time)
    if let slot = slots.upper { uppers.append(try upper(line, bytes, cells[slot], time)) }
    if let slot = slots.start { starts.append(try start(line, bytes, cells[slot], time)) }
    if let slot = slots.event { try events?.add(text, line, bytes, cells[slot]) }
    if let slot = slots.group {
      try check(label: cells[slot], of: names.group, line)
      groups.add(bytes, cells[slot], of: text)
    }
    if let slot = slots.strata {
      try check(label: cells[slot], of: names.strata, line)
      strata.add(bytes, cells[slot], of: text)
    }
    if let slot = slots.cause { causes.add(bytes, cells[slot], of: text) }
  }

  private func upper(_ line: Int, _ bytes: Span<UInt8>, _ cell: DataCell, _ time: Double) throws(DataError) -> Double {
    // R writes an interval without an end as NA.
    if cell.isEmpty || text.text(cell) == "NA" { return .infinity }
    let upper = try number(line, bytes, cell, names.upper ?? "")
    guard upper == .infinity || upper <= Self.times.upperBound else {
      throw refusal(line, names.upper ?? "", cell, "is refused; a time up to 1e100 is needed, or inf")
    }
    guard upper >= time else {
      throw refusal(line, names.upper ?? "", cell, "is below the time \(time); an interval (time, upper] ends at or after its time")
    }
    return upper
  }

  private func start(_ line: Int, _ bytes: Span<UInt8>, _ cell: DataCell, _ time: Double) throws(DataError) -> Double {
    let start = try number(line, bytes, cell, names.start ?? "")
    // An interval may begin where its observation came at risk.
    guard start >= 0, start < time || slots.upper != nil && start == time else {
      throw refusal(line, names.start ?? "", cell, "is refused; a start from 0 up and before the time \(time) is needed")
    }
    return start
  }

  private func number(_ line: Int, _ bytes: Span<UInt8>, _ cell: DataCell, _ name: String) throws(DataError) -> Double {
    guard let number = NumberText.number(bytes, cell) else { throw refusal(line, name, cell, "is not a number") }
    return number
  }

  private func check(label cell: DataCell, of name: String?, _ line: Int) throws(DataError) {
    guard !cell.isEmpty else { throw refusal(line, name ?? "", cell, "needs a label") }
  }

  private func refusal(_ line: Int, _ name: String, _ cell: DataCell, _ problem: String) -> DataError {
    let value = cell.isEmpty ? "an empty cell" : "'\(DelimitedText.shown(text.text(cell)))'"
    return DataError(file: text.file, line: line, problem: "column '\(DelimitedText.shown(name))': \(value) \(problem)")
  }
}
