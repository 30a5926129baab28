import RandomStreams

/// SGD without replacement.
struct SGDShuffled: RungKind {
  static let word = "sgd-shuffled"
  static let noise =
    "that of one entry a step, each epoch of N steps in a fresh order of all entries"

  init(_ values: KindOption.Values) {}

  var family: StepFamily { .entry }
  var entries: EntryLaw { .shuffled }

  func draws(of chain: ChainNumbers) -> @Sendable (_ step: Int) -> StepDraw {
    let (entries, address) = (ShuffledEntries(among: chain.entries), chain.address(.shuffles))
    return { .entry(entries.entry(at: $0, of: address)) }
  }

  func spans(of chain: ChainNumbers) -> @Sendable (_ first: Int) -> [StepDraw] {
    let (entries, address) = (ShuffledEntries(among: chain.entries), chain.address(.shuffles))
    return { entries.span(first: $0, of: address).map(StepDraw.entry) }
  }

  func laneDraws(_ numbers: BatchNumbers) -> any LaneDraws {
    let entries = ShuffledEntries(among: numbers.entries)
    return EntryDraws { output, span in
      entries.fill(output, first: span.step, chains: span.chains, stream: numbers.stream)
    }
  }
}

extension Rung {
  /// SGD without replacement.
  public static var sgdShuffled: Rung { Rung(SGDShuffled.self) }
}
