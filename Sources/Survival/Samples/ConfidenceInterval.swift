/// A two-sided confidence interval, lower <= upper, both finite. Where data set no bound at all,
/// the estimate that would hold the interval has optional bounds instead (`QuantileEstimate`,
/// `PoissonRate`).
public struct ConfidenceInterval: Equatable, Sendable {
  /// The lower limit.
  public let lower: Double
  /// The upper limit.
  public let upper: Double
  /// The level asked for. For exact intervals the coverage is at least this; for normal ones, about
  /// this in large samples.
  public let level: ConfidenceLevel

  /// Whether `value` is inside, limits included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
