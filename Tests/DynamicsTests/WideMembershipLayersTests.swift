import AbsorbingSets
import DeepLinear
import TestKit
import Testing

@testable import Engines

/// Membership in the full-width engine's memory is membership by all singular values, however close
/// the thresholds.
@Suite struct WideMembershipLayersTests {
  /// A network near rank `values.count`: balanced along common singular vectors, with noise of
  /// these sizes in the layers.
  private func network(
    _ widths: [Int], values: [Double], noise: [Double], _ numbers: inout TestNumbers
  ) -> Network {
    var weights: [Matrix] = []
    var below = numbers.orthogonal(widths[0])
    for layer in 1..<widths.count {
      let above = numbers.orthogonal(widths[layer])
      var matrix = numbers.matrix(widths[layer], widths[layer - 1], std: noise[layer - 1])
      for (k, value) in values.enumerated() {
        for i in 0..<matrix.rows {
          for j in 0..<matrix.columns {
            matrix[i, j] += value.squareRoot() * above[i, k] * below[j, k]
          }
        }
      }
      weights.append(matrix)
      below = above
    }
    return Network(weights: weights)
  }

  private static let shapes = [
    [2, 16, 2], [2, 20, 20, 2], [2, 17, 30, 2], [4, 18, 33, 3], [3, 16, 20, 17, 3], [5, 40, 40, 5],
  ]

