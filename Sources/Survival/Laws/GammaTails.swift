import CGSL

/// The logarithms of the regularized incomplete gamma functions P and Q with both of their
/// arguments free, so that jets give the derivatives by the shape as well. Arguments are log a, and
/// w = log(x/a).
///
///     x^a e^-x / Gamma(a) = e^(c(a) + a (w - e^w + 1)),    c(a) = a log a - a - log Gamma(a)
///     P = that / a * series,    Q = that * fraction
///
/// The series is used below x = a + 1 and the fraction above. Either takes some multiple of sqrt(a)
/// terms.
///
/// Source: NIST Digital Library of Mathematical Functions, 8.7.1, 8.9.2, 5.11.1.
enum GammaTails {
  /// log(x^a e^-x / Gamma(a)): the log density of log T at log x, T gamma with shape a and rate 1.
  static func logFactor(logShape: Jet, ratio: Jet) -> Jet {
    let power = ratio.exponential
    return logShape.mapped(stirling(exp(logShape.value))) + logShape.exponential
      * (ratio - power + 1)
  }

  /// log P, log Q.
  static func logTails(logShape: Jet, ratio: Jet) -> (lower: Jet, upper: Jet) {
    let shape = logShape.exponential
    let x = (logShape + ratio).exponential
    let factor = logFactor(logShape: logShape, ratio: ratio)
    if x.value < shape.value + 1 {
      let lower = factor - logShape + series(shape, x).logarithm
      return (lower, lower.logOfComplement)
    }
    let upper = factor + fraction(shape, x).logarithm
    return (upper.logOfComplement, upper)
  }

  /// log P, log Q, by plain numbers.
  static func logTails(shape: Double, x: Double) -> (lower: Double, upper: Double) {
    let ratio = log(x / shape)
    let factor = stirling(shape).value + shape * (ratio - expm1(ratio))
    if x < shape + 1 {
      let lower = factor - log(shape) + log(series(shape, x))
      return (lower, log1mexp(-lower))
    }
    let upper = factor + log(fraction(shape, x))
    return (log1mexp(-upper), upper)
  }

  /// c(a) and its derivatives by log a. From a = 20 on the derivatives come from asymptotic series,
  /// as log a - psi(a) cancels there.
  static func stirling(_ a: Double) -> Taylor {
    GSL.prepare()
    let value = log(a / (2 * Double.pi)) / 2 - log(gammaOverStirling(a))
    let (first, second): (Double, Double)
    if a < 20 {
      first = log(a) - gsl_sf_psi(a)
      second = 1 / a - gsl_sf_psi_1(a)
    } else {
      let s = 1 / (a * a)
      first =
        0.5 / a + s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s / 132))))
      second =
        -0.5 * s - s / a
        * (1.0 / 6 - s * (1.0 / 30 - s * (1.0 / 42 - s * (1.0 / 30 - s * 5.0 / 66))))
    }
    return Taylor(value: value, first: a * first, second: a * first + a * a * second)
  }

  private static func mostTerms(_ a: Double) -> Int { 1000 + 60 * Int(min(a, 1e12).squareRoot()) }

  /// 1 + x/(a + 1) + x^2/((a + 1)(a + 2)) + ...; not a number when it does not settle.
  private static func series<Number: Analytic>(_ a: Number, _ x: Number) -> Number {
    var term = Number(1)
    var sum = Number(1)
    for index in 1...mostTerms(a.value) {
      term = term * x / (a + Double(index))
      sum = sum + term
      if term.magnitude <= sum.value * Double.ulpOfOne / 4 { return sum }
    }
    return Number(.nan)
  }

  /// 1/(x + 1 - a - 1 (1 - a)/(x + 3 - a - ...)), by the modified Lentz method.
  private static func fraction<Number: Analytic>(_ a: Number, _ x: Number) -> Number {
    let one = Number(1)
    var constant = x + -1 * a + 1
    var numerator = Number(1 / Double.leastNormalMagnitude)
    var denominator = one / constant.awayFromZero
    var value = denominator
    for index in 1...mostTerms(a.value) {
      let j = Double(index)
      let partial = j * (a + -j)
      constant = constant + 2
      denominator = one / (partial * denominator + constant).awayFromZero
      numerator = (constant + partial / numerator).awayFromZero
      let change = numerator * denominator
      value = value * change
      if (change + -1).magnitude <= 4 * Double.ulpOfOne { return value }
    }
    return Number(.nan)
  }
}
