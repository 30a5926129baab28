import Dynamics
import GRDB

/// How a chain ended, as the columns of a row. A rank that is not known is a null, as is the noise of a rung that takes none.
enum OutcomeCoding {
  /// The columns, in the order of `values`.
  static let columns =
    "outcome, time, collapse_time, exits, reentries, steps_inside, steps, resting_rank, noise_trace, noise_rank, record"

  /// The columns as a table declares them.
  static let declarations = """
    outcome TEXT NOT NULL, time INTEGER NOT NULL, collapse_time INTEGER, exits INTEGER NOT NULL, reentries INTEGER NOT NULL,
    steps_inside INTEGER NOT NULL, steps INTEGER NOT NULL, resting_rank INTEGER, noise_trace REAL, noise_rank INTEGER,
    record TEXT
    """

  /// What goes into the columns.
  static func values(_ outcome: ChainOutcome) throws -> [(any DatabaseValueConvertible)?] {
    [
      outcome.kind.rawValue, outcome.time, outcome.collapseTime, outcome.exits, outcome.reentries, outcome.stepsInside,
      outcome.steps, outcome.restingRank, outcome.noise?.trace, outcome.noise?.rank,
      try RecordCoding.text(RecordState(record: outcome.record)),
    ]
  }

  /// The outcome in a row; nil when it ended in a way that this version does not know, or its record is damaged.
  static func outcome(_ row: GRDB.Row) -> ChainOutcome? {
    guard let kind = ChainOutcome.Kind(rawValue: row["outcome"]), let recorded = RecordCoding.state(row["record"]) else {
      return nil
    }
    let trace: Double? = row["noise_trace"]
    return ChainOutcome(
      kind: kind, time: row["time"], collapseTime: row["collapse_time"], exits: row["exits"], reentries: row["reentries"],
      stepsInside: row["steps_inside"], steps: row["steps"], restingRank: row["resting_rank"],
      noise: trace.map { MatchedNoise.Summary(trace: $0, rank: row["noise_rank"]) }, record: recorded.record)
  }
}
