import Chains
import Publishing
import Survival

/// `resting.csv`: the rank of the minimum that gradient descent reaches from the last states, which tells the basin from the noise in it.
enum RestingTable {
  /// The table.
  static func table(_ records: [ArmRecord]) throws -> Table {
    var table = Table(
      "resting", title: "Where gradient descent leads from the last states",
      columns: [
        TableColumn("arm"), .words("name"), .words("ended"), .words("resting_rank"), TableColumn("chains"),
        TableColumn("share", shape: .interval),
      ])
    for record in records {
      let endings = [(ChainOutcome.Kind.entered, record.resting.entered), (.censored, record.resting.censored)]
      for (kind, counts) in endings where counts.total > 0 {
        // Up to the event's rank even where no chain rests there: that none does has its interval, too.
        let ranks = Array(0...max(counts.highest ?? 0, record.arm.law.event.rank))
        // Chains that diverge before an entry have a row of outcomes.csv; one that is censored can diverge while it is still recorded.
        let diverged = kind == .entered || counts.diverged > 0 ? [("diverged", counts.diverged)] : []
        let rows = ranks.map { (String($0), counts.byRank[$0] ?? 0) } + diverged + [("not at rest", counts.unknown)]
        for (rank, chains) in rows {
          table.append([
            .count(record.index), .text(record.name), .text(kind.rawValue), .text(rank), .count(chains),
            .share(try BinomialProportion(events: chains, trials: counts.total)),
          ])
        }
      }
    }
    return table
  }
}
