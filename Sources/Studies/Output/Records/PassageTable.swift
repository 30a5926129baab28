import Ensemble
import Publishing

/// `passages.csv`: what each chain did after its entry, and where gradient descent leads from its
/// last state.
struct PassageTable: StudyTable {
  static let name = "passages"
  static let about = """
    A row for each chain: what came after its entry, and where it rests. The columns from `exits` to
    `steps_followed` are empty for a chain that did not enter, and where `follow` is 0. The last
    state of a chain is that at the end of the span of 32 steps in which the chain was over.
    """

  static func columns(of shape: TableShape) -> [StudyColumn<CountedChain>] {
    [.arm(\.index), .chain { $0.chain }] + followed + rest
  }

  private static let followed: [StudyColumn<CountedChain>] = [
    .whole(
      "exits", unit: "exits",
      "how often it left the event's set in its follow-up. Each exit counts for the gravest "
        + "condition that the chain broke before it came back: the rank before the bound on the "
        + "norms before the balance"
    ) { followed($0, $0.outcome.exits.total) },
    .whole(
      "exits_rank", unit: "exits",
      "exits by the rank: a way up, or additive noise alone has crossed the line of f_alpha "
        + "(resting.csv tells). With `quench` and `cores` all exits are by the rank, but where "
        + "gradient descent diverges"
    ) { followed($0, $0.outcome.exits.rank) },
    .whole("exits_bound", unit: "exits", "exits by the bound on the norms, which keep the rank") {
      followed($0, $0.outcome.exits.bound)
    },
    .whole("exits_balance", unit: "exits", "exits by the balance of two layers, which keep it") {
      followed($0, $0.outcome.exits.balance)
    },
    .whole("reentries", unit: "re-entries", "how often it came back") {
      followed($0, $0.outcome.reentries)
    },
    .whole(
      "steps_inside", unit: "steps",
      "the steps after its entry that found it in the set: from an entry at step a to an exit at "
        + "step b, b - a"
    ) { followed($0, $0.outcome.stepsInside) },
    .whole(
      "steps_followed", unit: "steps",
      "the steps after its entry: `follow`, or fewer where it diverged"
    ) { followed($0, $0.outcome.stepsFollowed) },
  ]

  private static let rest: [StudyColumn<CountedChain>] = [
    .whole(
      "resting_rank", unit: "rank",
      "the rank of the minimum that gradient descent reaches from its last state, with eta and "
        + "lambda of that step: the number of singular values of A above 1e-6 of the largest "
        + "observed value. Where gradient descent does not come to rest in 32 768 steps, the "
        + "smallest s <= r with the weights it has come to in B_s; empty outside B_r then, and "
        + "where the chain or gradient descent diverges"
    ) { .whole($0.outcome.restingRank) },
    .number(
      "noise_trace",
      "tr Sigma at the minimum that gradient descent reaches from its start, for `gaussian-frozen` "
        + "and for `langevin` with `temperature: matched`; 0 where gradient descent diverges: such "
        + "a chain has no noise"
    ) { .number($0.outcome.noise?.trace) },
    .whole(
      "noise_rank", unit: "rank",
      "the rank of A at that minimum; empty where gradient descent did not come to rest"
    ) { .whole($0.outcome.noise?.rank) },
    .number(
      "temperature",
      "T in the schedule's phase with the largest eta: as given, or eta tr Sigma / (2 P). For "
        + "`gaussian-frozen` that is the mean over all directions"
    ) { .number($0.arm.law.temperature(noise: $0.outcome.noise)) },
  ]

  private static func followed(_ chain: CountedChain, _ count: Int) -> Cell {
    let isFollowed = chain.outcome.kind == .entered && chain.arm.law.follow > 0
    return isFollowed ? .count(count) : .missing()
  }

  init(_ plan: EnsemblePlan) {}

  func rows(of chain: CountedChain) -> [CountedChain] { [chain] }
}
