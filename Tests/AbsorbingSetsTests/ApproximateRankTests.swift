import AbsorbingSets
import TestKit
import Testing

@Suite struct ApproximateRankTests {
  @Test func theValuesAreThoseOfTheFormula() {
    let count = ApproximateRank(alpha: 0.5)
    #expect(
      [0, 0.125, 0.25, 0.375, 0.5, 0.500001, 7].map(count.callAsFunction) == [
        0, 0.4375, 0.75, 0.9375, 1, 1, 1,
      ])
    #expect(count(Double.nan).isNaN)
    #expect(count(Double.infinity) == 1)
  }

  @Test(arguments: [1e-6, 0.03, 1, 250]) func itIsContinuousAndGrows(alpha: Double) {
    let count = ApproximateRank(alpha: alpha)
    #expect(abs(count(alpha) - 1) < 1e-15 && count(alpha.nextUp) == 1)
    #expect(abs(count(alpha * (1 - 1e-8)) - 1) < 1e-15)
    var last = -1.0
    for k in 0...2000 {
      let x = alpha * Double(k) / 1900
      let y = count(x)
      #expect(y >= last && y <= 1 + 1e-15)
      // x/alpha <= f <= 2x/alpha, which the bounds of the engines rest on.
      #expect(y >= min(x / alpha, 1) * (1 - 1e-15) && y <= 2 * x / alpha * (1 + 1e-15))
      last = y
    }
  }

  @Test(arguments: [1e-6, 0.03, 1, 250]) func theInverseInverts(alpha: Double) {
    let count = ApproximateRank(alpha: alpha)
    #expect(count.inverse(0) == 0)
    for k in 0..<1000 {
      let y = Double(k) / 1000
      #expect(abs(count(count.inverse(y)) - y) < 1e-14)
      let x = alpha * y
      #expect(abs(count.inverse(count(x)) - x) < 1e-7 * alpha)
    }
  }

  @Test func lanesGiveTheSameBits() {
    var numbers = TestNumbers(1)
    for _ in 0..<2000 {
      let count = ApproximateRank(alpha: numbers.scale(-4, 1))
      let x = SIMD4((0..<4).map { _ in numbers.scale(-6, 2) })
      let lanes = count(x)
      for lane in 0..<4 { #expect(lanes[lane] == count(x[lane])) }
    }
    let special = ApproximateRank(alpha: 1)(SIMD4(0, 1, .infinity, .nan))
    #expect(special[0] == 0 && special[1] == 1 && special[2] == 1 && special[3].isNaN)
  }
}
