import DeepLinear

/// The halves of a schedule of two phases that repeat: a quiet one, and a noisy one with the larger
/// eta.
///
/// Halves are counted from 0; half h holds the steps in `steps(h)`. They need not be equally long.
struct PeriodHalves: Equatable {
  /// The quiet phase.
  let quiet: Schedule.Phase
  /// The noisy phase.
  let noisy: Schedule.Phase
  private let first: Int
  private let period: Int
  private let noisyPlace: Int

  /// The halves of a schedule; nil when it is not two phases that repeat with different eta.
  init?(_ schedule: Schedule) {
    guard schedule.repeats, schedule.phases.count == 2, let first = schedule.phases[0].steps,
      let second = schedule.phases[1].steps
    else { return nil }
    let rates = schedule.phases.map(\.learningRate)
    guard rates[0] != rates[1] else { return nil }
    let period = first.addingReportingOverflow(second)
    guard !period.overflow else { return nil }
    (self.first, self.period) = (first, period.partialValue)
    noisyPlace = rates[0] > rates[1] ? 0 : 1
    noisy = schedule.phases[noisyPlace]
    quiet = schedule.phases[1 - noisyPlace]
  }

  /// The half that moves theta_step to theta_{step+1}.
  func half(ofStep step: Int) -> Int { 2 * (step / period) + (step % period < first ? 0 : 1) }

  /// Whether a half is a noisy one.
  func isNoisy(_ half: Int) -> Bool { half % 2 == noisyPlace }

  /// The steps of a half.
  func steps(_ half: Int) -> Range<Int> {
    let start = half / 2 * period
    return half % 2 == 0 ? start..<start + first : start + first..<start + period
  }

  /// The half that ends at `step`; nil where none does.
  func half(endingAt step: Int) -> Int? {
    guard step > 0 else { return nil }
    let half = half(ofStep: step - 1)
    return steps(half).upperBound == step ? half : nil
  }
}
