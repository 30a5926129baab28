import CGSL

/// The function g of time along which a test of proportional hazards lets log hazard ratios change,
/// b + theta g(t).
public enum TimeTransform: String, CaseIterable, Sendable {
  /// 1 - S(t-), S the Kaplan-Meier estimate of all observations together, strata included: R's
  /// default. Events count about evenly.
  case kaplanMeier
  /// t.
  case identity
  /// log t. Without a value when an event falls at time 0.
  case log
  /// The rank of t among the times of all observations, censored ones included, ties at their mean
  /// rank (as in R: rows that split an observation count).
  case rank

  /// g at the distinct times of a pooled sample, less its mean over the events; nil where it is not
  /// finite or there is no event.
  func values(_ pooled: RightCensoredSample) -> [Double]? {
    var values: [Double]
    switch self {
    case .kaplanMeier:
      values = KaplanMeierEstimate(pooled).survival.map { 1 - $0 }
      values = [0] + values.dropLast()
    case .identity: values = pooled.times
    case .log: values = pooled.times.map { CGSL.log($0) }
    case .rank:
      var before = 0
      values = zip(pooled.events, pooled.censored).map { events, censored in
        defer { before += events + censored }
        return Double(before) + Double(events + censored + 1) / 2
      }
    }
    let events = pooled.eventCount
    let sum = zip(values, pooled.events).reduce(0) { $1.1 > 0 ? $0 + $1.0 * Double($1.1) : $0 }
    guard events > 0, sum.isFinite else { return nil }
    let mean = sum / Double(events)
    return values.map { $0 - mean }
  }
}
