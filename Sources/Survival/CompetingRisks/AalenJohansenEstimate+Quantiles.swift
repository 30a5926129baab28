extension AalenJohansenEstimate {
  /// The time at which F_k first reaches p, nil when it never does within the data, and the times
  /// at which the pointwise bounds of F_k first do: the upper bound gives the lower limit. A cause
  /// that competes with others need not reach any p above 0.
  ///
  /// p counts as reached to within 1.5e-8 (less where p is near 0 or 1), so that rounding does not
  /// decide. Unlike the quantile of a Kaplan-Meier curve it is not moved to the middle of a flat
  /// stretch: F_k may stay flat for good because the other causes left nobody.
  ///
  /// - Throws: `SurvivalError.probability` when `probability` is not above 0 and at most 1.
  /// - Precondition: `cause` is in 1...K.
  public func quantile(
    cause: Int, _ probability: Double, _ transform: IntervalTransform = .logLog,
    level: ConfidenceLevel = .standard
  ) throws(SurvivalError) -> QuantileEstimate {
    guard probability > 0, probability <= 1 else { throw .probability(probability) }
    let incidence = incidence[sample.index(of: cause)]
    return QuantileEstimate(
      probability: probability,
      value: firstTime(probability) { incidence[$0] },
      lower: firstTime(probability) {
        interval(cause: cause, row: $0, transform, level: level)?.upper
      },
      upper: firstTime(probability) {
        interval(cause: cause, row: $0, transform, level: level)?.lower
      },
      level: level)
  }

  private func firstTime(_ probability: Double, curve: (Int) -> Double?) -> Double? {
    let tolerance = min(Double.ulpOfOne.squareRoot(), probability / 2, (1 - probability) / 2)
    let times = sample.overall.times
    return times.indices.first { curve($0).map { $0 >= probability - tolerance } ?? false }.map {
      times[$0]
    }
  }
}
