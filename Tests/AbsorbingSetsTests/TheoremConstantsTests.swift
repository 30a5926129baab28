import DeepLinear
import Foundation
import Testing

@testable import AbsorbingSets

/// The theorems' constants by themselves: extremes, directions, exponents, and the numbers at
/// Figure 1.
@Suite struct TheoremConstantsTests {
  private func setting(
    depth: Int = 3, size: Int = 100, dimension: Int = 2, ridge: LogNumber = LogNumber(0.05),
    dataBound: Double = 1
  ) throws -> TheoremSetting {
    try TheoremSetting(
      depth: depth, size: size, inputs: dimension, outputs: dimension, ridge: ridge,
      dataBound: LogNumber(dataBound))
  }

  @Test func nothingOverflows() throws {
    for depth in [3, 4, 8, 31, 64] {
      for exponent in [-320.0, -300, -12, -1, 0] {
        let setting = try setting(depth: depth, ridge: LogNumber(log10: exponent))
        let reached = ReachedSet(setting, rank: 1, epsilon2: 0.1, start: LogNumber(100))
        let numbers =
          reached.closed.limits.map(\.value) + reached.limits.map(\.value) + [
            reached.epsilon1, reached.closed.alpha, reached.closed.bound, reached.balancingTime,
            reached.fallingTime,
          ]
        for number in numbers {
          #expect(number.log10.isFinite, "L = \(depth), lambda = 1e\(exponent): \(numbers)")
        }
        #expect(try #require(reached.probability.decades).log10.isFinite)
        #expect(reached.largest.value <= reached.limits[0].value)
      }
    }
    let deep = ReachedSet(
      try setting(depth: 64, ridge: LogNumber(1e-300)), rank: 1, epsilon2: 0.1, start: .one)
    #expect(deep.largest.value.log10 < -70_000)
    #expect(deep.probability.log10 == -.infinity)
    // So strong a ridge asks for so small a C that every network within it has approximate rank 1.
    let strong = ReachedSet(
      try setting(ridge: LogNumber(1000)), rank: 1, epsilon2: 0.1, start: .one)
    #expect(strong.fallingTime.isZero && strong.probability.decades == .zero)
  }

