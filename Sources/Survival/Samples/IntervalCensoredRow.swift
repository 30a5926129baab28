/// Equal observations of an interval-censored sample: the event came after `lower` and by `upper`,
/// or at `upper` when the two are equal.
public struct IntervalCensoredRow: Equatable, Sendable {
  /// l, the last time at which the event had not happened yet.
  public let lower: Double
  /// r, the first time at which it had; equal to `lower` when the event was seen as it happened,
  /// infinite when it was never seen.
  public let upper: Double
  /// When the observations came under watch, at most `lower` and below `upper`; 0 without
  /// truncation.
  public let entry: Double
  /// How many observations there are, at least 1.
  public let count: Int

  /// Whether the time is known: the interval is the point [upper, upper].
  public var isExact: Bool { lower == upper }
  /// Whether the event was not seen: the interval is (lower, infinity).
  public var isRightCensored: Bool { upper == .infinity }
}