  /// Thresholds on both sides of what is measured, to within a relative 1e-13: the answer is that
  /// of the definition.
  @Test(arguments: shapes) func thresholdsOnBothSides(widths: [Int]) throws {
    var numbers = TestNumbers(UInt64(widths.count * 100 + widths[1]))
    var seen: [String: Int] = [:]
    for trial in 0..<60 {
      let rank = trial % min(3, min(widths[0], widths[widths.count - 1]))
      let values = (0..<rank).map { _ in numbers.uniform(0.2, 1.5) }
      let size = numbers.scale(-5, -0.5)
      let network = network(
        widths, values: values,
        noise: widths.dropFirst().map { _ in size * numbers.uniform(0.1, 1) }, &numbers)
      let layers = WideLayers(network)
      let alpha = numbers.scale(-2.5, -0.5)
      let balance = trial % 4 == 3 ? AbsorbingSet.BalanceNorm.frobeniusSquared : .spectral
      let probe = Membership(
        try AbsorbingSet(
          rank: 1, alpha: alpha, epsilon1: 1, epsilon2: 0, bound: 10, balance: balance))
      let sum = try #require(network.weights.compactMap(probe.rankSum).max())
      let pairs = zip(network.weights, network.weights.dropFirst())
      let imbalance = try #require(pairs.compactMap { probe.imbalance($0, $1) }.max())
      let bound = try #require(network.weights.map(\.squaredNorm).max())
      for share in [-0.3, -1e-2, -1e-4, -1e-7, -1e-13, 0, 1e-13, 1e-7, 1e-4, 1e-2, 0.3] {
        for tested in 0..<3 {
          func moved(_ value: Double, _ which: Int) -> Double {
            which == tested ? value * (1 + share) : 20 * value
          }
          let whole = Int(moved(sum, 0))
          let epsilon2 =
            tested == 0 ? moved(sum, 0) - Double(whole) : min(sum - sum.rounded(.down) + 0.5, 0.999)
          let set = try AbsorbingSet(
            rank: tested == 0 ? whole : Int(sum), alpha: alpha,
            epsilon1: moved(imbalance, 1), epsilon2: epsilon2,
            bound: moved(bound, 2), balance: balance)
          guard set.rank < 4 else { continue }
          let expected = Membership(set).standing(of: network)
          let wide = WideMembership(set)
          #expect(
            wide.standing(of: layers) == expected,
            "trial \(trial), share \(share), tested \(tested), \(set)")
          #expect(
            wide.standing(of: network) == expected,
            "trial \(trial), share \(share), tested \(tested), \(set)")
          let verdict =
            switch wide.verdict(on: layers) {
            case .outside, .unbounded: "outside"
            case .inside: "inside"
            case .open: "open"
            }
          seen["\(min(set.rank, 2)) \(verdict)", default: 0] += 1
        }
      }
    }
    for verdict in ["0 outside", "0 inside", "1 outside", "1 inside", "1 open"] {
      #expect(seen[verdict, default: 0] > 5, "\(seen)")
    }
  }

  /// Every bound holds, for layers with and without values that stand out, and is not idle.
  @Test(arguments: [16, 21, 40]) func theBoundsHold(width: Int) throws {
    var numbers = TestNumbers(UInt64(width))
    var (tight, brackets, narrow) = (0, 0, 0)
    for trial in 0..<200 {
      let rank = trial % 4
      let values = (0..<rank).map { _ in numbers.scale(-2, 0.3) }
      let size = numbers.scale(-4, -0.7)
      let network = network(
        [4, width, width + trial % 3, 4], values: values, noise: [size, size, size], &numbers)
      let layers = WideLayers(network)
      let alpha = numbers.scale(-2.5, -0.5)
      let count = ApproximateRank(alpha: alpha)
      let singular = try #require(SingularValues.squared(network.weights[1]))
      let sum = singular.reduce(0) { $0 + count($1) }
      for left in 0...2 {
        let tail = BulkTail(layers, layer: 2, rank: left)
        let expected = singular.dropFirst(left).reduce(0, +)
        #expect(tail.tail <= expected * (1 + 1e-12), "trial \(trial), rank \(left)")
        #expect(tail.leading <= singular[0] * (1 + 1e-12))
        if rank <= 1, left == 1, tail.tail > 0.7 * expected { tight += 1 }
        let head = singular.prefix(left).reduce(0) { $0 + count($1) }
        #expect(tail.rankSum(count, head: head) <= sum * (1 + 1e-9), "trial \(trial), rank \(left)")
      }
      let leading = LeadingValues(layers)
      for layer in 1...3 {
        let top = try #require(SingularValues.squared(network.weights[layer - 1])).first ?? 0
        #expect(leading.squares[layer - 1] <= top * (1 + 1e-12))
        if rank == 1, values[0] > 1e3 * size { #expect(leading.squares[layer - 1] > 0.9 * top) }
      }
      // A threshold at the sum itself asks for all that can be known; one far off, for less.
      for threshold in [sum, 0.3 * sum, 3 * sum] {
        let bracket = SpikeRankSum(
          layers, layer: 2, squaredNorm: network.weights[1].squaredNorm, near: leading.vectors[1],
          alpha: alpha,
          threshold: threshold, rounding: 1e-13)
        guard let bracket else { continue }
        #expect(bracket.low <= sum + 1e-10 && sum - 1e-10 <= bracket.high, "trial \(trial)")
        if threshold == sum { brackets += 1 }
        if threshold == sum, bracket.high - bracket.low < 1e-6 { narrow += 1 }
      }
    }
    #expect(tight > 20 && brackets > 20 && narrow > 15, "\(tight) \(brackets) \(narrow)")
  }

  /// Noise of a langevin chain: what is not close to a threshold never asks for the singular
  /// values.
  @Test(arguments: [1e-9, 1e-8, 1e-7, 2.5e-7, 1e-6, 1e-5, 1e-4]) func aNoiseFloorIsCheap(
    variance: Double
  ) throws {
    var numbers = TestNumbers(9)
    let set = try Laws.figure1().event
    let expected = Membership(set)
    for _ in 0..<3 {
      let noise = [Double](repeating: variance.squareRoot(), count: 3)
      let network = network([2, 100, 100, 2], values: [1.48], noise: noise, &numbers)
      let level = expected.level(of: network)
      #expect((level == 1) == (variance < 1.5e-7))
      switch WideMembership(set).verdict(on: WideLayers(network)) {
      case .outside, .unbounded: #expect(level == nil)
      case .inside(let found): #expect(level == found)
      case .open: Issue.record("left open")
      }
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e200]) func whatIsNotFiniteIsOutside(
    value: Double
  ) throws {
    var numbers = TestNumbers(3)
    let set = try Laws.figure1().event
    for layer in 0..<3 {
      var network = network([2, 20, 20, 2], values: [1], noise: [0, 0, 0], &numbers)
      #expect(WideMembership(set).standing(of: WideLayers(network)) == .inside(level: 1))
      network.weights[layer].elements[1] = value
      #expect(WideMembership(set).standing(of: WideLayers(network)) == .outside(.bound))
      #expect(Membership(set).standing(of: network) == .outside(.bound))
    }
  }

  @Test func theOriginIsInTheSmallestSet() throws {
    for rank in 0...1 {
      let set = try AbsorbingSet(rank: rank, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3)
      let zero = Network(weights: [
        Matrix(rows: 20, columns: 2), Matrix(rows: 20, columns: 20), Matrix(rows: 3, columns: 20),
      ])
      #expect(WideMembership(set).standing(of: WideLayers(zero)) == .inside(level: 0))
    }
  }
}