  @Test func depthAndRidgeAskForSmallerSteps() throws {
    for rank in [0, 1] {
      var earlier = LogNumber(1e300)
      // Not from L = 3 on: alpha's exponent 1/(L-2) makes L = 4 cover more than L = 3.
      #expect(
        ClosedSet(try setting(depth: 3), rank: rank, epsilon2: 0.1).largest.value
          < ClosedSet(try setting(depth: 4), rank: rank, epsilon2: 0.1).largest.value)
      for depth in 4...64 {
        let largest = ClosedSet(try setting(depth: depth), rank: rank, epsilon2: 0.1).largest.value
        #expect(largest < earlier, "L = \(depth)")
        earlier = largest
      }
      earlier = LogNumber(1e300)
      for exponent in stride(from: 0.0, through: -300, by: -7) {
        let largest = ClosedSet(
          try setting(ridge: LogNumber(log10: exponent)), rank: rank, epsilon2: 0.1
        ).largest.value
        #expect(largest < earlier, "lambda = 1e\(exponent)")
        earlier = largest
      }
    }
    let closed = try (2..<50).map {
      ClosedSet(try setting(size: $0), rank: 1, epsilon2: 0.1).largest.value
    }
    #expect(zip(closed, closed.dropFirst()).allSatisfy { $0 > $1 })
  }

  /// A larger C than C_1/(2 lambda) covers less.
  @Test func theSmallestBoundIsTheBest() throws {
    let setting = try setting()
    let best = ClosedSet(setting, rank: 1, epsilon2: 0.1).largest.value
    for factor in [1.001, 2, 100] {
      #expect(
        ClosedSet(setting, rank: 1, epsilon2: 0.1, bound: factor * setting.smallestBound).largest
          .value < best)
    }
  }

  /// The fourth limit of Theorem B.1 is implied by the first.
  @Test func theLastLimitNeverBinds() throws {
    for depth in [3, 5, 64] {
      for exponent in -6...6 {
        for data in [1e-6, 1, 1e6] {
          let setting = try setting(
            depth: depth, ridge: LogNumber(log10: Double(exponent)), dataBound: data)
          for factor in [1.0, 10, 1e6] {
            let closed = ClosedSet(
              setting, rank: 0, epsilon2: 0.4, bound: factor * setting.smallestBound)
            #expect(closed.limits[0].value < closed.limits[3].value)
          }
        }
      }
    }
  }

  /// The exponents of lambda as lambda -> 0 with eps2 fixed. Section 3.2 prints (L+2)/(L-2) + 2L -
  /// 1 for eps1 and 4L - 1 + (L+1)/(L-2) for eta, with eps2 ~ 1/lambda, which eps2 < 1/2 rules out:
  /// the square of sqrt(eps1) has been taken for C's powers only.
  @Test(arguments: [3, 4, 5, 8])
  func exponentsOfTheRidge(depth: Int) throws {
    let (a, b) = try (
      ClosedSet(setting(depth: depth, ridge: LogNumber(1e-8)), rank: 1, epsilon2: 0.1),
      ClosedSet(setting(depth: depth, ridge: LogNumber(1e-9)), rank: 1, epsilon2: 0.1)
    )
    func slope(_ value: (ClosedSet) -> LogNumber) -> Double { value(a).log10 - value(b).log10 }
    let (l, rank) = (Double(depth), Double(depth + 2) / Double(depth - 2))
    #expect(abs(slope(\.bound) + 1) < 1e-9)
    #expect(abs(slope(\.alpha) - rank) < 1e-9)
    #expect(abs(slope(\.epsilon1) - (2 * rank + 2 * l + 1)) < 1e-9)
    #expect(abs(slope(\.largest.value) - (2 * rank + 4 * l + 1)) < 1e-9)
    #expect(a.largest.reason == .balance)
  }

  /// Figure 1 under `figures` is lambda = .05 and eta = .4 here: C_1 = 1, C = 10, C^3 = 1000.
  @Test func figureOne() throws {
    let same = Convention.figures.equivalent(in: .appendix, learningRate: 0.2, ridge: 0.1)
    #expect(same == (0.4, 0.05))
    let closed = ClosedSet(try setting(), rank: 1, epsilon2: 0.1)
    #expect(abs(closed.bound.value - 10) < 1e-12)
    #expect(abs(closed.alpha.value / (0.0025 / 2002) - 1) < 1e-12)
    let root = 0.05 * closed.alpha.value * 0.1 / (32.0 * 100 * 3 * 2 * 10 * 2002.0.squareRoot())
    #expect(abs(closed.epsilon1.value / (root * root) - 1) < 1e-11)
    #expect(abs(closed.largest.value.value / (0.1 * root * root / 400_400) - 1) < 1e-11)
    #expect(abs(closed.largest.value.log10 - -36.8797) < 1e-3)
    #expect(closed.largest.reason == .balance)
  }

  @Test func rankZeroIsNotReachedForSure() throws {
    let reached = ReachedSet(try setting(), rank: 0, epsilon2: 0.1, start: LogNumber(100))
    #expect(reached.probability.decades == nil && reached.probability.log10 == -.infinity)
    #expect(SmallProbability(share: 0, of: 2, steps: .zero).log10 == 0)
    #expect(SmallProbability(share: 2, of: 2, steps: LogNumber(log10: 40)).log10 == 0)
    #expect(
      abs(SmallProbability(share: 1, of: 2, steps: LogNumber(10)).log10 - -10 * log10(2.0)) < 1e-14)
  }

  @Test func fullestLinesAreTheBetterSide() throws {
    let pair = FullestLines(try CompletionProblem.twoByTwo(epsilon: 0.25))
    #expect(
      (pair.entries(in: 0), pair.entries(in: 1), pair.entries(in: 2), pair.total) == (0, 2, 3, 3))
    // One row holds three of the five entries, no column more than two.
    let wide = FullestLines(try CompletionProblem(observed: [[1, 2, 3, nil], [nil, 4, nil, 5]]))
    #expect((wide.entries(in: 1), wide.total) == (3, 5))
    let tall = FullestLines(
      try CompletionProblem(observed: [[1, nil], [2, 4], [3, nil], [nil, 5]]))
    #expect(tall.entries(in: 1) == 3)
  }

  @Test func whatTheTheoremsDoNotCoverIsRefused() throws {
    #expect(throws: TheoremError.depth(2)) { try setting(depth: 2) }
    #expect(throws: TheoremError.noRidge) { try setting(ridge: .zero) }
    #expect(throws: TheoremError.noData) { try setting(dataBound: 0) }
  }

  @Test func logarithmsAdd() {
    #expect((LogNumber(3) + LogNumber(4)).value.rounded() == 7)
    #expect(LogNumber.zero + LogNumber(4) == LogNumber(4) && LogNumber.zero + .zero == .zero)
    #expect((LogNumber(log10: 5000) + LogNumber(log10: -5000)).log10 == 5000)
    #expect(LogNumber(2.5).roundedUp.value == 3 && LogNumber.zero.roundedUp == .zero)
    #expect((LogNumber(0) * LogNumber(5)).isZero && LogNumber(0.5).positiveLogarithm.isZero)
  }
}
