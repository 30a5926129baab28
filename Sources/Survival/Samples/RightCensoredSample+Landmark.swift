extension RightCensoredSample {
  /// The observations that are still going on after `time`, each at risk from `time` or its own
  /// later entry: a landmark analysis. What is estimated from it is conditional on lasting beyond
  /// the landmark. Times keep their origin.
  ///
  /// Source: van Houwelingen and Putter, Dynamic Prediction in Clinical Survival Analysis (2012),
  /// chapter 7.
  ///
  /// - Throws: `SurvivalError.landmark` when `time` is negative, not finite, or no observation
  ///   lasts beyond it.
  public func landmark(at time: Double) throws(SurvivalError) -> RightCensoredSample {
    guard time.isFinite, time >= 0, time < lastTime else { throw .landmark(time, last: lastTime) }
    guard time > 0 else { return self }
    let rows = times.indices.drop { times[$0] <= time }
    let later = entryTimes.indices.drop { entryTimes[$0] <= time }
    let remaining = rows.reduce(0) { $0 + events[$1] + censored[$1] }
    let present = remaining - later.reduce(0) { $0 + entries[$1] }
    return RightCensoredSample(
      times: Array(times[rows]), events: Array(events[rows]), censored: Array(censored[rows]),
      entryTimes: (present > 0 ? [time] : []) + entryTimes[later],
      entries: (present > 0 ? [present] : []) + entries[later])
  }
}
