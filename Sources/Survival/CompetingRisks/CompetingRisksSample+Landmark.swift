extension CompetingRisksSample {
  /// The observations that are still going on after `time`, each at risk from `time` or its own
  /// later entry, as in `RightCensoredSample.landmark`. Incidences from it are those given that no
  /// event of any cause came by the landmark. Times keep their origin, and K is the same.
  ///
  /// - Throws: `SurvivalError.landmark` when `time` is negative, not finite, or no observation
  ///   lasts beyond it.
  public func landmark(at time: Double) throws(SurvivalError) -> CompetingRisksSample {
    let later = try overall.landmark(at: time)
    return CompetingRisksSample(
      overall: later, events: events.map { Array($0.suffix(later.times.count)) })
  }
}
