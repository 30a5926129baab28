import CGSL

/// The regularized incomplete beta function, the forward cdf behind exact binomial intervals:
///
///     I_x(a, b) = 1/B(a, b) integral_0^x t^(a-1) (1 - t)^(b-1) dt
///
/// GSL's own stops its continued fraction after 512 terms: `gsl_cdf_beta_P` gives NaN near the centre from a + b = 10^7 up, and its two
/// large-parameter shortcuts leave relative errors of 10^-9 to 10^-7 (GSL 2.7.1). The fraction needs about sqrt(max(a, b)) terms; here it gets
/// them, and the factor in front is free of the cancellation between logarithms of gamma functions.
///
/// Source: NIST Digital Library of Mathematical Functions, 8.17.22 (the fraction), and 5.11.3 (the factor).
enum IncompleteBeta {
  /// I_x(a, b) for a, b >= 1, given x in [0, 1] and its complement y = 1 - x; both, so that a caller who knows the small one exactly loses
  /// no digits. The relative error is about 10^-13 when a + b <= 10^7; small values are as exact as others when x is below the mean.
  /// NaN when a status of GSL or the fraction fails, or an argument is NaN.
  static func regularized(x: Double, y: Double, a: Double, b: Double) -> Double {
    if x <= 0 { return 0 }
    if y <= 0 { return 1 }
    return x * (a + b + 2) <= a + 1 ? below(x, y, a, b) : 1 - below(y, x, b, a)
  }

  private static func below(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    density(x, y, a, b) / a * continuedFraction(x, a, b)
  }

  /// x^a y^b / B(a, b). With m = a + b, u = m x/a - 1 and v = m y/b - 1, whose weighted sum a u + b v is 0,
  ///
  ///     sqrt(a b / (2 pi m)) G(m)/(G(a) G(b)) exp(a (log(1+u) - u) + b (log(1+v) - v)),
  ///
  /// where G is the gamma function over Stirling's formula.
  private static func density(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let m = a + b
    let exponent = a * logExcess((m * x - a) / a) + b * logExcess((m * y - b) / b)
    let stirling = gammaOverStirling(m) / (gammaOverStirling(a) * gammaOverStirling(b))
    return stirling * (a * b / (2 * Double.pi * m)).squareRoot() * exp(exponent)
  }

  /// The fraction, by the modified Lentz method.
  private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let mostTerms = 1000 + 20 * Int(max(a, b).squareRoot())
    var numerator = 1.0
    var denominator = 1 / awayFromZero(1 - (a + b) * x / (a + 1))
    var value = denominator
    for term in 1...mostTerms {
      let j = Double(term)
      let even = j * (b - j) * x / ((a + 2 * j - 1) * (a + 2 * j))
      denominator = 1 / awayFromZero(1 + even * denominator)
      numerator = awayFromZero(1 + even / numerator)
      value *= numerator * denominator
      let odd = -(a + j) * (a + b + j) * x / ((a + 2 * j) * (a + 2 * j + 1))
      denominator = 1 / awayFromZero(1 + odd * denominator)
      numerator = awayFromZero(1 + odd / numerator)
      let change = numerator * denominator
      value *= change
      if abs(change - 1) <= 2 * Double.ulpOfOne { return value }
    }
    return .nan
  }
}
