import AbsorbingSets
import DeepLinear
import TestKit
import Testing

/// Membership against the formula, at networks on both sides of every threshold.
@Suite struct MembershipTests {
  static let shapes = [
    [2, 2, 2], [2, 2, 2, 2], [2, 2, 2, 2, 2], [2, 3, 2], [2, 3, 4, 2], [3, 3, 3, 3], [4, 3, 5, 3],
    [2, 6, 6, 6, 2], [5, 5, 5],
  ]

  /// Squared singular values around alpha, spreads around epsilon1, norms around the bound.
  private func candidate(_ widths: [Int], _ set: AbsorbingSet, _ numbers: inout TestNumbers)
    -> Network
  {
    let smaller = widths.min() ?? 2
    let large = Int(numbers.next() % UInt64(smaller + 1))
    let values = (0..<smaller).map { index in
      (index < large
        ? set.bound * numbers.uniform(0.1, 1.1) / Double(max(large, 1))
        : set.alpha * numbers.scale(-3.5, 0.1)).squareRoot()
    }.sorted(by: >)
    return Networks.balanced(
      widths, singularValues: values, spread: numbers.scale(-3, -0.7), from: &numbers)
  }

  @Test(arguments: shapes, AbsorbingSet.BalanceNorm.allCases)
  func randomNetworksAreJudgedAsTheFormulaDoes(widths: [Int], balance: AbsorbingSet.BalanceNorm)
    throws
  {
    var numbers = TestNumbers(UInt64(widths.count * 31 + widths[1]))
    var seen: [Int?: Int] = [:]
    for rank in 0...min(2, widths.min() ?? 2) {
      let set = try AbsorbingSet(
        rank: rank, alpha: 0.05, epsilon1: 0.2, epsilon2: 0.15, bound: 3, balance: balance)
      let (membership, definition) = (Membership(set), Definition(set: set))
      for _ in 0..<700 {
        let network = candidate(widths, set, &numbers)
        let (expected, margin) = definition.level(network)
        guard margin > 1e-13 else { continue }
        #expect(membership.level(of: network) == expected, "r = \(rank), margin \(margin)")
        seen[expected, default: 0] += 1
      }
    }
    // Both sides of every threshold were there.
    for level in [nil, 0, 1] as [Int?] {
      #expect(seen[level, default: 0] > 20, "\(widths): \(seen)")
    }
  }

  /// Each condition alone decides: a network inside, pushed over one threshold by a hair, is
  /// outside.
  @Test(arguments: [[2, 2, 2, 2], [2, 4, 3, 2]], AbsorbingSet.BalanceNorm.allCases)
  func eachConditionAloneDecides(widths: [Int], balance: AbsorbingSet.BalanceNorm) throws {
    var numbers = TestNumbers(2)
    let network = Networks.balanced(
      widths, singularValues: [1.3, 0.02], spread: 0.01, from: &numbers)
    let loose = try AbsorbingSet(
      rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, balance: balance)
    let definition = Definition(set: loose)
    let (sum, imbalance, norm) = (
      definition.rankSum(network), definition.imbalance(network), definition.largestNorm(network)
    )
    #expect(Membership(loose).level(of: network) == 1)
    for (factor, expected) in [(1 + 1e-9, 1), (1 - 1e-9, nil)] as [(Double, Int?)] {
      let sets = [
        try AbsorbingSet(
          rank: 1, alpha: 0.03, epsilon1: imbalance * factor, epsilon2: 0.1, bound: 3,
          balance: balance),
        try AbsorbingSet(
          rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: (sum - 1) * factor, bound: 3,
          balance: balance),
        try AbsorbingSet(
          rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: norm * factor, balance: balance
        ),
      ]
      for (index, set) in sets.enumerated() {
        #expect(
          Membership(set).level(of: network) == expected, "condition \(index), factor \(factor)")
      }
    }
  }

  @Test func theLadderIsNested() throws {
    var numbers = TestNumbers(21)
    for widths in Self.shapes {
      for _ in 0..<200 {
        let sets = try (0...2).map {
          try AbsorbingSet(rank: $0, alpha: 0.05, epsilon1: 0.2, epsilon2: 0.15, bound: 3)
        }
        let network = candidate(widths, sets[1], &numbers)
        let levels = sets.map { Membership($0).level(of: network) }
        // In B_s means: in every larger one, at the same level.
        if let lowest = levels.compactMap({ $0 }).min() {
          for rank in 0...2 {
            #expect(levels[rank] == (rank >= lowest ? lowest : nil), "\(widths): \(levels)")
          }
        }
      }
    }
  }

  @Test(arguments: [[2, 2, 2, 2], [2, 3, 2], [3, 3, 3]]) func whatIsNotFiniteIsOutside(
    widths: [Int]
  ) throws {
    let membership = Membership(
      try AbsorbingSet(rank: 1, alpha: 0.05, epsilon1: 0.2, epsilon2: 0.15, bound: 3))
    let zero = Network(
      weights: zip(widths, widths.dropFirst()).map { Matrix(rows: $1, columns: $0) })
    #expect(membership.level(of: zero) == 0)
    for bad in [Double.nan, .infinity, -.infinity, 1e200, .greatestFiniteMagnitude] {
      for layer in zero.weights.indices {
        for index in zero.weights[layer].elements.indices {
          var network = zero
          network.weights[layer].elements[index] = bad
          #expect(membership.level(of: network) == nil, "\(bad) in layer \(layer + 1)")
        }
      }
    }
  }

  @Test func theSumsOfTheConditions() throws {
    let membership = Membership(
      try AbsorbingSet(rank: 2, alpha: 0.04, epsilon1: 0.2, epsilon2: 0.125, bound: 3))
    // s^2 = 1, 0.02 = alpha/2 (which counts 3/4) and 0.
    let sum = try #require(
      membership.rankSum(
        Matrix(rows: 3, columns: 3, elements: [1, 0, 0, 0, 0.02.squareRoot(), 0, 0, 0, 0])))
    #expect(abs(sum - 1.75) < 1e-12)
    #expect(
      [0, 0.125, 0.126, 1.125, 1.2, 2.125, 2.126].map(membership.lowestRank) == [
        0, 0, 1, 1, 2, 2, nil,
      ])
    #expect(membership.lowestRank(admitting: .nan) == nil)
    let below = Matrix(rows: 2, columns: 1, elements: [2, 0])
    let above = Matrix(rows: 1, columns: 2, elements: [0, 1])
    // diag(4, 0) - diag(0, 1): the largest eigenvalue in size is 4, the squared Frobenius norm 17.
    #expect(membership.imbalance(below, above) == 4)
    let frobenius = Membership(
      try AbsorbingSet(
        rank: 1, alpha: 1, epsilon1: 1, epsilon2: 0, bound: 1, balance: .frobeniusSquared))
    #expect(frobenius.imbalance(below, above) == 17)
  }
}
