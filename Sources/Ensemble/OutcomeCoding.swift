import AbsorbingSets
import Chains
import GRDB
import Ladder

/// How a chain ended, as the columns of a row. A rank that is not known is a null, as is the noise
/// of a rung that takes none.
enum OutcomeCoding {
  /// The columns, in the order of `values`.
  static let columns =
    "outcome, time, collapse_time, exits_rank, exits_bound, exits_balance, reentries, rank_reentries, steps_inside, steps, divergence, "
    + "resting_rank, noise_trace, noise_rank, record"

  /// Places for the arm, the chain and the columns in a statement.
  static let places = [String](repeating: "?", count: 17).joined(separator: ", ")

  /// The columns as a table declares them.
  static let declarations = """
    outcome TEXT NOT NULL, time INTEGER NOT NULL, collapse_time INTEGER, exits_rank INTEGER NOT NULL,
    exits_bound INTEGER NOT NULL, exits_balance INTEGER NOT NULL, reentries INTEGER NOT NULL, rank_reentries INTEGER NOT NULL,
    steps_inside INTEGER NOT NULL, steps INTEGER NOT NULL, divergence INTEGER,
    resting_rank INTEGER, noise_trace REAL, noise_rank INTEGER, record TEXT
    """

  /// What goes into the columns.
  static func values(_ outcome: ChainOutcome) throws -> [(any DatabaseValueConvertible)?] {
    [
      outcome.kind.rawValue, outcome.time, outcome.collapseTime, outcome.exits.rank,
      outcome.exits.bound,
      outcome.exits.balance, outcome.reentries, outcome.rankReentries, outcome.stepsInside,
      outcome.steps, outcome.divergence,
      outcome.restingRank, outcome.noise?.trace, outcome.noise?.rank,
      try RecordCoding.text(RecordState(record: outcome.record)),
    ]
  }

  /// The outcome in a row; nil when it ended in a way that this version does not know, or its
  /// record is damaged.
  static func outcome(_ row: GRDB.Row) -> ChainOutcome? {
    guard let kind = ChainOutcome.Kind(rawValue: row["outcome"]),
      let recorded = RecordCoding.state(row["record"])
    else {
      return nil
    }
    let trace: Double? = row["noise_trace"]
    let exits = ExitCounts(
      rank: row["exits_rank"], bound: row["exits_bound"], balance: row["exits_balance"])
    return ChainOutcome(
      kind: kind, time: row["time"], collapseTime: row["collapse_time"], exits: exits,
      reentries: row["reentries"],
      rankReentries: row["rank_reentries"],
      stepsInside: row["steps_inside"], steps: row["steps"], divergence: row["divergence"],
      restingRank: row["resting_rank"],
      noise: trace.map { MinimumNoise.Summary(trace: $0, rank: row["noise_rank"]) },
      record: recorded.record)
  }
}
