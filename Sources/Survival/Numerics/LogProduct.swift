import CGSL

/// The logarithm of a product of many positive numbers, with few logarithms.
struct LogProduct {
  private var sum = 0.0
  private var product = 1.0

  var value: Double { sum + log(product) }

  @inline(__always)
  mutating func multiply(_ factor: Double, times: Int) {
    if times > 1 {
      sum += Double(times) * log(factor)
      return
    }
    product *= factor
    // Factors are counts times hazard ratios, far within these bounds.
    if product > 0x1p400 || product < 0x1p-400 {
      sum += log(product)
      product = 1
    }
  }
}
