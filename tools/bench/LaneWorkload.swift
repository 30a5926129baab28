import Chains
import DeepLinear
import RandomStreams

/// The lane engine as the ensemble uses it: a `ChainWorker` that draws every entry, screens every
/// step, and takes a new chain whenever one is over.
final class LaneWorkload: Workload {
  /// Spans of a piece of work: some tenths of a millisecond.
  private static let spans = 256
  private static let spansToSettle = 320
  private var worker: ChainWorker
  private var chain: UInt32
  private var lanes = 0
  private(set) var ended = 0

  /// Chains that begin, enter, end and are replaced.
  ///
  /// - Parameter first: the first chain; threads begin far apart.
  init(law: ChainLaw, first: UInt32) {
    worker = ChainWorker(law: law, stream: RandomStream(seed: BenchLaw.seed, index: 0))
    chain = first
    // Far too early for a chain to be over: this many lanes there are.
    _ = run(spans: 1)
    lanes = worker.states.count
  }

  /// Chains that have settled at rank 2 and wait there. (Not all chains settle there. At depth 4
  /// some fall to a rank-1 minimum that is out of balance: outside B_1 for ever, but let through by
  /// the screen at every step.)
  convenience init(waitingUnder law: ChainLaw, first: UInt32) {
    self.init(law: law, first: first)
    var settled: [ChainState] = []
    while settled.count < lanes {
      let nursery = LaneWorkload(law: law, first: chain)
      _ = nursery.run(spans: Self.spansToSettle)
      settled += nursery.worker.states.filter {
        Self.isOfRank2($0.network) && $0.step >= Self.spansToSettle * Span.steps
      }
      chain = nursery.chain
    }
    worker = ChainWorker(law: law, stream: RandomStream(seed: BenchLaw.seed, index: 0))
    var waiting = settled.prefix(lanes).makeIterator()
    run(spans: 1, next: { waiting.next().map { .resumed($0) } })
  }

  func work() -> Int { run(spans: Self.spans) }

  private func run(spans: Int) -> Int {
    let wasted = run(
      spans: spans,
      next: {
        chain &+= 1
        return .fresh(chain)
      })
    return spans * Span.steps * lanes - wasted
  }

  /// Runs so many spans and returns the steps that chains were moved beyond their end, in their
  /// last span.
  @discardableResult
  private func run(spans: Int, next: () -> ChainAssignment?) -> Int {
    var left = spans
    var wasted = 0
    worker.run(
      next: next,
      finished: { _, outcome in
        ended += 1
        wasted += (Span.steps - outcome.steps % Span.steps) % Span.steps
      },
      pulse: {
        left -= 1
        return left > 0
      })
    return wasted
  }

  /// Whether the product's two singular values are of one order: |det A| against ||A||_F^2.
  private static func isOfRank2(_ network: Network) -> Bool {
    let a = network.product
    return abs(a[0, 0] * a[1, 1] - a[0, 1] * a[1, 0]) > 0.05 * a.squaredNorm
  }
}
