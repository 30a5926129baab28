import CGSL

/// A rate from clusters (runs, patients) that are independent of each other, whose events may come
/// in bursts: R = sum n_i / sum e_i over m clusters with n_i events in exposure e_i, with two
/// intervals.
///
/// `poisson` is exact if all events come from one Poisson process, and holds too little when they
/// cluster. `robust` supposes nothing within a cluster: with the variance of the ratio estimator on
/// the scale of the logarithm,
///
///     v = m/(m - 1) sum (n_i - R e_i)^2 / (sum n_i)^2,      R exp(-+ t sqrt(v)),      t = t_{m-1}((1 + level)/2),
///
/// which is the sandwich of a Poisson regression on a constant with clustered errors. It holds for
/// many clusters; Student's t is there for few. Where events are in few clusters
/// (`ClusterTotals.clustersWithEvents`), both their number and their spread are poorly known and it
/// holds too little as well.
///
/// `dispersion` is sum (n_i - R e_i)^2/(R e_i) / (m - 1), about 1 when events are Poisson, above 1
/// when they cluster.
///
/// Without events only the exact upper limit has something to say. Cost: O(1) from the totals.
///
/// Sources: Cochran, Sampling Techniques (3rd ed., 1977), section 6.4; Liang and Zeger (1986),
/// doi:10.1093/biomet/73.1.13; McCullagh and Nelder, Generalized Linear Models (2nd ed., 1989),
/// section 4.5.2.
public struct ClusteredRate: Equatable, Sendable {
  /// An interval that allows for clusters.
  public struct Robust: Equatable, Sendable {
    /// sqrt(v), the standard error of log R.
    public let logStandardError: Double
    /// The limits.
    public let interval: ConfidenceInterval
  }

  /// R with its exact interval, as if no events were clustered.
  public let poisson: PoissonRate
  /// m, the clusters with exposure.
  public let clusters: Int
  /// How many of them have an event.
  public let clustersWithEvents: Int
  /// The interval that allows for clusters; nil without events, with fewer than two clusters, when
  /// all clusters have just the same rate, so that their spread is not known, and when a limit is
  /// not a number above 0.
  public let robust: Robust?
  /// The dispersion index; nil without events and with fewer than two clusters.
  public let dispersion: Double?

  /// Estimates a rate.
  ///
  /// - Throws: what `PoissonRate` throws.
  public init(_ totals: ClusterTotals, level: ConfidenceLevel = .standard) throws(SurvivalError) {
    poisson = try PoissonRate(events: totals.events, exposure: totals.exposure, level: level)
    (clusters, clustersWithEvents) = (totals.clusters, totals.clustersWithEvents)
    guard let rate = poisson.value, totals.events > 0, clusters > 1 else {
      (robust, dispersion) = (nil, nil)
      return
    }
    let others = Double(clusters - 1)
    dispersion = totals.pearsonSum.map { $0 / others }
    let error =
      (totals.residualSquares * (Double(clusters) / others)).squareRoot() / Double(totals.events)
    let factor = exp(level.studentQuantile(degreesOfFreedom: clusters - 1) * error)
    let interval = ConfidenceInterval(lower: rate / factor, upper: rate * factor, level: level)
    let isDefined = error > 0 && interval.lower > 0 && interval.upper.isFinite
    robust = isDefined ? Robust(logStandardError: error, interval: interval) : nil
  }
}
