/// The Aalen-Johansen estimate of the cumulative incidences F_k(t) = P(time <= t, cause k), with
/// their variances.
///
/// With d_k events of cause k, d of any, and n at risk at the distinct times t_i, and S the
/// Kaplan-Meier curve of any cause:
///
///     F_k(t) = sum_{t_i <= t} S(t_i-) d_k,i / n_i
///     S(t) + F_1(t) + ... + F_K(t) = 1
///
/// The d_k of one time are one multinomial draw of n, so ties are nothing special. The variance is
/// the delta method on those draws:
///
///     var F_k(t) = sum_{t_i <= t} { [F_k(t) - F_k(t_i)]^2 d_i / (n_i (n_i - d_i)) + S(t_i-)^2 d_k,i (n_i - d_k,i) / n_i^3
///                                   - 2 [F_k(t) - F_k(t_i)] S(t_i-) d_k,i / n_i^2 }
///
/// It is Greenwood's for K = 1, and the binomial F (1 - F)/n without censoring. `etm` gives this
/// one, and so does R's `survfit` without late entries: its infinitesimal jackknife is then another
/// way to the same number (with late entries it differs by a few per cent, and for K = 1 is not
/// Greenwood's). `cmprsk::cuminc` has a different one, after Aalen (1978), with n - 1 where this
/// has n: a few parts in a thousand larger while many are at risk, and unlike it at small n or many
/// ties.
///
/// F_k is 0 before the first event and right-continuous. After the last time it is not defined
/// unless S has come down to 0.
///
/// Sources: Aalen and Johansen (1978), Scandinavian Journal of Statistics 5, 141-150; Gaynor et al.
/// (1993), JASA 88, 400-409; Andersen, Borgan, Gill and Keiding, Statistical Models Based on
/// Counting Processes (1993), section IV.4.
public struct AalenJohansenEstimate: Equatable, Sendable {
  /// The data.
  public let sample: CompetingRisksSample
  /// S, the curve of events of any cause.
  public let overall: KaplanMeierEstimate
  /// F_k at each of the times: that of cause k at index k - 1.
  public let incidence: [[Double]]
  /// var F_k, laid out alike.
  public let variance: [[Double]]

  /// Estimates the cumulative incidences of a sample. Cost: O(K) for each distinct time.
  public init(_ sample: CompetingRisksSample) {
    self.sample = sample
    overall = KaplanMeierEstimate(sample.overall)
    var (incidence, variance): ([[Double]], [[Double]]) = ([], [])
    for cause in 1...sample.causeCount {
      var steps = IncidenceSteps(sample, cause: cause)
      var (values, variances): ([Double], [Double]) = ([], [])
      values.reserveCapacity(sample.overall.times.count)
      variances.reserveCapacity(sample.overall.times.count)
      for row in sample.overall.times.indices {
        steps.step(row)
        values.append(steps.incidence)
        variances.append(steps.variance)
      }
      incidence.append(values)
      variance.append(variances)
    }
    self.incidence = incidence
    self.variance = variance
  }

  /// The standard error of F_k at `sample.overall.times[row]`, 0 before the first event of the
  /// cause, and where every observation had it.
  ///
  /// - Precondition: `cause` is in 1...K.
  public func standardError(cause: Int, row: Int) -> Double {
    variance[sample.index(of: cause)][row].squareRoot()
  }

  /// F_k at any time: 0 before the first event, also at negative times; nil after the last time
  /// unless S has come down to 0, and nil when `time` is not a number.
  ///
  /// - Precondition: `cause` is in 1...K.
  public func incidence(cause: Int, at time: Double) -> Double? {
    guard let survival = overall.survival(at: time) else { return nil }
    guard survival < 1, let row = overall.lastRow(upTo: time) else { return 0 }
    return incidence[sample.index(of: cause)][row]
  }
}
