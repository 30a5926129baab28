/// A sum of numbers and products kept as two doubles, about 106 bits: exact for whole numbers below
/// 2^104, whatever their order, and otherwise good to about 30 digits, which a difference of two
/// such sums needs.
///
/// Source: Knuth, The Art of Computer Programming 2 (3rd ed., 1998), section 4.2.2, theorem B;
/// Ogita, Rump and Oishi (2005), doi:10.1137/030601818.
struct ExtendedSum: Equatable, Sendable {
  /// The sum, rounded.
  private(set) var high = 0.0
  /// What rounding left over.
  private(set) var low = 0.0

  /// Adds a number.
  mutating func add(_ term: Double) {
    let sum = high + term
    let taken = sum - high
    let rest = (high - (sum - taken)) + (term - taken) + low
    high = sum + rest
    low = rest - (high - sum)
  }

  /// Adds a product.
  mutating func add(_ first: Double, times second: Double) {
    let product = first * second
    add(product)
    add((-product).addingProduct(first, second))
  }

  /// Adds another sum.
  mutating func add(_ other: ExtendedSum) {
    add(other.high)
    add(other.low)
  }

  /// Adds a multiple of another sum.
  mutating func add(_ factor: Double, times other: ExtendedSum) {
    add(factor, times: other.high)
    add(factor, times: other.low)
  }
}
