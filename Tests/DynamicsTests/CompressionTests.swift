import AbsorbingSets
import DeepLinear
import RandomStreams
import TestKit
import Testing

@testable import Chains
@testable import Ladder

/// A compressed chain does what the same chain does at full width.
@Suite struct CompressionTests {
  /// Runs a chain at full width to its end, whatever could be compressed on the way.
  private func fullWidthOutcome(_ law: ChainLaw, seed: UInt64, chain: UInt32) -> ChainOutcome {
    let network = Network(
      shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: seed, index: 0),
      chain: chain)
    var watch = PassageWatch(rank: law.event.rank, horizon: law.horizon, follow: law.follow)
    watch.observe(level: Membership(law.event).level(of: network), step: 0)
    let wide = WideChain(
      law: law, state: ChainState(chain: chain, step: 0, network: network, watch: watch),
      stream: RandomStream(seed: seed, index: 0)
    )
    while true {
      if case .finished(let outcome) = wide.advance() { return outcome }
    }
  }

  @Test(arguments: [3, 4]) func firstPassagesAgree(depth: Int) throws {
    let law = try Laws.figure1(depth: depth, width: 100, follow: 20)
    let chains: UInt32 = 200
    let compressed = outcomes(of: law, stream: RandomStream(seed: 31, index: 0), chains: 0..<chains)
    var entered = 0
    for chain in 0..<chains {
      let full = fullWidthOutcome(law, seed: 31, chain: chain)
      #expect(compressed[Int(chain)] == full, "L = \(depth), chain \(chain)")
      if full.kind == .entered { entered += 1 }
    }
    #expect(entered >= 199)
  }
}
