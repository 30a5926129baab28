/// One row of a table of cumulative incidence, at one distinct time, for one cause.
public struct IncidenceRow: Equatable, Sendable {
  /// The time.
  public let time: Double
  /// Observations that last at least until the time.
  public let atRisk: Int
  /// Events of the cause at the time.
  public let events: Int
  /// Events of the other causes at the time.
  public let otherEvents: Int
  /// Censorings at the time.
  public let censored: Int
  /// F_k, the estimate just after the time's events.
  public let incidence: Double
  /// The standard error of F_k.
  public let standardError: Double
  /// The pointwise interval; nil where F_k is 0, before the first event of the cause, and where it
  /// is 1.
  public let interval: ConfidenceInterval?
}

extension AalenJohansenEstimate {
  /// The table of one cause, a row for each distinct time, made as it is read. There is no row for
  /// the start, F_k(0) = 0.
  ///
  /// - Precondition: `cause` is in 1...K.
  public func rows(
    cause: Int, _ transform: IntervalTransform = .logLog, level: ConfidenceLevel = .standard
  ) -> LazyMapCollection<Range<Int>, IncidenceRow> {
    let (overall, events, incidence) = (
      sample.overall, sample.events[sample.index(of: cause)], incidence[sample.index(of: cause)]
    )
    return overall.times.indices.lazy.map { row in
      IncidenceRow(
        time: overall.times[row], atRisk: overall.atRisk[row], events: events[row],
        otherEvents: overall.events[row] - events[row],
        censored: overall.censored[row], incidence: incidence[row],
        standardError: standardError(cause: cause, row: row),
        interval: interval(cause: cause, row: row, transform, level: level))
    }
  }
}
