// Unsafe code: the buffers of entries drawn and of shifts.
import RandomStreams

/// The entries of the rungs that draw one a step, a span at a time, and the shifts of their values
/// where a rung has some.
final class EntryDraws: LaneDraws {
  /// Fills the entries of a quartet's span.
  typealias Fill = (_ output: UnsafeMutablePointer<SIMD4<UInt64>>, _ span: QuartetSpan) -> Void
  /// Fills what is added to their values.
  typealias FillShifts = (_ output: UnsafeMutablePointer<SIMD4<Double>>, _ span: QuartetSpan) ->
    Void

  private let fill: Fill
  private let fillShifts: FillShifts?
  private let choices = QuartetBuffer(repeating: SIMD4<UInt64>.zero, count: Span.steps)
  private let shifts: QuartetBuffer<SIMD4<Double>>

  init(fill: @escaping Fill, shifts fillShifts: FillShifts? = nil) {
    (self.fill, self.fillShifts) = (fill, fillShifts)
    shifts = QuartetBuffer(repeating: .zero, count: fillShifts == nil ? 0 : Span.steps)
  }

  var longestStretch: Int { Span.steps }

  func memory(of quartet: Int, first: Int) -> QuartetDraws {
    guard fillShifts != nil else { return QuartetDraws(choices: choices[quartet] + first) }
    return QuartetDraws(choices: choices[quartet] + first, shifts: shifts[quartet] + first)
  }

  func draw(quartet: Int, of span: QuartetSpan, first: Int, steps: Int, push: SIMD4<Double>) {
    guard first == 0 else { return }
    fill(choices[quartet], span)
    fillShifts?(shifts[quartet], span)
  }
}
