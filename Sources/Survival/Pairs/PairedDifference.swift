/// Two numbers of each of n pairs, compared by the mean of the differences d_i = second_i -
/// first_i. Pairs are independent of each other; the numbers of a pair need not be.
///
///     value = sum d_i / n,      se = s_d/sqrt(n),      value -+ t_{n-1}((1 + level)/2) se
///
/// with s_d^2 = sum (d_i - value)^2/(n - 1). Without the pairing, the error would be sqrt((s_1^2 +
/// s_2^2)/n): with a correlation r of the numbers in a pair, se^2 is less by 2 r s_1 s_2/n.
/// Student's interval is exact for normal differences and holds in large samples for others; it
/// gains over the normal one, to which it tends, where pairs are few.
///
/// A spread that is no more than rounding of the numbers counts as none. Sums are carried with
/// twice the digits of a number, so that the order of the pairs does not show. Cost: O(n).
public struct PairedDifference: Equatable, Sendable {
  /// Student's interval and test of no difference.
  public struct Inference: Equatable, Sendable {
    /// The interval at the level asked for.
    public let interval: ConfidenceInterval
    /// value/se.
    public let t: Double
    /// n - 1.
    public let degreesOfFreedom: Int
    /// P(|T| >= |t|) under Student's law.
    public let pValue: Double
  }

  /// n, the pairs.
  public let count: Int
  /// The mean of second less first.
  public let value: Double
  /// Its standard error; 0 when all differences are equal.
  public let standardError: Double
  /// The standard error that the difference of the two means would have without the pairing.
  public let unpairedStandardError: Double
  /// Pearson's correlation of the numbers in a pair; nil when either side has no spread.
  public let correlation: Double?
  /// The interval and the test; nil when all differences are equal, as the data then do not say how
  /// they vary, and when a limit is beyond all numbers.
  public let inference: Inference?

  /// (`unpairedStandardError`/`standardError`)^2: how many times as many observations an unpaired
  /// comparison would need for the same error. Below 1 where the numbers of a pair go in opposite
  /// directions; nil when all differences are equal.
  public var varianceRatio: Double? {
    guard standardError > 0 else { return nil }
    let ratio = unpairedStandardError / standardError
    return ratio * ratio
  }

  /// The largest number accepted, of either sign, 2^1000: differences and errors are then numbers
  /// too.
  public static let largestNumber = 0x1p1000

  /// Compares numbers, one of each side for each pair.
  ///
  /// - Throws: `SurvivalError.unequalPairs` when there are not as many second numbers as first
  ///   ones; `.tooFewPairs` below two pairs; `.pairedNumber` when one is not a number or beyond
  ///   `largestNumber`.
  public init(first: [Double], second: [Double], level: ConfidenceLevel = .standard)
    throws(SurvivalError)
  {
    guard first.count == second.count else {
      throw .unequalPairs(first: first.count, second: second.count)
    }
    guard first.count >= 2 else { throw .tooFewPairs(first.count) }
    let largest = (try Self.largest(first), try Self.largest(second))
    let one = Spread(first, rounding: largest.0)
    let two = Spread(second, rounding: largest.1)
    let between = Spread(zip(first, second).map { $1 - $0 }, rounding: max(largest.0, largest.1))
    let root = Double(first.count).squareRoot()
    count = first.count
    value = between.mean
    standardError = between.standardDeviation / root
    unpairedStandardError = Self.length(one.standardDeviation, two.standardDeviation) / root
    correlation = one.correlation(with: two)
    inference = Self.inference(value, standardError, first.count - 1, level)
  }

  /// The same without interval and test, for a caller who knows that the error leaves something
  /// out.
  var withoutInference: PairedDifference { PairedDifference(self) }

  private init(_ other: PairedDifference) {
    (count, value, standardError) = (other.count, other.value, other.standardError)
    (unpairedStandardError, correlation, inference) = (
      other.unpairedStandardError, other.correlation, nil
    )
  }

  private static func largest(_ numbers: [Double]) throws(SurvivalError) -> Double {
    guard let pair = numbers.firstIndex(where: { !(abs($0) <= largestNumber) }) else {
      return numbers.reduce(0) { max($0, abs($1)) }
    }
    throw .pairedNumber(numbers[pair], pair: pair)
  }

  /// The length of a vector with these sides, whose squares might overflow.
  private static func length(_ one: Double, _ two: Double) -> Double {
    let (long, short) = (max(one, two), min(one, two))
    return long > 0 ? long * (1 + short / long * (short / long)).squareRoot() : 0
  }

  private static func inference(
    _ value: Double, _ error: Double, _ degrees: Int, _ level: ConfidenceLevel
  ) -> Inference? {
    guard error > 0 else { return nil }
    let radius = level.studentQuantile(degreesOfFreedom: degrees) * error
    let interval = ConfidenceInterval(lower: value - radius, upper: value + radius, level: level)
    guard interval.lower.isFinite, interval.upper.isFinite else { return nil }
    let t = value / error
    return Inference(
      interval: interval, t: t, degreesOfFreedom: degrees,
      pValue: PValue.twoSidedStudent(t, degreesOfFreedom: degrees))
  }
}
