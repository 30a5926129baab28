import DataFiles

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
  /// The rows read, and how many of them have the weight 0.
  private(set) var rows = (all: 0, empty: 0)

  /// The times other than 0 that are accepted: their products and quotients are numbers.
  static let times = 1e-100...1e100
  /// The most observations that weights may add up to.
  static let mostWeighted = 10_000_000

  private let text: DelimitedText
  private let names: ColumnNames
  private let rules: ReadingRules
  private let slots: Slots

  /// Where each column's cell is among those that a record hands out.
  private struct Slots {
    var event: Int?
    var start: Int?
    var upper: Int?
    var group: Int?
    var strata: Int?
    var cause: Int?
    var weight: Int?
  }

  init(text: DelimitedText, columns: ColumnNames, rules: ReadingRules) throws(DataError) {
    self.text = text
    self.rules = rules
    names = columns
    events = columns.event.map { EventFlags(option: $0, header: text.header, rules: rules) }
    var places = [try text.column(columns.time)]
    func slot(_ name: String?) throws(DataError) -> Int? {
      guard let name else { return nil }
      places.append(try text.column(name))
      return places.count - 1
    }
    slots = Slots(
      event: try slot(events?.name), start: try slot(columns.start),
      upper: try slot(columns.upper), group: try slot(columns.group),
      strata: try slot(columns.strata), cause: try slot(columns.cause),
      weight: try slot(columns.weight))
    self.places = places
  }

  /// Reads the cells of one record.
  mutating func add(
    _ line: Int, _ bytes: Span<UInt8>, _ cells: [DataCell]
  ) throws(DataError) {
    let weight = try slots.weight.map { slot throws(DataError) in
      try self.weight(line, bytes, cells[slot])
    }
    rows.all += 1
    if weight == 0 {
      rows.empty += 1
      return
    }
    let count = weight ?? 1
    func append(_ value: Double, to column: inout [Double]) {
      if count == 1 {
        column.append(value)
      } else {
        column.append(contentsOf: repeatElement(value, count: count))
      }
    }
    let time: Double
    if let slot = slots.upper {
      let upper = try upper(line, bytes, cells[slot])
      time = try lower(line, bytes, cells[0], upper: upper)
      guard upper >= time else {
        throw refusal(
          line, names.upper ?? "", cells[slot],
          "is below the time \(time); an interval (time, upper] ends at or after its time")
      }
      append(upper, to: &uppers)
    } else {
      time = try self.time(line, bytes, cells[0])
    }
    append(time, to: &times)
    if let slot = slots.start { append(try start(line, bytes, cells[slot], time), to: &starts) }
    if let slot = slots.event { try events?.add(text, line, bytes, cells[slot], count: count) }
    if let slot = slots.group {
      groups.add(bytes, cells[slot], of: text, count: count)
      if let new = groups.takeNew() { try check(new, of: names.group, cells[slot], line) }
    }
    if let slot = slots.strata {
      strata.add(bytes, cells[slot], of: text, count: count)
      if let new = strata.takeNew() { try check(new, of: names.strata, cells[slot], line) }
    }
    if let slot = slots.cause {
      causes.add(bytes, cells[slot], of: text, count: count)
      if let new = causes.takeNew() { try check(cause: new, cells[slot], line) }
    }
  }

  private func time(
    _ line: Int, _ bytes: Span<UInt8>, _ cell: DataCell
  ) throws(DataError) -> Double {
    guard let time = try number(line, bytes, cell, names.time) else {
      throw refusal(line, names.time, cell, "is not a number")
    }
    guard time == 0 || Self.times.contains(time) else {
      throw refusal(
        line, names.time, cell,
        "is refused; a time from 0 up is needed, with a unit that keeps it from 1e-100 to 1e100")
    }
    return time
  }

  /// The lower end of an interval. R writes one without a beginning, a left-censored time, as NA.
  private func lower(
    _ line: Int, _ bytes: Span<UInt8>, _ cell: DataCell, upper: Double
  ) throws(DataError) -> Double {
    let isMissing =
      cell.isEmpty || rules.missing.contains(text.text(cell).trimmingSpaces)
    guard isMissing else { return try time(line, bytes, cell) }
    guard upper.isFinite else {
      throw refusal(line, names.time, cell, "and no upper end: the interval has neither end")
    }
    return 0
  }

  /// The upper end of an interval. R writes one without an end as NA.
  private func upper(
    _ line: Int, _ bytes: Span<UInt8>, _ cell: DataCell
  ) throws(DataError) -> Double {
    let name = names.upper ?? ""
    guard let upper = try number(line, bytes, cell, name) else { return .infinity }
    guard upper == .infinity || upper <= Self.times.upperBound else {
      throw refusal(line, name, cell, "is refused; a time up to 1e100 is needed, or inf")
    }
    return upper
  }

  private func start(
    _ line: Int, _ bytes: Span<UInt8>, _ cell: DataCell, _ time: Double
  ) throws(DataError) -> Double {
    let name = names.start ?? ""
    guard let start = try number(line, bytes, cell, name) else {
      throw refusal(line, name, cell, "is not a number")
    }
    // An interval may begin where its observation came at risk.
    guard start >= 0, start < time || slots.upper != nil && start == time else {
      throw refusal(
        line, name, cell,
        "is refused; a start from 0 up and before the time \(time) is needed")
    }
    return start
  }

  private func weight(
    _ line: Int, _ bytes: Span<UInt8>, _ cell: DataCell
  ) throws(DataError) -> Int {
    let name = names.weight ?? ""
    guard let weight = try number(line, bytes, cell, name), weight >= 0 else {
      throw refusal(line, name, cell, "is refused; a count of equal observations is needed")
    }
    guard weight == weight.rounded() else {
      throw refusal(
        line, name, cell,
        "is not a whole number; weights are counts of equal observations here. Weights of a survey "
          + "or of inverse probabilities need errors of another kind, which are not computed")
    }
    guard weight <= Double(Self.mostWeighted - times.count) else {
      throw refusal(
        line, name, cell,
        "makes more than \(Self.mostWeighted) observations, the most that weights may add up to")
    }
    return Int(weight)
  }

  /// The number in a cell; nil where it is missing.
  private func number(
    _ line: Int, _ bytes: Span<UInt8>, _ cell: DataCell, _ name: String
  ) throws(DataError) -> Double? {
    if cell.isEmpty { return nil }
    let own = rules.missing != .standard && rules.missing.contains(text.text(cell).trimmingSpaces)
    if own { return nil }
    switch NumberText.reading(bytes, cell) {
    case .number(let value): return value
    case .vanishing:
      throw refusal(line, name, cell, "is too near to 0 to be told from it")
    case .inexact:
      throw refusal(
        line, name, cell,
        "is above 2^53, where not every whole number is a double: it would become another one; "
          + "count from a later origin, or in a larger unit")
    case .other:
      if rules.missing.contains(text.text(cell).trimmingSpaces) { return nil }
      let hasComma = text.text(cell).wholeMatch(of: /\s*[-+]?[0-9]+,[0-9]+\s*/) != nil
      let hint = hasComma ? "; decimals have a point here" : ""
      throw refusal(line, name, cell, "is not a number" + hint)
    }
  }

  private func check(
    _ label: String, of name: String?, _ cell: DataCell, _ line: Int
  ) throws(DataError) {
    if label.isEmpty { throw refusal(line, name ?? "", cell, "needs a label") }
    guard !rules.missing.containsLabel(label) else {
      throw refusal(
        line, name ?? "", cell,
        "means that the label is not known; where it is a name, list other words with --na")
    }
  }

  /// Without an event column the cause alone says whether there was an event: it must be known.
  private func check(
    cause label: String, _ cell: DataCell, _ line: Int
  ) throws(DataError) {
    guard events == nil, !rules.missingIsCensored, rules.missing.contains(label) else { return }
    throw refusal(
      line, names.cause ?? "", cell,
      "does not say what happened; 0 or 'censored' mean that nothing did, and "
        + "--missing-is-censored counts what is not known as censored")
  }

  private func refusal(
    _ line: Int, _ name: String, _ cell: DataCell, _ problem: String
  ) -> DataError {
    let value = cell.isEmpty ? "an empty cell" : "'\(DelimitedText.shown(text.text(cell)))'"
    return DataError(
      file: text.file, line: line,
      problem: "column '\(DelimitedText.shown(name))': \(value) \(problem)")
  }
}
