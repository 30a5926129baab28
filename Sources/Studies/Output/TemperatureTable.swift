import Publishing

/// `temperature.csv`: how warm the arms with additive noise are, and what that does to the rank.
enum TemperatureTable {
  /// The table; nil when there is no such arm.
  static func table(_ records: [ArmRecord]) -> Table? {
    let rows = records.compactMap { record in record.temperature.map { row(record, $0) } }
    guard !rows.isEmpty else { return nil }
    return Table(
      "temperature", title: "Temperatures and floors",
      columns: [
        TableColumn("arm"), .words("name"), .words("hidden_widths"), TableColumn("parameters"), TableColumn("eta"),
        TableColumn("lambda"), TableColumn("chains"),
      ] + spread("trace", "tr Sigma") + spread("temperature", "T") + [
        TableColumn("not_at_rest"), .words("minimum_ranks"), TableColumn("floor_variance"),
        TableColumn("floor", shape: .standardError), TableColumn("epsilon2"), .words("floor_stands"),
      ], rows: rows)
  }

  private static func spread(_ key: String, _ name: String) -> [TableColumn] {
    [
      TableColumn("\(key)_median", heading: "median \(name)"), TableColumn("\(key)_min", heading: "least"),
      TableColumn("\(key)_max", heading: "largest"),
    ]
  }

  private static func row(_ record: ArmRecord, _ noise: ArmTemperature) -> [Cell] {
    let law = record.arm.law
    let isAsked = law.rung.needsMinimum
    return [
      .count(record.index), .text(record.name), .text(ArmWords.widths(law.shape)), .count(law.shape.parameterCount),
      .number(noise.phase.learningRate, .shortest), .number(noise.phase.ridge, .shortest), .count(record.summary.chains),
    ] + cells(noise.trace, isAsked ? "not looked for" : "not asked") + cells(noise.temperature, "not looked for") + [
      isAsked ? .count(noise.minima.unknown) : .missing("not asked"),
      isAsked ? .text(ranks(noise.minima)) : .missing("not asked"),
    ] + floor(record, noise)
  }

  private static func cells(_ spread: MedianAndEnds?, _ absence: String) -> [Cell] {
    guard let spread else { return [.missing(absence), .missing(""), .missing("")] }
    return [spread.median, spread.least, spread.largest].map { .number($0, .significant(4)) }
  }

  /// `rank 1: 3, rank 2: 197`.
  private static func ranks(_ minima: RestingCounts) -> String {
    minima.byRank.sorted { $0.key < $1.key }.map { "rank \($0.key): \($0.value)" }.joined(separator: ", ")
  }

  private static func floor(_ record: ArmRecord, _ noise: ArmTemperature) -> [Cell] {
    guard let floor = noise.floor else { return [.missing("none"), .missing(""), .missing(""), .missing("")] }
    let expected = floor.expected
    return [
      floor.variance.isFinite ? .number(floor.variance, .significant(4)) : .missing("without bound"),
      .value(expected.value, standardError: expected.standardError > 0 ? expected.standardError : nil),
      .number(floor.allowed, .shortest), .text(floor.isAbove ? "above" : "below"),
    ]
  }
}
