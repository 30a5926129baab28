import DataFiles

/// What a file says of each observation, checked row by row. Memory: 8 bytes a row for each number
/// or label, 1 for the event.
public struct SurvivalData: Sendable {
  /// The file as it was named.
  public let file: String
  /// The name of the column of times.
  public let timeName: String
  /// Each observation's time; with `uppers`, the lower end of its interval.
  public internal(set) var times: [Double] = []
  /// The upper ends, infinite where the event did not happen; nil when times are not censored in
  /// intervals.
  public internal(set) var uppers: [Double]?
  /// Whether each event happened (with `uppers`: whether it has an upper end).
  public internal(set) var observed: [Bool] = []
  /// When each observation came at risk; nil when all did at the beginning.
  public internal(set) var entries: [Double]?
  /// The groups; nil when there is one.
  public internal(set) var groups: LabelColumn?
  /// The strata; nil when there is one.
  public internal(set) var strata: LabelColumn?
  /// The competing causes, 0 for a censoring; nil when events are of one kind.
  public internal(set) var causes: LabelColumn?
  /// Where rows have weights: the column, the rows, and how many of them have the weight 0.
  public internal(set) var weights: (name: String, rows: Int, empty: Int)?

  /// The most groups that are compared.
  public static let mostGroups = 100
  /// The most strata.
  public static let mostStrata = 10_000
  /// The most causes that compete.
  public static let mostCauses = 20

  /// The groups' names; one name, "all", where there is one group.
  var groupNames: [String] { groups?.names ?? ["all"] }

  /// The number of observations, at least 1.
  public var count: Int { times.count }

  /// Reads the columns of a file; `-` is standard input.
  ///
  /// - Throws: `DataError` at the first thing that is wrong, with its line.
  public init(
    path: String, columns: ColumnNames, rules: ReadingRules = ReadingRules()
  ) throws(DataError) {
    let text = try DelimitedText(path: path, encoding: rules.encoding)
    try self.init(text: text, columns: columns, rules: rules)
  }

  /// Reads the columns of a file that is open.
  ///
  /// - Throws: `DataError` at the first thing that is wrong, with its line.
  public init(
    text: DelimitedText, columns: ColumnNames, rules: ReadingRules = ReadingRules()
  ) throws(DataError) {
    file = text.file
    timeName = columns.time
    var reader = try RowReader(text: text, columns: columns, rules: rules)
    try text.forEachRecord(columns: reader.places) { (line, bytes, cells) throws(DataError) in
      try reader.add(line, bytes, cells)
    }
    guard !reader.times.isEmpty else {
      throw DataError(
        file: file, line: nil,
        problem: reader.rows.empty > 0
          ? "all weights are 0: there is no observation"
          : "there is a header but no observation below it")
    }
    weights = columns.weight.map { (name: $0, rows: reader.rows.all, empty: reader.rows.empty) }
    times = reader.times
    uppers = columns.upper == nil ? nil : reader.uppers
    entries = reader.starts.contains { $0 > 0 } ? reader.starts : nil
    groups = try Self.limited(reader.groups, columns.group, Self.mostGroups, "groups", file)
    if let order = rules.groupOrder { groups = try groups?.checked(order, file) }
    strata = try Self.limited(reader.strata, columns.strata, Self.mostStrata, "strata", file)
    if let name = columns.cause { causes = try Self.causes(reader.causes, name, file, rules) }
    let flags = try reader.events?.flags(of: text)
    if let flags, let causes,
      let row = flags.indices.first(where: { flags[$0] != (causes.codes[$0] > 0) })
    {
      throw DataError(
        file: file, line: nil,
        problem:
          "columns '\(columns.event ?? "")' and '\(columns.cause ?? "")' contradict each other, first in observation \(row + 1): an event has a cause, "
          + "and a censoring none; leave out --event to count every cause as an event")
    }
    observed = flags ?? causes?.codes.map { $0 > 0 } ?? reader.uppers.map(\.isFinite)
  }

  private static func limited(
    _ labels: LabelCollector, _ name: String?, _ most: Int, _ what: String, _ file: String
  ) throws(DataError) -> LabelColumn? {
    guard let name else { return nil }
    guard labels.count <= most else {
      throw DataError(
        file: file, line: nil,
        problem:
          "column '\(name)' has \(labels.count) different values; at most \(most) \(what) are compared"
      )
    }
    return labels.column()
  }

  /// The causes behind one label, code 0, for everything that means a censoring.
  private static func causes(
    _ labels: LabelCollector, _ name: String, _ file: String, _ rules: ReadingRules
  ) throws(DataError) -> LabelColumn {
    let column = labels.column()
    let kept = column.names.indices.filter {
      !ColumnNames.isCensored(column.names[$0]) && !rules.missing.contains(column.names[$0])
    }
    guard kept.count <= mostCauses else {
      throw DataError(
        file: file, line: nil,
        problem:
          "column '\(name)' has \(kept.count) different causes; at most \(mostCauses) may compete")
    }
    var codes = [Int](repeating: 0, count: column.names.count)
    for (place, label) in kept.enumerated() { codes[label] = place + 1 }
    return LabelColumn(
      codes: column.codes.map { codes[$0] }, names: ["censored"] + kept.map { column.names[$0] })
  }
}

extension LabelColumn {
  /// The column in the order that was asked for.
  ///
  /// - Throws: `DataError` unless the order has each label once.
  fileprivate func checked(_ order: [String], _ file: String) throws(DataError) -> LabelColumn {
    func words(_ names: [String]) -> String {
      names.map { "'\(DelimitedText.shown($0))'" }.joined(separator: ", ")
    }
    let missing = names.filter { !order.contains($0) }
    let unknown = order.filter { !names.contains($0) }
    guard missing.isEmpty, unknown.isEmpty, order.count == names.count else {
      let problem =
        unknown.isEmpty
        ? missing.isEmpty ? "a group is named twice" : "it leaves out \(words(missing))"
        : "there is no group \(words(unknown))"
      throw DataError(
        file: file, line: nil,
        problem: "the order of groups does not fit: \(problem); the groups are \(words(names))")
    }
    return reordered(order)
  }
}
