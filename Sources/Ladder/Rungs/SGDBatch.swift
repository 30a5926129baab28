// Unsafe code: the buffers of entries drawn and of factors.
import RandomStreams

/// SGD along the mean gradient of b entries, drawn with replacement.
struct SGDBatch: RungKind {
  static let word = "sgd-batch"
  static let noise = "the mean of b draws of `sgd`, with replacement"
  static let options = [
    KindOption(
      "size", "how many entries a step draws", .whole(1...4096), example: .whole(4), spelling: .bare
    )
  ]

  private let size: Int

  init(_ values: KindOption.Values) { size = values.whole("size") }

  var family: StepFamily { .mix(redrawn: true) }
  var entries: EntryLaw { .independent(size) }

  /// c_k: how often each entry was drawn, over b.
  func draws(of chain: ChainNumbers) -> @Sendable (_ step: Int) -> StepDraw {
    let (choice, address) = (EntryChoice(among: chain.entries), chain.address(.entries))
    let (size, count) = (size, chain.entries)
    return { step in
      var counts = [Double](repeating: 0, count: count)
      for draw in 0..<size { counts[choice.entry(at: step, of: address, draw: draw)] += 1 }
      return .mix([counts.map { $0 / Double(size) }])
    }
  }

  func laneDraws(_ numbers: BatchNumbers) -> any LaneDraws { BatchMix(numbers, size: size) }
}

extension Rung {
  /// SGD with batches of `size` entries, 1 to 4096.
  public static func sgdBatch(_ size: Int) -> Rung { Rung(SGDBatch.self, ["size": .whole(size)]) }
}

/// The mix of `sgd-batch` in lanes. Entries are drawn a span at a time and kept, up to 16 MB a
/// batch of lanes for the largest b: where a stretch is shorter than a span, the next ones count
/// what is there.
private final class BatchMix: LaneDraws {
  private let size: Int
  private let numbers: BatchNumbers
  private let choice: EntryChoice
  private let factors: QuartetBuffer<SIMD4<Double>>
  /// 32 steps for each draw.
  private let choices: QuartetBuffer<SIMD4<UInt64>>
  /// The span that each quartet's entries are drawn for.
  private var drawn = [QuartetSpan?](repeating: nil, count: Lanes.quartets)
  let longestStretch: Int

  init(_ numbers: BatchNumbers, size: Int) {
    (self.numbers, self.size) = (numbers, size)
    choice = EntryChoice(among: numbers.entries)
    longestStretch = DrawStretch.longest(vectorsPerStep: numbers.entries)
    factors = QuartetBuffer(repeating: .zero, count: longestStretch * numbers.entries)
    choices = QuartetBuffer(repeating: .zero, count: size * Span.steps)
  }

  func memory(of quartet: Int, first: Int) -> QuartetDraws {
    QuartetDraws(factors: factors[quartet])
  }

  func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>) {
    if drawn[quartet] != span { drawEntries(quartet: quartet, of: span) }
    let (counts, choices, entries) = (factors[quartet], choices[quartet], numbers.entries)
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
      choice.fill(
        choices[quartet] + draw * Span.steps, first: span.step, chains: span.chains,
        stream: numbers.stream, draw: draw)
    }
    drawn[quartet] = span
  }
}
