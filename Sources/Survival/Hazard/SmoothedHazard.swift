import CGSL

/// The hazard over time, smoothed from the Nelson-Aalen increments.
///
///     h(t) = 1/b sum K((t - t_i)/b) d_i/n_i,      var h(t) = 1/b^2 sum K((t - t_i)/b)^2 d_i/n_i^2,
///
/// with Epanechnikov's kernel, corrected at both ends (`BoundaryKernel`), at an even grid from the
/// first event to the last event at which enough are (a fiftieth of the sample, at least ten, or a
/// tenth where that is less): beyond, single events make the estimate. The interval is h exp(-+ z
/// se/h). The bandwidth b is local: it takes in the same number of events everywhere, so that it is
/// narrow in a burn-in after which events come fast, and wide in a tail. Nothing is said before the
/// first event, which begins the range and has no weight itself. Smoothing blurs what is narrower
/// than the bandwidth: the interval is one for the smoothed hazard.
///
/// Events are put in 2000 bins of equal width first when they have more distinct times than that.
///
/// Cost: one pass over the table, then grid points times the events in a bandwidth; the choice of a
/// bandwidth, some 20 times 1000^2 kernels at most.
///
/// Source: Ramlau-Hansen (1983), doi:10.1214/aos/1176346152; Klein and Moeschberger (2003), section
/// 6.2.
public struct SmoothedHazard: Equatable, Sendable {
  /// The hazard at one time.
  public struct Point: Equatable, Sendable {
    /// The time.
    public let time: Double
    /// The hazard, per unit of time. Where a boundary kernel, which is negative at its far side,
    /// goes to 0 or below, it has not told the hazard: with a local bandwidth there is no point
    /// then, with one bandwidth for all times it is 0.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
    /// The lower limit; nil where the hazard is 0, and where the upper limit is above 100 times the
    /// largest hazard of the curve, which says nothing and would set the scale of any picture.
    public let lower: Double?
    /// The upper limit; nil as above.
    public let upper: Double?
    /// b at this time.
    public let bandwidth: Double
  }

  /// The hazard at the grid's times.
  public let points: [Point]
  /// The least and the largest b of the grid, in the unit of time.
  public var bandwidths: ClosedRange<Double> {
    let all = points.map(\.bandwidth)
    return (all.min() ?? 0)...(all.max() ?? 0)
  }
  /// The level of the intervals.
  public let level: ConfidenceLevel

  /// How many must be at risk: a fiftieth of the sample, but at least ten, or a tenth of the sample
  /// where that is less.
  static func fewestAtRisk(of count: Int) -> Int { min(max(10, count / 50), count / 10) }

  /// Smooths the hazard of a sample; nil when no events are left in the range, it has no length, or
  /// one so short that the hazard overflows.
  ///
  /// - Parameters:
  ///   - bandwidth: one b for all times, made at most half of the range, which then begins where
  ///     anybody is at risk; nil for the local one,
  ///     whose number of events is chosen by cross-validation over the times at which a tenth of the sample is at risk
  ///     (`HazardIncrements.chosenEvents`).
  ///   - points: the grid's length, at least 2.
  /// - Throws: `SurvivalError.bandwidth` when the bandwidth is not above 0 and finite.
  public init?(
    _ sample: RightCensoredSample, bandwidth: Double? = nil, points: Int = 200,
    level: ConfidenceLevel = .standard
  ) throws(SurvivalError) {
    precondition(points >= 2, "a grid has two points")
    if let bandwidth, !(bandwidth > 0 && bandwidth < .infinity) { throw .bandwidth(bandwidth) }
    let isLocal = bandwidth == nil
    guard
      let increments = HazardIncrements(
        sample, atRisk: Self.fewestAtRisk(of: sample.count), afterFirst: isLocal)
    else {
      return nil
    }
    // The late times' noise would make wide bandwidths look best: it is chosen where a tenth of the
    // sample is still at risk.
    let steady =
      isLocal
      ? HazardIncrements(sample, atRisk: max(1, sample.count / 10), afterFirst: true) ?? increments
      : nil
    let events = steady?.chosenEvents()
    self.level = level
    let found = (0..<points).map { index in
      let time = increments.start + increments.length * (Double(index) / Double(points - 1))
      let b =
        events.map { increments.bandwidth(at: time, events: $0) }
        ?? min(bandwidth ?? .infinity, increments.length / 2)
      return (time: time, b: b, hazard: increments.smoothed(at: time, bandwidth: b))
    }
    .filter { !isLocal || !($0.hazard.value <= 0) }
    guard found.allSatisfy({ $0.hazard.value.isFinite && $0.hazard.variance.isFinite }),
      !found.isEmpty
    else { return nil }
    let largest = found.reduce(0) { max($0, $1.hazard.value) }
    self.points = found.map { time, b, hazard in
      let (value, error) = (hazard.value, hazard.variance.squareRoot())
      guard value > 0 else {
        return Point(
          time: time, value: 0, standardError: error, lower: nil, upper: nil, bandwidth: b)
      }
      let factor = exp(level.normalQuantile * error / value)
      let isTelling = value * factor <= 100 * largest
      return Point(
        time: time, value: value, standardError: error, lower: isTelling ? value / factor : nil,
        upper: isTelling ? value * factor : nil, bandwidth: b)
    }
  }
}
