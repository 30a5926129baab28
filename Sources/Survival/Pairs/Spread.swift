/// The mean of at least two numbers and how they scatter about it.
struct Spread {
  let mean: Double
  /// The numbers less their mean, in `unit`; all 0 when there is no spread.
  private let deviations: [Double]
  /// The sum of their squares.
  private let squares: Double
  /// A power of two near the largest number: squares in it neither overflow nor vanish, and the
  /// scaling is exact.
  private let unit: Double

  /// `rounding` is the largest of the numbers of which these were made. Deviations of no more than
  /// 64 units in its last place count as 0.
  init(_ numbers: [Double], rounding: Double) {
    let largest = numbers.reduce(0) { max($0, abs($1)) }
    let unit = largest > 0 ? largest.binade : 1
    var sum = ExtendedSum()
    for number in numbers { sum.add(number / unit) }
    let centre = sum.high / Double(numbers.count)
    let deviations = numbers.map { $0 / unit - centre }
    let isFlat = deviations.allSatisfy { abs($0) * unit <= 64 * .ulpOfOne * rounding }
    self.unit = unit
    self.mean = centre * unit
    self.deviations = isFlat ? deviations.map { _ in 0 } : deviations
    squares = Self.product(self.deviations, self.deviations)
  }

  /// With n - 1 in the denominator.
  var standardDeviation: Double { unit * (squares / Double(deviations.count - 1)).squareRoot() }

  /// Pearson's correlation with as many other numbers; nil when there is no spread.
  func correlation(with other: Spread) -> Double? {
    guard squares > 0, other.squares > 0 else { return nil }
    return min(
      max(Self.product(deviations, other.deviations) / (squares * other.squares).squareRoot(), -1),
      1)
  }

  private static func product(_ one: [Double], _ two: [Double]) -> Double {
    var sum = ExtendedSum()
    for (first, second) in zip(one, two) { sum.add(first, times: second) }
    return sum.high
  }
}
