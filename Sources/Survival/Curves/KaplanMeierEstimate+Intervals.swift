import CGSL

/// The scale on which a normal interval for S is symmetric. Conventions are those of R's
/// `survfit(conf.type =)`.
public enum IntervalTransform: String, CaseIterable, Equatable, Sendable {
  /// S -+ z se.
  case plain
  /// S exp(-+ z s), where s = se/S is the standard error of log S. R's default.
  case log
  /// S^exp(-+ z s / |log S|). The one with limits always in [0, 1] and the best small-sample
  /// coverage: Rankfall's tables use it.
  case logLog = "log-log"

  /// The interval about a share strictly between 0 and 1 whose half width is `radius` for the
  /// share's logarithm, and as much on other scales by the delta method; clipped to [0, 1].
  func interval(about share: Double, radius: Double, level: ConfidenceLevel) -> ConfidenceInterval {
    let (lower, upper): (Double, Double)
    switch self {
    case .plain: (lower, upper) = (share - radius * share, share + radius * share)
    case .log: (lower, upper) = (share * exp(-radius), share * exp(radius))
    case .logLog:
      let depth = -CGSL.log(share)
      lower = exp(-depth * exp(radius / depth))
      upper = exp(-depth * exp(-radius / depth))
    }
    return ConfidenceInterval(lower: max(lower, 0), upper: min(upper, 1), level: level)
  }
}

extension KaplanMeierEstimate {
  /// The pointwise interval for S at `sample.times[row]`, clipped to [0, 1].
  ///
  /// Where S is 1 it is nil for every transform (R: NA for log-log, [1, 1] for the others): no
  /// event yet means that the normal intervals know no spread, not that S is certain;
  /// `BinomialProportion` has an answer then. Where S is 0 it is nil, too (R: NA), as the standard
  /// error is not defined.
  ///
  /// Sources: Klein and Moeschberger (2003), section 4.3; Borgan and Liestol (1990), Scandinavian
  /// Journal of Statistics 17.
  public func interval(
    row: Int, _ transform: IntervalTransform = .logLog, level: ConfidenceLevel = .standard
  ) -> ConfidenceInterval? {
    let survival = survival[row]
    guard survival > 0, survival < 1 else { return nil }
    return transform.interval(
      about: survival, radius: level.normalQuantile * greenwoodSum[row].squareRoot(), level: level)
  }
}
