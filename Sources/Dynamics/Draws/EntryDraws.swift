// Unsafe code: the buffers of entries drawn.
import RandomStreams

/// The entries of `sgd` and `sgd-shuffled`, a span at a time.
final class EntryDraws: LaneDraws {
  private enum Order {
    case independent(EntryChoice)
    case shuffled(ShuffledEntries)
  }

  private let order: Order
  private let source: DrawSource
  private let choices = QuartetBuffer(repeating: SIMD4<UInt64>.zero, count: Span.steps)
  private let none = QuartetBuffer(repeating: SIMD4<Double>.zero, count: 0)

  init(entries: Int, isShuffled: Bool, source: DrawSource) {
    order = isShuffled ? .shuffled(ShuffledEntries(among: entries)) : .independent(EntryChoice(among: entries))
    self.source = source
  }

  var longestStretch: Int { Span.steps }

  func memory(of quartet: Int, first: Int) -> QuartetDraws {
    QuartetDraws(choices: choices[quartet] + first, factors: none[quartet], kicks: none[quartet])
  }

  func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>) {
    guard first == 0 else { return }
    switch order {
    case .independent(let choice):
      choice.fill(choices[quartet], first: span.step, chains: span.chains, seed: source.seed, arm: source.arm)
    case .shuffled(let entries):
      entries.fill(choices[quartet], first: span.step, chains: span.chains, seed: source.seed, arm: source.arm)
    }
  }
}
