import AbsorbingSets
import DeepLinear
import RandomStreams
import TestKit
import Testing

@testable import Chains
@testable import Engines

/// Membership through the compressed network is membership by all singular values.
@Suite struct WideMembershipTests {
  /// Calls `body` with theta_t of a chain for t in `steps`.
  private func path(
    _ law: ChainLaw, chain: UInt32, steps: Range<Int>, _ body: (Int, Network) throws -> Void
  ) rethrows {
    let layers = WideLayers(
      Network(
        shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: 2, index: 0), chain: chain
      ))
    let address = StreamAddress(
      stream: RandomStream(seed: 2, index: 0), chain: chain, purpose: .entries)
    let choice = EntryChoice(among: law.problem.entries.count)
    for step in 0..<steps.upperBound {
      if steps.contains(step) { try body(step, layers.network) }
      layers.step(
        entry: law.problem.entries[choice.entry(at: step, of: address)],
        coefficients: StepCoefficients(
          phase: law.schedule.phase(at: step).phase, convention: law.convention))
    }
  }

  /// Under `appendix` chains enter near step 700, long before they can be compressed: the bulk
  /// still counts then.
  @Test(arguments: [3, 4], AbsorbingSet.BalanceNorm.allCases)
  func alongChainsNearTheirEntry(depth: Int, balance: AbsorbingSet.BalanceNorm) throws {
    let law = try Laws.figure1(depth: depth, width: 60, convention: .appendix, balance: balance)
    let (wide, full) = (WideMembership(law.event), Membership(law.event))
    var entries = 0
    for chain in UInt32(0)..<2 {
      var last: Int?
      path(law, chain: chain, steps: 640..<820) { step, network in
        let level = wide.level(of: network)
        #expect(level == full.level(of: network), "L = \(depth), chain \(chain), step \(step)")
        if level != nil, last == nil, step > 640 {
          entries += 1
          // The bulk is far from gone where the chain enters.
          let drop = Compression(network)?.relativeDrop(from: network, alpha: 0.03) ?? 0
          #expect(drop > 100 * Compression.tolerance)
        }
        last = level
      }
    }
    #expect(entries > 0)
  }

  /// Thresholds laid within the brackets: nothing but all singular values can decide there.
  @Test(arguments: [3, 4]) func thresholdsWithinTheBrackets(depth: Int) throws {
    let law = try Laws.figure1(depth: depth, width: 40, convention: .appendix)
    var decided: [Bool: Int] = [:]
    try path(law, chain: 0, steps: 600..<1000) { step, network in
      guard step % 25 == 0, let compression = Compression(network) else { return }
      let full = Membership(
        try AbsorbingSet(rank: 1, alpha: 0.03, epsilon1: 1, epsilon2: 0, bound: 10))
      let sum = network.weights.compactMap(full.rankSum).max() ?? 0
      let imbalance =
        zip(network.weights, network.weights.dropFirst()).compactMap { full.imbalance($0, $1) }
        .max() ?? 0
      let rho = compression.dropped.max() ?? 0
      for share in [-0.9, -0.3, -1e-6, 1e-6, 0.3, 0.9] {
        let epsilon2 = sum - sum.rounded(.down) + share * 2 * rho * rho / 0.03
        guard (0..<1).contains(epsilon2) else { continue }
        for (rank, epsilon1) in [(Int(sum), 1), (Int(sum), imbalance + share * rho)]
        where rank < 3 && epsilon1 >= 0 {
          let set = try AbsorbingSet(
            rank: rank, alpha: 0.03, epsilon1: epsilon1, epsilon2: epsilon2, bound: 10)
          let expected = Membership(set).standing(of: network)
          #expect(
            WideMembership(set).standing(of: network) == expected, "step \(step), share \(share)")
          decided[expected.level != nil, default: 0] += 1
        }
      }
    }
    #expect(decided[true, default: 0] > 10 && decided[false, default: 0] > 10, "\(decided)")
  }

  @Test func whatIsNotFiniteIsOutside() throws {
    let law = try Laws.figure1(width: 20)
    var network = Network(
      weights: zip(law.shape.widths, law.shape.widths.dropFirst()).map {
        Matrix(rows: $1, columns: $0)
      })
    #expect(WideMembership(law.event).level(of: network) == 0)
    network.weights[1][3, 4] = .nan
    #expect(WideMembership(law.event).level(of: network) == nil)
    network.weights[1][3, 4] = .infinity
    #expect(WideMembership(law.event).level(of: network) == nil)
  }
}
