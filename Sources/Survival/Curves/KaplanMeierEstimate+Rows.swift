/// One row of a survival table, at one distinct time.
public struct KaplanMeierRow: Equatable, Sendable {
  /// The time.
  public let time: Double
  /// Observations that last at least until the time.
  public let atRisk: Int
  /// Events at the time.
  public let events: Int
  /// Censorings at the time.
  public let censored: Int
  /// S, the estimate just after the time's events.
  public let survival: Double
  /// Greenwood's standard error; nil where S is 0.
  public let standardError: Double?
  /// The pointwise interval; nil where S is 1, before the first event, and where S is 0.
  public let interval: ConfidenceInterval?
  /// The sum of d/n up to the time.
  public let cumulativeHazard: Double
}

extension KaplanMeierEstimate {
  /// The survival table, a row for each distinct time, made as it is read. There is no row for the
  /// start, S(0) = 1.
  public func rows(
    _ transform: IntervalTransform = .logLog, level: ConfidenceLevel = .standard
  ) -> LazyMapCollection<Range<Int>, KaplanMeierRow> {
    sample.times.indices.lazy.map { row in
      KaplanMeierRow(
        time: sample.times[row], atRisk: sample.atRisk[row], events: sample.events[row],
        censored: sample.censored[row],
        survival: survival[row], standardError: standardError(row: row),
        interval: interval(row: row, transform, level: level),
        cumulativeHazard: cumulativeHazard[row])
    }
  }
}
