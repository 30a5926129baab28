import CGSL

/// log(1 + x) - x for x > -1, without cancellation near 0; NaN when GSL refuses.
///
/// Near -1 the sum 1 + x has lost the digits that `onePlus`, the same number by another way, still
/// has.
func logExcess(_ x: Double, onePlus: Double) -> Double {
  if x < -0.5 { return log(onePlus) - x }
  GSL.prepare()
  var result = gsl_sf_result()
  return gsl_sf_log_1plusx_mx_e(x, &result) == 0 ? result.val : .nan
}

/// Gamma(x) / (sqrt(2 pi) x^(x - 1/2) e^-x) for x > 0, which tends to 1; NaN when GSL refuses.
func gammaOverStirling(_ x: Double) -> Double {
  GSL.prepare()
  var result = gsl_sf_result()
  return gsl_sf_gammastar_e(x, &result) == 0 ? result.val : .nan
}

/// The number itself, or a very small one in place of 0, as Lentz's method wants its divisors.
func awayFromZero(_ x: Double) -> Double {
  abs(x) < Double.leastNormalMagnitude ? Double.leastNormalMagnitude : x
}
