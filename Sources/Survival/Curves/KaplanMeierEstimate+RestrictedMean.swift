/// The restricted mean survival time, the mean of min(time, horizon).
public struct RestrictedMean: Equatable, Sendable {
  /// The horizon tau.
  public let horizon: Double
  /// The mean of min(time, tau).
  public let value: Double
  /// Its standard error.
  public let standardError: Double
  /// Whether the horizon lies beyond the last time while S is still above 0. The curve is not known
  /// there; it was drawn on flat, which makes `value` the largest that the data allow and
  /// `standardError` say nothing about the part that was added.
  public let isExtrapolated: Bool
}

extension KaplanMeierEstimate {
  /// The restricted mean to a horizon tau, and its standard error:
  ///
  ///     mean = integral_0^tau S(t) dt
  ///     var  = sum_{t_i <= tau} [ integral_{t_i}^tau S(t) dt ]^2 d_i / (n_i (n_i - d_i))
  ///
  /// The term at which everybody at risk has the event (n_i = d_i) is 0, as no area is left after
  /// it. This is R's `print(survfit, rmean = tau)`: without the factor m/(m - 1) that some books
  /// add.
  ///
  /// Source: Klein and Moeschberger (2003), section 4.5, equations 4.5.1 and 4.5.2.
  ///
  /// - Throws: `SurvivalError.horizon` when `horizon` is not finite and positive.
  public func restrictedMean(to horizon: Double) throws(SurvivalError) -> RestrictedMean {
    guard horizon.isFinite, horizon > 0 else { throw .horizon(horizon) }
    let rows = (0..<((lastRow(upTo: horizon) ?? -1) + 1)).reversed()
    var area = 0.0
    var next = horizon
    for row in rows {
      area += survival[row] * (next - sample.times[row])
      next = sample.times[row]
    }
    // Areas are squared in units of a power of two near the mean, the largest of them: exact, and
    // without overflow. (Near the horizon they could be too small: a curve may end long before it.)
    let unit = area + next > 0 ? (area + next).binade : 1
    area = 0
    next = horizon
    var variance = 0.0
    for row in rows {
      let time = sample.times[row]
      area += survival[row] * (next - time)
      next = time
      let atRisk = Double(sample.atRisk[row])
      let events = Double(sample.events[row])
      let share = area / unit
      if events < atRisk { variance += share * share * events / (atRisk * (atRisk - events)) }
    }
    let openEnded = survival.last.map { $0 > 0 } ?? true
    return RestrictedMean(
      horizon: horizon, value: area + next, standardError: unit * variance.squareRoot(),
      isExtrapolated: openEnded && horizon > sample.lastTime)
  }
}
