import DeepLinear
import TestKit
import Testing

@Suite struct OrderedDotTests {
  /// The definition: below 16 terms from left to right, from 16 on four sums by k mod 4.
  private func definition(_ a: [Double], _ b: [Double]) -> Double {
    if a.count < 16 {
      return a.indices.dropFirst().reduce(a[0] * b[0]) { $0.addingProduct(a[$1], b[$1]) }
    }
    let sums = (0..<4).map { r in
      stride(from: r, to: a.count, by: 4).reduce(0.0) { $0.addingProduct(a[$1], b[$1]) }
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3])
  }

  @Test func everyCountRoundsAsDefined() {
    var numbers = TestNumbers(3)
    var differsFromPlain = 0
    for count in 1...40 {
      for _ in 0..<50 {
        let (a, b) = (
          (0..<count).map { _ in numbers.normal() }, (0..<count).map { _ in numbers.normal() }
        )
        let found = OrderedDot.sum(count: count, { a[$0] }, { b[$0] })
        #expect(found == definition(a, b), "\(count) terms")
        if found != zip(a, b).reduce(0, { $0 + $1.0 * $1.1 }) { differsFromPlain += 1 }
      }
    }
    // The order and the fusing matter to the bit: a plain sum would have been seen.
    #expect(differsFromPlain > 1000)
  }

  @Test func theProductsAreFused() {
    // (1 + 2^-30)^2 - 1 - 2^-29 = 2^-60, which a rounded product loses.
    let x = 1 + 0x1p-30
    #expect(OrderedDot.sum(count: 2, { [-1 - 0x1p-29, x][$0] }, { [1, x][$0] }) == 0x1p-60)
  }
}
