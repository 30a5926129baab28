// Unsafe code: the buffers of entries drawn and of factors.
import RandomStreams

/// The weights of `sgd-batch`: how often each entry is drawn, over b. Entries are drawn a span at a time and kept, up to 16 MB a batch of lanes
/// for the largest b: where a stretch is shorter than a span, the next ones count what is there.
final class BatchWeights: LaneDraws {
  private let size: Int
  private let entries: Int
  private let choice: EntryChoice
  private let source: DrawSource
  private let factors: QuartetBuffer<SIMD4<Double>>
  /// 32 steps for each draw.
  private let choices: QuartetBuffer<SIMD4<UInt64>>
  /// The span that each quartet's entries are drawn for.
  private var drawn = [QuartetSpan?](repeating: nil, count: LaneBatch.quartets)
  let longestStretch: Int

  init(entries: Int, size: Int, source: DrawSource) {
    (self.entries, self.size, self.source) = (entries, size, source)
    choice = EntryChoice(among: entries)
    longestStretch = DrawStretch.longest(vectorsPerStep: entries)
    factors = QuartetBuffer(repeating: .zero, count: longestStretch * entries)
    choices = QuartetBuffer(repeating: .zero, count: size * Span.steps)
  }

  func memory(of quartet: Int, first: Int) -> QuartetDraws {
    QuartetDraws(choices: choices[quartet], factors: factors[quartet], kicks: factors[quartet])
  }

  func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>) {
    if drawn[quartet] != span { drawEntries(quartet: quartet, of: span) }
    let (counts, choices) = (factors[quartet], choices[quartet])
    counts.update(repeating: .zero, count: steps * entries)
    for draw in 0..<size {
      let entry = choices + draw * Span.steps + first
      for step in 0..<steps {
        for lane in 0..<4 { counts[step * entries + Int(entry[step][lane])][lane] += 1 }
      }
    }
    for index in 0..<(steps * entries) { counts[index] = push * (counts[index] / Double(size)) }
  }

  /// Draws all the entries of a span.
  private func drawEntries(quartet: Int, of span: QuartetSpan) {
    for draw in 0..<size {
      let output = choices[quartet] + draw * Span.steps
      choice.fill(output, first: span.step, chains: span.chains, seed: source.seed, arm: source.arm, draw: draw)
    }
    drawn[quartet] = span
  }
}
