/// The two numbers that a step needs from the schedule and the convention.
///
///     decay = 1 - c_reg * eta * lambda,   pull = c_data * eta
public struct StepCoefficients: Equatable, Sendable {
  /// What every weight is multiplied by.
  public let decay: Double
  /// What the residual's gradient is multiplied by.
  public let pull: Double

  /// The coefficients of a phase under a convention.
  public init(phase: Schedule.Phase, convention: Convention) {
    decay = 1 - convention.ridgeFactor * phase.learningRate * phase.ridge
    pull = convention.dataFactor * phase.learningRate
  }
}
