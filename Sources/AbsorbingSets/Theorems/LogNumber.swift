import Foundation

/// A number from 0 up that is kept as its decimal logarithm, so that it neither under- nor
/// overflows: the theorems' constants leave the range of `Double` at depths and ridges that can be
/// simulated.
///
/// Every operation is good to a few units in the last place of the logarithm.
public struct LogNumber: Comparable, Hashable, Sendable {
  /// log10 of the number; minus infinity for 0.
  public let log10: Double

  /// 0.
  public static let zero = LogNumber(log10: -.infinity)
  /// 1.
  public static let one = LogNumber(log10: 0)

  /// The number 10^`log10`.
  ///
  /// - Precondition: `log10` is finite or minus infinity.
  public init(log10: Double) {
    precondition(log10 < .infinity, "a logarithm is finite, or minus infinity for 0")
    self.log10 = log10
  }

  /// A number that a `Double` holds.
  ///
  /// - Precondition: it is finite and at least 0.
  public init(_ value: Double) {
    precondition(value >= 0 && value.isFinite, "a number from 0 up is needed")
    self.init(log10: Foundation.log10(value))
  }

  /// Whether it is 0.
  public var isZero: Bool { log10 == -.infinity }

  /// The number itself: 0 below the range of `Double`, infinite above it.
  public var value: Double { Foundation.pow(10, log10) }

  /// The order of the numbers.
  public static func < (a: LogNumber, b: LogNumber) -> Bool { a.log10 < b.log10 }

  /// The product; 0 where a factor is 0.
  public static func * (a: LogNumber, b: LogNumber) -> LogNumber {
    LogNumber(log10: a.log10 + b.log10)
  }

  /// The quotient.
  ///
  /// - Precondition: the divisor is not 0.
  public static func / (a: LogNumber, b: LogNumber) -> LogNumber {
    precondition(!b.isZero, "a quotient needs a divisor that is not 0")
    return LogNumber(log10: a.log10 - b.log10)
  }

  /// The sum, log10 a + log10(1 + b/a) for the larger a.
  public static func + (a: LogNumber, b: LogNumber) -> LogNumber {
    let (large, small) = (max(a, b), min(a, b))
    guard !small.isZero else { return large }
    return LogNumber(
      log10: large.log10 + log1p(Foundation.pow(10, small.log10 - large.log10)) / ln10)
  }

  /// The product with a factor that is finite and at least 0.
  public static func * (a: Double, b: LogNumber) -> LogNumber { LogNumber(a) * b }

  /// The number to a power, above 0 where the number is 0.
  public func power(_ exponent: Double) -> LogNumber {
    precondition(!isZero || exponent > 0, "0 has powers above 0 only")
    return LogNumber(log10: isZero ? -.infinity : exponent * log10)
  }

  /// max(0, ln): the natural logarithm of a number above 1, and 0 for one up to 1.
  var positiveLogarithm: LogNumber { LogNumber(max(0, log10) * Self.ln10) }

  /// The number rounded up to a whole one, where it is small enough for that to mean anything.
  var roundedUp: LogNumber { log10 < 15 ? LogNumber(value.rounded(.up)) : self }

  private static let ln10 = log(10.0)
}
