/// What a rate needs of events and exposures by cluster (a run, a patient), taken up one cluster at
/// a time in constant memory: the sums of n, e, n^2, n e, e^2 and n^2/e over clusters with n events
/// in exposure e.
///
/// The sums are carried with twice the digits of a number. For whole exposures, such as steps, all
/// but the last are exact up to 2^104, so that what is made of them does not depend on the order of
/// the clusters, nor on how they were shared out before totals were added.
public struct ClusterTotals: Equatable, Sendable {
  /// How many clusters have been watched: those with an exposure above 0.
  public private(set) var clusters = 0
  /// How many of them have an event. What is said of the spread between clusters rests on these.
  public private(set) var clustersWithEvents = 0
  /// All events.
  public private(set) var events = 0
  private var exposureSum = ExtendedSum()
  private var eventSquares = ExtendedSum()
  private var products = ExtendedSum()
  private var exposureSquares = ExtendedSum()
  private var ratios = ExtendedSum()

  /// All exposure.
  public var exposure: Double { exposureSum.high }

  /// The exposures other than 0 that are accepted, so that squares and ratios are numbers.
  public static let exposures = 1e-100...1e100

  /// No cluster yet.
  public init() {}

  /// Takes up a cluster. One without exposure and events says nothing and is not counted.
  ///
  /// - Throws: `SurvivalError.eventCount` when `events` is negative or all events are more than
  ///   `PoissonRate.largestCount`; `.clusterExposure` when `exposure` is neither 0 nor in
  ///   `exposures`; `.eventsWithoutExposure` for events at exposure 0. The totals are then as
  ///   before.
  public mutating func add(events: Int, exposure: Double) throws(SurvivalError) {
    guard events >= 0, events <= PoissonRate.largestCount - self.events else {
      throw .eventCount(events)
    }
    guard exposure == 0 || Self.exposures.contains(exposure) else {
      throw .clusterExposure(exposure)
    }
    guard exposure > 0 else {
      guard events == 0 else { throw .eventsWithoutExposure(events) }
      return
    }
    let count = Double(events)
    clusters += 1
    clustersWithEvents += events > 0 ? 1 : 0
    self.events += events
    exposureSum.add(exposure)
    eventSquares.add(count, times: count)
    products.add(count, times: exposure)
    exposureSquares.add(exposure, times: exposure)
    // The quotient, and that of the remainder.
    let quotient = count / exposure
    let remainder = count.addingProduct(-quotient, exposure)
    ratios.add(count, times: quotient)
    ratios.add(count * (remainder / exposure))
  }

  /// Takes up a cluster whose exposure is a whole number, such as steps.
  ///
  /// - Throws: as for numbers with a fraction, and `SurvivalError.clusterExposure` for an exposure
  ///   that is not a `Double` exactly.
  public mutating func add(events: Int, exposure: Int) throws(SurvivalError) {
    guard let number = Double(exactly: exposure) else { throw .clusterExposure(Double(exposure)) }
    try add(events: events, exposure: number)
  }

  /// Takes up all clusters of other totals.
  ///
  /// - Throws: `SurvivalError.eventCount` when all events are more than `PoissonRate.largestCount`;
  ///   the totals are then as before.
  public mutating func add(_ other: ClusterTotals) throws(SurvivalError) {
    guard other.events <= PoissonRate.largestCount - events else { throw .eventCount(other.events) }
    clusters += other.clusters
    clustersWithEvents += other.clustersWithEvents
    events += other.events
    exposureSum.add(other.exposureSum)
    eventSquares.add(other.eventSquares)
    products.add(other.products)
    exposureSquares.add(other.exposureSquares)
    ratios.add(other.ratios)
  }

  /// sum (n - R e)^2 with R = sum n / sum e, as sum n^2 - R sum n e - R (sum n e - R sum e^2); 0
  /// where it is no more than rounding, a spread of 10^-12 of the counts.
  var residualSquares: Double {
    guard events > 0 else { return 0 }
    let rate = Double(events) / exposure
    var inner = products
    inner.add(-rate, times: exposureSquares)
    var sum = eventSquares
    sum.add(-rate, times: products)
    sum.add(-rate, times: inner)
    return sum.high > 1e-24 * eventSquares.high ? sum.high : 0
  }

  /// Pearson's sum (n - R e)^2/(R e) = (sum n^2/e sum e - (sum n)^2)/sum n; nil without events.
  var pearsonSum: Double? {
    guard events > 0 else { return nil }
    let count = Double(events)
    var sum = ExtendedSum()
    sum.add(exposureSum.high, times: ratios)
    sum.add(exposureSum.low, times: ratios)
    sum.add(-count, times: count)
    return max(sum.high / count, 0)
  }
}
