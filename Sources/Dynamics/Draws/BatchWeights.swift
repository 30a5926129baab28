// Unsafe code: the buffers of entries drawn and of factors.
import RandomStreams

/// The weights of `sgd-batch`: how often each entry is drawn, over b.
final class BatchWeights: LaneDraws {
  private let size: Int
  private let entries: Int
  private let choice: EntryChoice
  private let source: DrawSource
  private let factors: QuartetBuffer<SIMD4<Double>>
  private let choices = QuartetBuffer(repeating: SIMD4<UInt64>.zero, count: Span.steps)
  let longestStretch: Int

  init(entries: Int, size: Int, source: DrawSource) {
    (self.entries, self.size, self.source) = (entries, size, source)
    choice = EntryChoice(among: entries)
    longestStretch = DrawStretch.longest(vectorsPerStep: entries)
    factors = QuartetBuffer(repeating: .zero, count: longestStretch * entries)
  }

  func memory(of quartet: Int, first: Int) -> QuartetDraws {
    QuartetDraws(choices: choices[quartet], factors: factors[quartet], kicks: factors[quartet])
  }

  func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>) {
    let (counts, drawn) = (factors[quartet], choices[quartet])
    counts.update(repeating: .zero, count: steps * entries)
    for draw in 0..<size {
      choice.fill(drawn, first: span.step, chains: span.chains, seed: source.seed, arm: source.arm, draw: draw)
      for step in 0..<steps {
        for lane in 0..<4 { counts[step * entries + Int(drawn[first + step][lane])][lane] += 1 }
      }
    }
    for index in 0..<(steps * entries) { counts[index] = push * (counts[index] / Double(size)) }
  }
}
