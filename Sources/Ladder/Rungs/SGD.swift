import RandomStreams

/// The paper's SGD: the gradient of one entry, drawn uniformly.
struct SGD: RungKind {
  static let word = "sgd"
  static let noise = "-eta (g_K - gbar), K uniform: the paper's SGD"

  init(_ values: KindOption.Values) {}

  var family: StepFamily { .entry }
  var entries: EntryLaw { .independent(1) }

  func draws(of chain: ChainNumbers) -> @Sendable (_ step: Int) -> StepDraw {
    let (choice, address) = (EntryChoice(among: chain.entries), chain.address(.entries))
    return { .entry(choice.entry(at: $0, of: address)) }
  }

  func spans(of chain: ChainNumbers) -> @Sendable (_ first: Int) -> [StepDraw] {
    let (choice, address) = (EntryChoice(among: chain.entries), chain.address(.entries))
    return { choice.span(first: $0, of: address).map(StepDraw.entry) }
  }

  func laneDraws(_ numbers: BatchNumbers) -> any LaneDraws {
    let choice = EntryChoice(among: numbers.entries)
    return EntryDraws { output, span in
      choice.fill(output, first: span.step, chains: span.chains, stream: numbers.stream)
    }
  }
}

extension Rung {
  /// SGD along one entry a step.
  public static var sgd: Rung { Rung(SGD.self) }
}
