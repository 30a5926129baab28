import Chains
import Ensemble
import Publishing
import Survival

/// `resting.csv`: the rank of the minimum that gradient descent reaches from the last states, which
/// tells the basin that a chain is in from the noise in it.
struct RestingTable: StudyTable {
  static let name = "resting"
  static let title: String? = "Where gradient descent leads from the last states"
  static let about = """
    Gradient descent goes on without noise from the last state of each chain, and this table counts
    the ranks of the minima that it reaches. So it tells the basin that a chain is in from the noise
    that it carries. A row for each arm, way of ending and rank.
    """
  static let legend = """
    - Where gradient descent leads: from the chain's last state (the end of its follow-up, or the
      horizon) gradient descent goes on without noise, and resting_rank is the rank of the minimum
      it reaches; diverged: the chain has diverged after its entry; not at rest: it reaches none.
      This tells the basin that a chain is in from the noise that it carries. Exact binomial
      intervals among the chains that ended so.

    """

  /// One answer in one arm.
  struct Row {
    let record: ArmRecord
    let ended: ChainOutcome.Kind
    let rank: String
    let chains: BinomialProportion
  }

  static func columns(of shape: TableShape) -> [StudyColumn<Row>] {
    [
      .arm(\.record.index),
      .name { .text($0.record.name) },
      .words(
        "ended",
        "`entered` (the last state is that at the end of the follow-up) or `censored` (that at the "
          + "horizon). No rows where no chain ended so, and none for chains that diverged before "
          + "an entry"
      ) { .text($0.ended.rawValue) },
      .words(
        "resting_rank",
        "the rank of the minimum: from 0 to the event's rank at least, and to the highest that was "
          + "found; `diverged` for chains that diverged since; `not at rest` where gradient "
          + "descent reaches none"
      ) { .text($0.rank) },
      .whole("chains", unit: "chains", "the chains of this rank") { .count($0.chains.events) },
      .number(
        "share", unit: "share", shape: .interval,
        "their share of the chains that ended so, with the exact binomial interval"
      ) { .share($0.chains) },
    ]
  }

  init(_ plan: EnsemblePlan) {}

  func rows(of arm: CountedArm) throws -> [Row] {
    let record = arm.record
    let endings = [
      (ChainOutcome.Kind.entered, record.resting.entered), (.censored, record.resting.censored),
    ]
    return try endings.filter { $0.1.total > 0 }.flatMap { kind, counts in
      try Self.counts(counts, kind, eventRank: record.arm.law.event.rank).map { rank, chains in
        let share = try BinomialProportion(events: chains, trials: counts.total)
        return Row(record: record, ended: kind, rank: rank, chains: share)
      }
    }
  }

  /// The chains by their answer.
  private static func counts(
    _ counts: RestingCounts, _ kind: ChainOutcome.Kind, eventRank: Int
  ) -> [(String, Int)] {
    // Up to the event's rank even where no chain rests there: that none does has its interval, too.
    let ranks = Array(0...max(counts.highest ?? 0, eventRank))
    // Chains that diverge before an entry have a row of outcomes.csv; one that is censored can
    // diverge while it is still recorded.
    let hasDiverged = kind == .entered || counts.diverged > 0
    return ranks.map { (String($0), counts.byRank[$0] ?? 0) }
      + (hasDiverged ? [("diverged", counts.diverged)] : []) + [("not at rest", counts.unknown)]
  }
}
