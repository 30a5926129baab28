import CGSL

/// The Nelson-Aalen estimate of a cumulative hazard, with Aalen's variance.
///
/// With d_i events and n_i at risk at the distinct times t_i:
///
///     H(t)     = sum_{t_i <= t} d_i/n_i
///     var H(t) = sum_{t_i <= t} d_i/n_i^2
///
/// The variance is that of a Poisson count and R's (`survfit`, `std.chaz`). Klein's, the sum of d_i
/// (n_i - d_i)/n_i^3, is that of a binomial one: the two are nearly equal while d_i is far below
/// n_i; where everybody has the event, Klein's adds nothing and Aalen's 1/d_i. Klein (1991,
/// Scandinavian Journal of Statistics 18) found Aalen's the less biased one in small samples.
///
/// H is 0 before the first event and right-continuous; after the last time, where nobody is at
/// risk, it is not known. With late entries it stays sound where the Kaplan-Meier curve has fallen
/// to 0 too early: a term from a small risk set adds to H and to its variance, and no more. Arrays
/// have one element for each of `sample.times`. Cost: O(rows).
///
/// Sources: Aalen (1978), doi:10.1214/aos/1176344247; Klein and Moeschberger, Survival Analysis
/// (2nd ed., 2003), section 4.2.
public struct NelsonAalenEstimate: Equatable, Sendable {
  /// The data.
  public let sample: RightCensoredSample
  /// H(t_i), in events an individual.
  public let cumulativeHazard: [Double]
  /// The estimated variance of H(t_i).
  public let variance: [Double]

  /// The scale on which a normal interval for H is symmetric.
  public enum Scale: String, CaseIterable, Equatable, Sendable {
    /// H -+ z s, the lower limit at least 0. R: minus the logarithm of the limits of
    /// `survfit(stype = 2, conf.type = "log")`.
    case plain
    /// H exp(-+ z s / H), always above 0. R: minus the logarithm of the limits with
    /// `conf.type = "log-log"`.
    case log
  }

  /// Estimates the cumulative hazard of a sample.
  public init(_ sample: RightCensoredSample) {
    var cumulativeHazard: [Double] = []
    var variance: [Double] = []
    cumulativeHazard.reserveCapacity(sample.times.count)
    variance.reserveCapacity(sample.times.count)
    var (hazard, sum) = (0.0, 0.0)
    for row in sample.times.indices {
      let atRisk = Double(sample.atRisk[row])
      let step = Double(sample.events[row]) / atRisk
      hazard += step
      sum += step / atRisk
      cumulativeHazard.append(hazard)
      variance.append(sum)
    }
    self.sample = sample
    self.cumulativeHazard = cumulativeHazard
    self.variance = variance
  }

  /// The standard error of H at `sample.times[row]`, 0 before the first event.
  public func standardError(row: Int) -> Double { variance[row].squareRoot() }

  /// H at any time: 0 before the first event, also at negative times; nil after the last time, and
  /// when `time` is not a number.
  public func cumulativeHazard(at time: Double) -> Double? {
    guard time <= sample.lastTime else { return nil }
    return sample.lastRow(upTo: time).map { cumulativeHazard[$0] } ?? 0
  }

  /// The pointwise interval for H at `sample.times[row]`; nil before the first event, where the
  /// standard error is 0 and a normal interval knows no spread (`PoissonRate` has an answer then).
  ///
  /// Source: Klein and Moeschberger (2003), section 4.3 (for S = exp(-H)); Bie, Borgan and Liestol
  /// (1987), Scandinavian Journal of Statistics 14.
  public func interval(row: Int, _ scale: Scale = .log, level: ConfidenceLevel = .standard)
    -> ConfidenceInterval?
  {
    let hazard = cumulativeHazard[row]
    guard hazard > 0 else { return nil }
    let spread = level.normalQuantile * standardError(row: row)
    switch scale {
    case .plain:
      return ConfidenceInterval(
        lower: max(hazard - spread, 0), upper: hazard + spread, level: level)
    case .log:
      let factor = exp(spread / hazard)
      // Beyond any number only at levels so near 1 that no finite limit is known.
      guard factor.isFinite else { return nil }
      return ConfidenceInterval(lower: hazard / factor, upper: hazard * factor, level: level)
    }
  }
}
