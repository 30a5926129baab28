import CGSL

/// The scale on which a normal interval for S is symmetric. Conventions are those of R's `survfit(conf.type =)`.
public enum IntervalTransform: String, CaseIterable, Equatable, Sendable {
  /// S -+ z se.
  case plain
  /// S exp(-+ z s), where s = se/S is the standard error of log S. R's default.
  case log
  /// S^exp(-+ z s / |log S|). The one with limits always in [0, 1] and the best small-sample coverage: Rankfall's tables use it.
  case logLog = "log-log"
}

extension KaplanMeierEstimate {
  /// The pointwise interval for S at `sample.times[row]`, clipped to [0, 1].
  ///
  /// Where S is 1 it is nil for every transform (R: NA for log-log, [1, 1] for the others): no event yet means that the normal intervals know no
  /// spread, not that S is certain; `BinomialProportion` has an answer then. Where S is 0 it is nil, too (R: NA), as the standard error is
  /// not defined.
  ///
  /// Sources: Klein and Moeschberger (2003), section 4.3; Borgan and Liestol (1990), Scandinavian Journal of Statistics 17.
  public func interval(
    row: Int, _ transform: IntervalTransform = .logLog, level: ConfidenceLevel = .standard
  ) -> ConfidenceInterval? {
    let survival = survival[row]
    guard survival > 0, survival < 1 else { return nil }
    return interval(about: survival, radius: level.normalQuantile * greenwoodSum[row].squareRoot(), transform, level: level)
  }

  /// The interval about a survival strictly between 0 and 1 whose half width is `radius` for log S, and as much on other scales by the delta method.
  func interval(about survival: Double, radius: Double, _ transform: IntervalTransform, level: ConfidenceLevel)
    -> ConfidenceInterval
  {
    let (lower, upper): (Double, Double)
    switch transform {
    case .plain: (lower, upper) = (survival - radius * survival, survival + radius * survival)
    case .log: (lower, upper) = (survival * exp(-radius), survival * exp(radius))
    case .logLog:
      let hazard = -log(survival)
      lower = exp(-hazard * exp(radius / hazard))
      upper = exp(-hazard * exp(-radius / hazard))
    }
    return ConfidenceInterval(lower: max(lower, 0), upper: min(upper, 1), level: level)
  }
}
