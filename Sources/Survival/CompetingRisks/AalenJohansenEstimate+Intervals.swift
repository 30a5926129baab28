extension AalenJohansenEstimate {
  /// The pointwise interval for F_k at `sample.overall.times[row]`, clipped to [0, 1], with s =
  /// se/F:
  ///
  ///     plain      F -+ z se
  ///     log        F exp(-+ z s)
  ///     log-log    F^exp(+- z s / |log F|)
  ///
  /// Each is symmetric on a scale of F itself, as in R's `survfit` of several outcomes, and the
  /// last as in Stata's `stcompet`; the scales of `KaplanMeierEstimate` are those of S, so with K =
  /// 1 the plain intervals alone are the same.
  ///
  /// Where F is 0 it is nil: no event yet means that the normal intervals know no spread, not that
  /// F is certain (R gives NA for log and log-log, [0, 0] for plain). Where every observation had
  /// the cause, F = 1, it is nil for every transform, as for S = 0.
  ///
  /// Sources: Choudhury (2002), Statistics in Medicine 21, 1129-1144; Coviello and Boggess (2004),
  /// Stata Journal 4(2).
  ///
  /// - Precondition: `cause` is in 1...K.
  public func interval(
    cause: Int, row: Int, _ transform: IntervalTransform = .logLog,
    level: ConfidenceLevel = .standard
  ) -> ConfidenceInterval? {
    let incidence = incidence[sample.index(of: cause)][row]
    guard incidence > 0, incidence < 1 else { return nil }
    let radius = level.normalQuantile * standardError(cause: cause, row: row) / incidence
    return transform.interval(about: incidence, radius: radius, level: level)
  }
}
