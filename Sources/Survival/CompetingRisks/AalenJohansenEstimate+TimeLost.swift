/// The restricted mean time lost to a cause, the mean of the time from its event to the horizon.
public struct TimeLost: Equatable, Sendable {
  /// The horizon tau.
  public let horizon: Double
  /// The mean of max(tau - time, 0) over events of the cause, and 0 for everybody else.
  public let value: Double
  /// Its standard error.
  public let standardError: Double
  /// Whether the horizon lies beyond the last time while S is still above 0. The curve is not known
  /// there; it was drawn on flat, which makes `value` the smallest that the data allow and
  /// `standardError` say nothing about the part that is missing.
  public let isExtrapolated: Bool
}

extension AalenJohansenEstimate {
  /// The restricted mean time lost to a cause by a horizon tau, the area under F_k from 0 to tau,
  /// with the standard error that follows from the variances and covariances of F_k. The times lost
  /// to all causes and the restricted mean time add up to tau.
  ///
  /// Source: Andersen (2013), doi:10.1002/sim.5903.
  ///
  /// - Throws: `SurvivalError.horizon` when `horizon` is not finite and positive.
  /// - Precondition: `cause` is in 1...K.
  public func restrictedTimeLost(cause: Int, to horizon: Double) throws(SurvivalError) -> TimeLost {
    guard horizon.isFinite, horizon > 0 else { throw .horizon(horizon) }
    var steps = IncidenceSteps(sample, cause: cause)
    var last = 0.0
    for (row, time) in sample.overall.times.enumerated() {
      guard time <= horizon else { break }
      steps.pass(time - last)
      steps.step(row)
      last = time
    }
    steps.pass(horizon - last)
    return TimeLost(
      horizon: horizon, value: steps.area, standardError: max(steps.areaVariance, 0).squareRoot(),
      isExtrapolated: steps.survival > 0 && horizon > sample.overall.lastTime)
  }
}
