// Unsafe code: the buffers of factors.
import DeepLinear
import RandomStreams

/// The mix c_k = 1/N of gradient descent in lanes, set where a phase begins.
package final class EqualMix: LaneDraws {
  private let mix: EntryMix
  private let factors: QuartetBuffer<SIMD4<Double>>

  /// The mix of N entries.
  package init(entries: Int) {
    mix = EntryMix(entries: entries, substeps: 1)
    factors = QuartetBuffer(repeating: .zero, count: entries)
  }

  package var longestStretch: Int { Span.steps }

  package func memory(of quartet: Int, first: Int) -> QuartetDraws {
    QuartetDraws(factors: factors[quartet])
  }

  package func enter(_ phase: Schedule.Phase, _ coefficients: StepCoefficients, lane: Int) {
    set(coefficients, lane: lane)
  }

  /// Sets a lane's factors.
  package func set(_ coefficients: StepCoefficients, lane: Int) {
    for k in 0..<mix.entries { factors[lane / 4][k][lane % 4] = -coefficients.pull * mix.mean }
  }

  package func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>)
  {}
}
