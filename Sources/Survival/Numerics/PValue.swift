import CGSL

/// Tail probabilities of test statistics under their laws in large samples.
enum PValue {
  /// P(|Z| >= |z|) = 2 Q(|z|), Z standard normal; 0 at infinite z and where the tail underflows
  /// (|z| above about 38).
  ///
  /// - Precondition: `z` is a number.
  static func twoSidedNormal(_ z: Double) -> Double {
    precondition(!z.isNaN, "a statistic that is not a number has no p-value")
    return 2 * gsl_cdf_ugaussian_Q(abs(z))
  }

  /// P(X >= statistic), X chi-squared with `degreesOfFreedom` k: Q(k/2, statistic/2), to a relative
  /// error of about 10^-13; 1 at statistics of 0 or less (rounding makes them), 0 where the tail
  /// underflows.
  ///
  /// - Precondition: `statistic` is a number, `degreesOfFreedom` is at least 1.
  static func chiSquared(_ statistic: Double, degreesOfFreedom: Int) -> Double {
    precondition(!statistic.isNaN, "a statistic that is not a number has no p-value")
    precondition(degreesOfFreedom >= 1, "a statistic needs a degree of freedom")
    if statistic <= 0 { return 1 }
    if statistic == .infinity { return 0 }
    // Below shape 1 `IncompleteGamma` is not defined, and there is one case: the square of a normal
    // variable.
    if degreesOfFreedom == 1 { return twoSidedNormal(statistic.squareRoot()) }
    return IncompleteGamma.upper(Double(degreesOfFreedom) / 2, statistic / 2)
  }

  /// P(|T| >= |t|), T of Student's law; 0 at infinite t and where the tail underflows.
  ///
  /// - Precondition: `t` is a number, `degreesOfFreedom` is at least 1.
  static func twoSidedStudent(_ t: Double, degreesOfFreedom: Int) -> Double {
    precondition(!t.isNaN, "a statistic that is not a number has no p-value")
    precondition(degreesOfFreedom >= 1, "a statistic needs a degree of freedom")
    return 2 * gsl_cdf_tdist_Q(abs(t), Double(degreesOfFreedom))
  }
}
