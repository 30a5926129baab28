import AbsorbingSets
import Chains
import DeepLinear
import Engines
import Ladder
import RandomStreams
import Threads

/// Chains of an arm from their first step until they can be held at a small width.
///
/// A chain that lanes move is held from theta_0 on. A wide one is moved at full width, as a study
/// moves it, until its initial weights have decayed and it is compressed to hidden width min(d_in,
/// d_out): the same path and the same singular values to rounding, with few weights to try moves
/// on.
struct HeldChains {
  /// The step after which a wide chain that could not be compressed is given up. Where nothing
  /// decays, as without a ridge, none ever can.
  static let mostWideSteps = 100_000

  /// The first small state of every chain, or nil where there is none: the chain diverged before,
  /// or did not decay in time.
  static func states(law: ChainLaw, stream: RandomStream, chains: Int, horizon: Int, threads: Int)
    -> [ChainState?]
  {
    let steps = min(horizon, mostWideSteps)
    let patient = law.watched(for: law.event, horizon: steps, follow: steps)
    return ParallelMap.run(chains, threads: threads) { index in
      let chain = UInt32(index)
      let network = Network(shape: law.shape, law: law.initialLaw, stream: stream, chain: chain)
      let watch = PassageWatch(rank: law.event.rank, horizon: steps, follow: steps)
      let start = ChainState(chain: chain, step: 0, network: network, watch: watch)
      guard EngineChoice.first(for: law.shape) == .fullWidth else { return start }
      guard network.squaredNorm <= Divergence.squaredNormLimit else { return nil }
      let wide = WideChain(law: patient, state: start, stream: stream)
      while true {
        switch wide.advance() {
        case .running: continue
        case .compressed(let state): return state
        case .finished, .stopped: return nil
        }
      }
    }
  }
}
