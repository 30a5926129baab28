import Publishing
import Survival

/// `temperature.csv`: how warm the arms with additive noise are, and what that does to the rank; a row for each rank of a chain's minimum.
enum TemperatureTable {
  /// The table; nil when there is no such arm.
  static func table(_ records: [ArmRecord]) -> Table? {
    let rows = records.flatMap { record in record.temperatures.map { row(record, $0) } }
    guard !rows.isEmpty else { return nil }
    return Table(
      "temperature", title: "Temperatures and floors",
      columns: [
        TableColumn("arm"), .words("name"), .words("hidden_widths"), TableColumn("parameters"), TableColumn("eta"),
        TableColumn("lambda"), .words("minimum_rank"), TableColumn("chains"),
      ] + spread("trace", "tr Sigma") + spread("temperature", "T") + [
        TableColumn("floor_variance"), TableColumn("floor", shape: .standardError), TableColumn("epsilon2"),
        TableColumn("floor_inside"), .words("floor_stands"), TableColumn("entered"), TableColumn("exits"),
        TableColumn("steps_inside"), TableColumn("exit_rate", shape: .interval),
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
    return [
      .count(record.index), .text(record.name), .text(ArmWords.widths(law.shape)), .count(law.shape.parameterCount),
      .number(noise.phase.learningRate, .shortest), .number(noise.phase.ridge, .shortest), minimum(record, noise),
      .count(noise.chains),
    ] + cells(noise.trace, law.rung.kind.needsMinimum ? "not looked for" : "not asked")
      + cells(noise.temperature, "not looked for") + floor(record, noise) + exits(record, noise)
  }

  private static func minimum(_ record: ArmRecord, _ noise: ArmTemperature) -> Cell {
    guard record.arm.law.rung.kind.needsMinimum else { return .missing("not asked") }
    switch noise.minimum {
    case .known(let rank): return .text(String(rank))
    case .notAtRest: return .text("not at rest")
    case .unsought: return .missing("not looked for")
    }
  }

  private static func cells(_ spread: MedianAndEnds?, _ absence: String) -> [Cell] {
    guard let spread else { return [.missing(absence), .missing(""), .missing("")] }
    return [spread.median, spread.least, spread.largest].map { .number($0, .significant(4)) }
  }

  private static func floor(_ record: ArmRecord, _ noise: ArmTemperature) -> [Cell] {
    guard let floor = noise.floor else {
      return [.missing("not computed"), .missing(""), .missing(""), .missing(""), .missing("")]
    }
    let (variance, expected) = (floor.noise.variance, floor.noise.expected)
    return [
      variance.isFinite ? .number(variance, .significant(4)) : .missing("without bound"),
      .value(expected.value, standardError: expected.standardError > 0 ? expected.standardError : nil),
      .number(floor.noise.allowed, .shortest), .number(floor.inside.probability, .significant(3)), .text(floor.standing.rawValue),
    ]
  }

  private static func exits(_ record: ArmRecord, _ noise: ArmTemperature) -> [Cell] {
    let (entered, directions) = (Cell.count(noise.directions.entered), noise.directions)
    guard record.arm.law.follow > 0 else { return [entered, .missing("not watched"), .missing(""), .missing("")] }
    return [
      entered, .count(directions.exits.poisson.events), .count(directions.stepsInside), DirectionTable.rate(directions.exits),
    ]
  }
}
