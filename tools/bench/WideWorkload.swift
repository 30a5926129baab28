import Chains
import DeepLinear
import RandomStreams

/// The full-width engine: chains from their first step to their compression, one after another.
///
/// Every step is screened for entry, copies are kept and compression is tried, as in an ensemble.
/// The initial weights are drawn once, before the clock; all chains start from them and differ in
/// the entries they draw.
final class WideWorkload: Workload {
  private let law: ChainLaw
  private let start: ChainState
  private var index: UInt32
  private var chain: WideChain
  private(set) var ended = 0

  init(law: ChainLaw, first: UInt32) {
    self.law = law
    start = BenchLaw.start(law, chain: first, seed: BenchLaw.seed)
    index = first
    chain = WideChain(law: law, state: start, stream: RandomStream(seed: BenchLaw.seed, index: 0))
  }

  func work() -> Int {
    if case .running = chain.advance() { return Span.steps }
    ended += 1
    index &+= 1
    let next = ChainState(chain: index, step: 0, network: start.network, watch: start.watch)
    chain = WideChain(law: law, state: next, stream: RandomStream(seed: BenchLaw.seed, index: 0))
    return Span.steps
  }
}
