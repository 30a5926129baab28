import Ensemble
import Publishing

/// `chains.csv`: each chain, by arm and chain.
struct ChainTable: StudyTable {
  static let name = "chains"
  static let about = "A row for each chain, by arm and chain: when it fell, if it did."

  static func columns(of shape: TableShape) -> [StudyColumn<CountedChain>] {
    [
      .arm(\.index),
      .chain { $0.chain },
      .words(
        "outcome",
        "`entered` the event's set, `censored` (the horizon came first) or `diverged` (its weights "
          + "left every bound first)"
      ) { .text($0.outcome.kind.rawValue) },
      .whole(
        "time", unit: "steps", "the step of the entry, the horizon, or the step of the divergence"
      ) {
        .count($0.outcome.time)
      },
      .whole(
        "collapse_time", unit: "steps",
        "the first step in B_0, where the chain was seen there; else empty"
      ) { .whole($0.outcome.collapseTime) },
      .whole(
        "exits", unit: "exits",
        "how often it left the event's set in its follow-up, by whichever condition of the set"
      ) { .count($0.outcome.exits.total) },
    ]
  }

  init(_ plan: EnsemblePlan) {}

  func rows(of chain: CountedChain) -> [CountedChain] { [chain] }
}

extension StudyColumn {
  /// The chain's index in its arm.
  static func chain(_ index: @escaping @Sendable (Row) -> Int) -> StudyColumn {
    .whole("chain", unit: "index from 0", "the chain in its arm") { .count(index($0)) }
  }
}
