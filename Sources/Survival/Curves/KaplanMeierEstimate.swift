/// The Kaplan-Meier estimate of a survival function, with Greenwood's variance.
///
/// With d_i events and n_i at risk at the distinct times t_i:
///
///     S(t)         = prod_{t_i <= t} (1 - d_i/n_i)
///     var S(t)     = S(t)^2 sum_{t_i <= t} d_i / (n_i (n_i - d_i))         (Greenwood)
///     H(t)         = sum_{t_i <= t} d_i/n_i                                (Nelson-Aalen)
///
/// S is 1 before the first event and right-continuous. After the last time it is 0 when the last
/// observation is an event, and not defined otherwise. Arrays have one element for each of
/// `sample.times`.
///
/// With late entries S estimates lasting beyond t given lasting until the first entry. The first
/// risk sets may be small, and when everybody in one has the event, S falls to 0 and stays there,
/// whatever comes later (as in R). That is the estimator's answer, but a bad one:
/// `fallsToZeroEarly` tells it; a landmark after that time (`RightCensoredSample.landmark`) or
/// `NelsonAalenEstimate` still has something to say.
///
/// Sources: Kaplan and Meier (1958), doi:10.1080/01621459.1958.10501452; Greenwood (1926), Reports
/// on Public Health and Medical Subjects 33; Klein and Moeschberger, Survival Analysis (2nd ed.,
/// 2003), section 4.2.
public struct KaplanMeierEstimate: Equatable, Sendable {
  /// The data.
  public let sample: RightCensoredSample
  /// S(t_i).
  public let survival: [Double]
  /// H(t_i), the cumulative hazard as a sum of d/n; it is not -log S.
  public let cumulativeHazard: [Double]
  /// Greenwood's sum at t_i, the variance of log S(t_i); infinite where S is 0.
  let greenwoodSum: [Double]

  /// Estimates the survival function of a sample.
  public init(_ sample: RightCensoredSample) {
    var survival: [Double] = []
    var cumulativeHazard: [Double] = []
    var greenwoodSum: [Double] = []
    survival.reserveCapacity(sample.times.count)
    cumulativeHazard.reserveCapacity(sample.times.count)
    greenwoodSum.reserveCapacity(sample.times.count)
    var (surviving, hazard, sum) = (1.0, 0.0, 0.0)
    for row in sample.times.indices {
      let atRisk = Double(sample.atRisk[row])
      let events = Double(sample.events[row])
      surviving *= (atRisk - events) / atRisk
      hazard += events / atRisk
      // Infinite when everyone at risk has the event; never 0/0, as somebody is at risk.
      sum += events / (atRisk * (atRisk - events))
      survival.append(surviving)
      cumulativeHazard.append(hazard)
      greenwoodSum.append(sum)
    }
    self.sample = sample
    self.survival = survival
    self.cumulativeHazard = cumulativeHazard
    self.greenwoodSum = greenwoodSum
  }

  /// Whether S is 0 although observations last longer, which only late entries can bring about.
  public var fallsToZeroEarly: Bool { survival.count >= 2 && survival[survival.count - 2] == 0 }

  /// Greenwood's standard error of S at `sample.times[row]`. It is 0 where S is 1, and nil where S
  /// is 0: there Greenwood's formula is 0 times infinity (R prints NaN).
  public func standardError(row: Int) -> Double? {
    survival[row] > 0 ? survival[row] * greenwoodSum[row].squareRoot() : nil
  }

  /// S at any time: 1 before the first event, also at negative times; nil after the last time
  /// unless S has come down to 0, and nil when `time` is not a number.
  public func survival(at time: Double) -> Double? {
    guard !time.isNaN else { return nil }
    guard let row = lastRow(upTo: time) else { return 1 }
    return time > sample.lastTime && survival[row] > 0 ? nil : survival[row]
  }

  /// The last row whose time is at most `time`; nil when there is none.
  public func lastRow(upTo time: Double) -> Int? { sample.lastRow(upTo: time) }
}
