// Unsafe code: the buffers of factors.
import DeepLinear
import RandomStreams

/// The weights 1/N of `gd`, set where a phase begins.
final class EqualWeights: LaneDraws {
  private let weights: EntryWeights
  private let factors: QuartetBuffer<SIMD4<Double>>
  private let choices = QuartetBuffer(repeating: SIMD4<UInt64>.zero, count: 0)

  init(entries: Int) {
    weights = EntryWeights(entries: entries, substeps: 1)
    factors = QuartetBuffer(repeating: .zero, count: entries)
  }

  var longestStretch: Int { Span.steps }

  func memory(of quartet: Int, first: Int) -> QuartetDraws {
    QuartetDraws(choices: choices[quartet], factors: factors[quartet], kicks: factors[quartet])
  }

  func enter(_ phase: Schedule.Phase, _ coefficients: StepCoefficients, lane: Int) { set(coefficients, lane: lane) }

  /// Sets a lane's factors.
  func set(_ coefficients: StepCoefficients, lane: Int) {
    for k in 0..<weights.entries { factors[lane / 4][k][lane % 4] = -coefficients.pull * weights.mean }
  }

  func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>) {}
}
