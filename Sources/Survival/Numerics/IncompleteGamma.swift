import CGSL

/// The regularized incomplete gamma functions, the forward cdfs behind exact Poisson intervals:
///
///     P(a, x) = 1/Gamma(a) integral_0^x t^(a-1) e^-t dt,      Q = 1 - P
///
/// GSL's own gives up above the mean from a = 3 x 10^6 up (status 11, and values that are wrong in
/// the fifth digit or the first; GSL 2.7.1). Series and fraction need some multiple of sqrt(a)
/// terms; here they get them.
///
/// Source: NIST Digital Library of Mathematical Functions, 8.7.1 (the series), 8.9.2 (the
/// fraction), 5.11.3 (the factor).
enum IncompleteGamma {
  /// P(a, x) for a >= 1, x >= 0: full relative precision for x < a + 1. NaN when a status of GSL or
  /// the sum fails.
  static func lower(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 0 }
    return x < a + 1
      ? density(a, x) / a * series(a, x) : 1 - density(a, x) * continuedFraction(a, x)
  }

  /// Q(a, x) for a >= 1, x >= 0: full relative precision for x >= a + 1. NaN when a status of GSL
  /// or the fraction fails.
  static func upper(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 1 }
    return x < a + 1
      ? 1 - density(a, x) / a * series(a, x) : density(a, x) * continuedFraction(a, x)
  }

  /// x^a e^-x / Gamma(a) = sqrt(a / (2 pi)) / G(a) exp(a (log(1+u) - u)), u = x/a - 1, G the gamma
  /// function over Stirling's formula.
  private static func density(_ a: Double, _ x: Double) -> Double {
    (a / (2 * Double.pi)).squareRoot() / gammaOverStirling(a)
      * exp(a * logExcess((x - a) / a, onePlus: x / a))
  }

  private static func mostTerms(_ a: Double) -> Int { 1000 + 40 * Int(a.squareRoot()) }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for index in 1...mostTerms(a) {
      term *= x / (a + Double(index))
      sum += term
      if term <= sum * Double.ulpOfOne / 4 { return sum }
    }
    return .nan
  }

  /// The fraction, by the modified Lentz method.
  private static func continuedFraction(_ a: Double, _ x: Double) -> Double {
    var constant = x + 1 - a
    var numerator = 1 / Double.leastNormalMagnitude
    var denominator = 1 / awayFromZero(constant)
    var value = denominator
    for index in 1...mostTerms(a) {
      let j = Double(index)
      let partial = -j * (j - a)
      constant += 2
      denominator = 1 / awayFromZero(partial * denominator + constant)
      numerator = awayFromZero(constant + partial / numerator)
      let change = numerator * denominator
      value *= change
      if abs(change - 1) <= 2 * Double.ulpOfOne { return value }
    }
    return .nan
  }
}
