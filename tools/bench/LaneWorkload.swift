import Dynamics
import RandomStreams

/// The lane engine as the ensemble uses it: a `ChainWorker` that draws every entry, screens every step, and takes a new chain
/// whenever one is over.
final class LaneWorkload: Workload {
  /// Spans of a piece of work: some tenths of a millisecond.
  private static let spans = 256
  private let worker: ChainWorker
  private var chain: UInt32
  private var lanes = 0
  private(set) var ended = 0

  /// - Parameter first: the first chain; threads begin far apart.
  init(law: ChainLaw, first: UInt32) {
    worker = ChainWorker(law: law, seed: BenchLaw.seed, arm: 0)
    chain = first
    // Far too early for a chain to be over: this many lanes there are.
    _ = run(spans: 1)
    lanes = worker.states.count
  }

  func work() -> Int { run(spans: Self.spans) }

  private func run(spans: Int) -> Int {
    var left = spans
    var wasted = 0
    worker.run(
      next: {
        chain &+= 1
        return .fresh(chain)
      },
      finished: { _, outcome in
        ended += 1
        // The steps of its last span beyond its end.
        wasted += (Span.steps - outcome.steps % Span.steps) % Span.steps
      },
      pulse: {
        left -= 1
        return left > 0
      })
    return spans * Span.steps * lanes - wasted
  }
}
