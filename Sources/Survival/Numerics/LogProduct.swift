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
    // Factors are counts times hazard ratios. Profiles go to ratios of e^+-300, about 2^+-433, so a
    // product within 2^+-400 times one more factor is still a number.
    if product > 0x1p400 || product < 0x1p-400 {
      sum += log(product)
      product = 1
    }
  }
}
