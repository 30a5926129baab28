/// The two numbers that a step needs from the schedule and the convention.
///
///     decay = 1 - c_reg * eta * lambda / m,   pull = c_data * eta / m
///
/// with m the number of substeps that a step is made of, 1 for all but the finer Euler-Maruyama
/// grids of the Gaussian rungs.
public struct StepCoefficients: Equatable, Sendable {
  /// What every weight is multiplied by.
  public let decay: Double
  /// What the residual's gradient is multiplied by.
  public let pull: Double

  /// The coefficients of a phase under a convention, for one of `substeps` parts of a step.
  public init(phase: Schedule.Phase, convention: Convention, substeps: Int = 1) {
    let learningRate = phase.learningRate / Double(substeps)
    decay = 1 - convention.ridgeFactor * learningRate * phase.ridge
    pull = convention.dataFactor * learningRate
  }
}
