import CGSL

/// A function of one variable at a point, with its first two derivatives.
struct Taylor: Equatable {
  var value: Double
  var first: Double
  var second: Double
}

/// A function of two parameters at a point, with its gradient and Hessian: forward-mode
/// differentiation to the second order, so that Newton's method and the observed information have
/// exact derivatives.
///
/// Source: Griewank and Walther, Evaluating Derivatives (2nd ed., 2008), chapter 13.
struct Jet: Equatable {
  var value: Double
  /// The derivatives by the first and by the second parameter.
  var gradient: SIMD2<Double>
  /// The second derivatives: twice by the first, by both, twice by the second.
  var hessian: SIMD4<Double>

  init(value: Double, gradient: SIMD2<Double>, hessian: SIMD4<Double>) {
    (self.value, self.gradient, self.hessian) = (value, gradient, hessian)
  }

  /// The parameters themselves at a point.
  static func parameters(_ point: SIMD2<Double>) -> (Jet, Jet) {
    (
      Jet(value: point.x, gradient: SIMD2(1, 0), hessian: SIMD4()),
      Jet(value: point.y, gradient: SIMD2(0, 1), hessian: SIMD4())
    )
  }

  /// f(self), where `outer` has f and its derivatives at `value`.
  func mapped(_ outer: Taylor) -> Jet {
    Jet(
      value: outer.value, gradient: gradient * outer.first,
      hessian: hessian * outer.first + Self.product(gradient, gradient) * outer.second)
  }

  /// a b', symmetrized.
  private static func product(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> SIMD4<Double> {
    SIMD4(a.x * b.x, (a.x * b.y + a.y * b.x) / 2, a.y * b.y, 0)
  }

  static func + (a: Jet, b: Jet) -> Jet {
    Jet(value: a.value + b.value, gradient: a.gradient + b.gradient, hessian: a.hessian + b.hessian)
  }
  static func - (a: Jet, b: Jet) -> Jet {
    Jet(value: a.value - b.value, gradient: a.gradient - b.gradient, hessian: a.hessian - b.hessian)
  }
  static func * (a: Jet, b: Jet) -> Jet {
    Jet(
      value: a.value * b.value, gradient: a.gradient * b.value + b.gradient * a.value,
      hessian: a.hessian * b.value + b.hessian * a.value + 2 * product(a.gradient, b.gradient))
  }
  static func / (a: Jet, b: Jet) -> Jet {
    let inverse = 1 / b.value
    return a
      * b.mapped(
        Taylor(value: inverse, first: -inverse * inverse, second: 2 * inverse * inverse * inverse))
  }
  static func += (a: inout Jet, b: Jet) { a = a + b }
  static func * (factor: Double, a: Jet) -> Jet {
    Jet(value: factor * a.value, gradient: factor * a.gradient, hessian: factor * a.hessian)
  }
  static func + (a: Jet, constant: Double) -> Jet {
    Jet(value: a.value + constant, gradient: a.gradient, hessian: a.hessian)
  }
}

extension Jet {
  var exponential: Jet {
    let value = exp(value)
    return mapped(Taylor(value: value, first: value, second: value))
  }
  var logarithm: Jet {
    mapped(Taylor(value: log(value), first: 1 / value, second: -1 / (value * value)))
  }

  /// log(1 - e^self), for a negative value.
  var logOfComplement: Jet {
    let odds = 1 / expm1(-value)
    return mapped(Taylor(value: log1mexp(-value), first: -odds, second: -odds * (1 + odds)))
  }
}

/// log(1 - e^-x) for x >= 0, without cancellation at either end; minus infinity at 0.
///
/// Source: Maechler (2012), Accurately computing log(1 - exp(-|a|)), vignette of R's Rmpfr.
func log1mexp(_ x: Double) -> Double { x > 0.6931471805599453 ? log1p(-exp(-x)) : log(-expm1(-x)) }
