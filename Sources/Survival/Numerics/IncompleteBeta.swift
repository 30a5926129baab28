import CGSL

/// The regularized incomplete beta function, the forward cdf behind exact binomial intervals:
///
///     I_x(a, b) = 1/B(a, b) integral_0^x t^(a-1) (1 - t)^(b-1) dt
///
/// GSL's own stops its continued fraction after 512 terms: `gsl_cdf_beta_P` gives NaN near the
/// centre from a + b = 10^7 up, and its shortcuts for large parameters leave relative errors of
/// 10^-9 to 10^-7 (GSL 2.7.1). A fraction needs about sqrt(max(a, b)) terms; here it gets them, in
/// the form of DiDonato and Morris, which does not lose the digits of a proportion near 0 or 1. The
/// factor in front is free of the cancellation between logarithms of gamma functions.
///
/// Source: DiDonato and Morris (1992), Algorithm 708, doi:10.1145/131766.131776.
enum IncompleteBeta {
  /// I_x(a, b) for a, b >= 1, given x in [0, 1] and y = 1 - x; both, so that a caller who knows the
  /// small one exactly loses no digits.
  ///
  /// The relative error is about 10^-13 when x is at most the mean a/(a + b), however small the
  /// value; above, that is the error of 1 - I. NaN when GSL or the fraction fails, or an argument
  /// is NaN.
  static func regularized(x: Double, y: Double, a: Double, b: Double) -> Double {
    if x <= 0 { return 0 }
    if y <= 0 { return 1 }
    let excess = x < y ? a - (a + b) * x : (a + b) * y - b
    return excess >= 0 ? below(x, y, a, b, excess) : 1 - below(y, x, b, a, -excess)
  }

  /// The case of `excess` = a - (a + b) x = (a + b) y - b at least 0.
  private static func below(_ x: Double, _ y: Double, _ a: Double, _ b: Double, _ excess: Double)
    -> Double
  {
    density(x, a, b, excess) * fraction(x, y, a, b, excess)
  }

  /// x^a y^b / B(a, b). With m = a + b, u = m x/a - 1 = -excess/a and v = m y/b - 1 = excess/b, the
  /// part a u + b v is 0, which leaves
  ///
  ///     sqrt(a b / (2 pi m)) G(m)/(G(a) G(b)) exp(a (log(1+u) - u) + b (log(1+v) - v)),
  ///
  /// where G is the gamma function over Stirling's formula.
  private static func density(_ x: Double, _ a: Double, _ b: Double, _ excess: Double) -> Double {
    densityFactor(a, b) * exp(densityExponent(x, a, b, excess))
  }

  /// The logarithm of x^a y^b / B(a, b) with `excess` = a - (a + b) x >= 0, where the number itself
  /// may underflow.
  static func logDensity(x: Double, a: Double, b: Double, excess: Double) -> Double {
    log(densityFactor(a, b)) + densityExponent(x, a, b, excess)
  }

  private static func densityFactor(_ a: Double, _ b: Double) -> Double {
    gammaOverStirling(a + b) / (gammaOverStirling(a) * gammaOverStirling(b))
      * (a / (a + b) * b / (2 * Double.pi)).squareRoot()
  }

  private static func densityExponent(_ x: Double, _ a: Double, _ b: Double, _ excess: Double)
    -> Double
  {
    a * logExcess(-excess / a, onePlus: x / a * (a + b)) + b
      * logExcess(excess / b, onePlus: 1 + excess / b)
  }

  /// I over `density`: 1/(c_0 + p_1/(c_1 + p_2/(c_2 + ...))), by the modified Lentz method.
  private static func fraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double, _ excess: Double)
    -> Double
  {
    var numerator = 1 / Double.leastNormalMagnitude
    var denominator = 1 / awayFromZero(a / (a + 1) * (excess + 1))
    var value = denominator
    for term in 1...(1000 + 20 * Int(max(a, b).squareRoot())) {
      let j = Double(term)
      let width = a + 2 * j - 1
      let partial = (a + j - 1) * x / width * ((a + b + j - 1) * x / width) * j * (b - j)
      let constant =
        j + j * (b - j) * x / width + (a + j) / (a + 2 * j + 1) * (excess + 1 + j * (1 + y))
      denominator = 1 / awayFromZero(constant + partial * denominator)
      numerator = awayFromZero(constant + partial / numerator)
      let change = numerator * denominator
      value *= change
      if abs(change - 1) <= 2 * Double.ulpOfOne { return value }
    }
    return .nan
  }
}
