import Foundation
import Testing

@testable import Studies

@Suite("How often a floor is within epsilon2") struct FloorTests {
  private func inside(_ rows: Int, _ columns: Int, _ variance: Double, allowed: Double = 0.1)
    -> Double
  {
    FloorInside.probability(
      rows: rows, columns: columns, variance: variance, alpha: 0.03, allowed: allowed)
  }

  /// alpha (1 - sqrt(1 - epsilon2)), the largest s^2 with f_alpha(s^2) <= epsilon2.
  private let largest = 0.03 * (1 - 0.9.squareRoot())

  // E f_alpha is 0.17 at v = 0.003, above 0.1, and yet a weight is within more often than not.
  @Test("A single weight: the normal law", arguments: [1e-4, 0.003, 0.05, 10])
  func single(_ variance: Double) {
    #expect(abs(inside(1, 1, variance) - erf((largest / variance / 2).squareRoot())) < 1e-12)
    #expect(variance != 0.003 || (0.52...0.53).contains(inside(1, 1, variance)))
  }

  @Test("One row or column of two: an exponential law; lying and standing alike")
  func pair() {
    for variance in [1e-4, 0.003, 0.05] {
      #expect(abs(inside(2, 1, variance) - (1 - exp(-largest / (2 * variance)))) < 1e-12)
      #expect(inside(2, 1, variance) == inside(1, 2, variance))
    }
  }

  @Test(
    "A block of two by two is between the bounds that hold for any, and they are near each other")
  func block() {
    func gamma(_ threshold: Double, _ variance: Double) -> Double {
      let x = threshold / (2 * variance)
      return 1 - exp(-x) * (1 + x)
    }
    for variance in [1e-4, 3e-4, 0.003] {
      let (lower, upper) = (gamma(0.0015, variance), gamma(largest, variance))
      #expect(
        lower < inside(2, 2, variance) && inside(2, 2, variance) < upper && upper < 1.06 * lower)
    }
  }

  @Test(
    "Noise without bound is never within, none always, epsilon2 = 0 never; wide blocks fall from 1 to 0"
  )
  func limits() {
    #expect(
      inside(3, 2, 0) == 1 && inside(3, 2, .infinity) == 0 && inside(3, 2, 1e-3, allowed: 0) == 0)
    #expect(inside(1, 1, 1e-300) == 1)
    // The sum is 2 v n^2/alpha in the mean: 0.1 at v = 1.5e-7.
    let wide = [1e-7, 1.5e-7, 2e-7].map { inside(99, 99, $0 * 10_000 / 9801) }
    #expect(wide[0] > 0.999 && (0.2...0.8).contains(wide[1]) && wide[2] < 1e-6)
  }
}
