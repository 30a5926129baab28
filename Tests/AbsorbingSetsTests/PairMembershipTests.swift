import AbsorbingSets
import DeepLinear
import TestKit
import Testing

/// Four lanes at once give what each network gives alone, to the bit.
@Suite struct PairMembershipTests {
  private func lanes(_ networks: [Network]) -> [PairMatrix] {
    networks[0].weights.indices.map { layer in
      func entry(_ i: Int, _ j: Int) -> SIMD4<Double> {
        SIMD4(networks.map { $0.weights[layer][i, j] })
      }
      return PairMatrix(a: entry(0, 0), b: entry(0, 1), c: entry(1, 0), d: entry(1, 1))
    }
  }

  @Test(arguments: 2...6, AbsorbingSet.BalanceNorm.allCases)
  func lanesAgreeWithNetworksAlone(depth: Int, balance: AbsorbingSet.BalanceNorm) throws {
    var numbers = TestNumbers(UInt64(depth))
    var inside = 0
    for rank in 0...1 {
      let set = try AbsorbingSet(
        rank: rank, alpha: 0.05, epsilon1: 0.2, epsilon2: 0.15, bound: 3, balance: balance)
      let (membership, pairs) = (Membership(set), PairMembership(set))
      for _ in 0..<300 {
        let widths = [Int](repeating: 2, count: depth + 1)
        let networks = (0..<4).map { _ in
          Networks.balanced(
            widths, singularValues: [numbers.uniform(0, 1.8), 0.05 * numbers.scale(-2, 1)],
            spread: numbers.scale(-3, -0.7), from: &numbers)
        }
        let layers = lanes(networks)
        let found = layers.withUnsafeBufferPointer { buffer in
          buffer.baseAddress.map { pairs(layers: $0, depth: depth) }
        }
        for (lane, network) in networks.enumerated() {
          let level =
            try #require(found).collapsed[lane]
            ? 0 : (try #require(found).inside[lane] ? rank : nil)
          #expect(level == membership.level(of: network))
          if level != nil { inside += 1 }
          for layer in 0..<(depth - 1) {
            let alone = membership.imbalance(network.weights[layer], network.weights[layer + 1])
            #expect(
              PairMembership.imbalance(layers[layer], layers[layer + 1], norm: balance)[lane]
                == alone)
          }
          for layer in 0..<depth {
            let squared = layers[layer].squaredSingularValues
            #expect(
              [squared.first[lane], squared.second[lane]]
                == SingularValues.squared(network.weights[layer]))
            #expect(
              layers[layer].squaredNorm[lane]
                == PairMatrix(broadcasting: network.weights[layer]).squaredNorm[0])
          }
        }
      }
    }
    #expect(inside > 200 && inside < 2200)
  }

  @Test func aNeighbourThatIsNotFiniteChangesNothing() throws {
    let set = try AbsorbingSet(rank: 1, alpha: 0.05, epsilon1: 0.2, epsilon2: 0.15, bound: 3)
    var numbers = TestNumbers(4)
    let good = Networks.balanced(
      [2, 2, 2, 2], singularValues: [1.2, 0.01], spread: 0.01, from: &numbers)
    for bad in [Double.nan, .infinity, 1e300] {
      for layer in 0..<3 {
        for index in 0..<4 {
          var broken = good
          broken.weights[layer].elements[index] = bad
          let layers = lanes([good, broken, good, broken])
          let found = layers.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { PairMembership(set)(layers: $0, depth: 3) }
          }
          #expect((0..<4).map { found?.inside[$0] } == [true, false, true, false])
          #expect((0..<4).allSatisfy { found?.collapsed[$0] == false })
        }
      }
    }
  }
}
