/// Numbers that a convergent series or fraction can be computed in: plain ones, and jets, which
/// carry derivatives along.
protocol Analytic {
  init(_ constant: Double)
  static func + (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static func * (factor: Double, a: Self) -> Self
  static func + (a: Self, constant: Double) -> Self
  /// The plain value.
  var value: Double { get }
  /// The largest of the value and the derivatives, in size.
  var magnitude: Double { get }
  /// The number itself, or a very small one in place of 0, as Lentz's method wants its divisors.
  var awayFromZero: Self { get }
}

extension Double: Analytic {
  var value: Double { self }
  var awayFromZero: Double { Survival.awayFromZero(self) }
}

extension Jet: Analytic {
  init(_ constant: Double) { self.init(value: constant, gradient: SIMD2(), hessian: SIMD4()) }
  var magnitude: Double {
    max(
      abs(value), abs(gradient.x), abs(gradient.y),
      max(abs(hessian.x), abs(hessian.y), abs(hessian.z)))
  }
  var awayFromZero: Jet {
    Jet(value: Survival.awayFromZero(value), gradient: gradient, hessian: hessian)
  }
}
