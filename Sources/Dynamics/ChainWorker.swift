import AbsorbingSets
import DeepLinear
import RandomStreams

/// What a worker is given to do.
public enum ChainAssignment: Sendable {
  /// A chain from its first step.
  case fresh(UInt32)
  /// A chain from where a checkpoint left it.
  case resumed(ChainState)
}

/// Runs chains of one arm on one thread: full-width chains one after another until they compress, then many side by side in lanes.
///
/// A chain is a function of (law, seed, arm, chain) alone: which worker runs it, next to which others, in which order and from which
/// checkpoint changes nothing.
public final class ChainWorker {
  private let law: ChainLaw
  private let seed: UInt64
  private let arm: UInt32
  private let engine: EngineChoice
  private let lanesShape: NetworkShape
  private let membership: WideMembership
  /// Chains that wait for their entry.
  private let waiting: LaneBatch
  /// Chains that are followed after it.
  private let following: LaneBatch
  private var wide: WideChain?
  /// How many steps this worker has moved chains by, in whole spans.
  public private(set) var stepsMoved = 0

  /// A worker for the chains of arm `arm`.
  public init(law: ChainLaw, seed: UInt64, arm: UInt32) {
    (self.law, self.seed, self.arm) = (law, seed, arm)
    engine = EngineChoice.first(for: law.shape)
    lanesShape = engine == .fullWidth ? law.shape.compressed : law.shape
    membership = WideMembership(law.event)
    waiting = LaneBatch(law: law, shape: lanesShape, seed: seed, arm: arm)
    following = LaneBatch(law: law, shape: lanesShape, seed: seed, arm: arm)
  }

  /// The states of every chain under way.
  public var states: [ChainState] {
    waiting.states + following.states + (wide.map { [$0.state] } ?? [])
  }

  /// Runs until there is nothing left to do.
  ///
  /// - Parameters:
  ///   - next: the next assignment, asked for whenever a lane is free; `nil` when there is none.
  ///   - finished: told of every chain that is over.
  ///   - pulse: called after every span of 32 steps; the worker's `states` may be read in it. `false` stops the worker there.
  public func run(
    next: () -> ChainAssignment?, finished: (UInt32, ChainOutcome) -> Void, pulse: () -> Bool
  ) {
    while true {
      while !waiting.isFull, let assignment = next() {
        guard take(assignment, finished: finished, pulse: pulse) else { return }
      }
      guard !waiting.isEmpty || !following.isEmpty else { return }
      // Full lanes are the cheapest: those that follow move on when there are enough of them, or nothing else is left to do.
      let batch = following.isFull || waiting.isEmpty ? following : waiting
      stepsMoved += batch.taken * Span.steps
      for (chain, outcome) in batch.advance() { finished(chain, outcome) }
      waiting.moveFollowing(to: following)
      guard pulse() else { return }
    }
  }

  /// Brings a chain into the lanes, at full width first where it must be. `false` when a pulse has said to stop.
  private func take(_ assignment: ChainAssignment, finished: (UInt32, ChainOutcome) -> Void, pulse: () -> Bool) -> Bool {
    let state: ChainState
    switch assignment {
    case .resumed(let given): state = given
    case .fresh(let chain):
      state = start(chain)
      if state.watch.end <= 0 {
        finished(chain, ChainOutcome(watch: state.watch, divergence: nil, restingRank: nil, noise: nil))
        return pulse()
      }
    }
    guard state.network.squaredNorm <= Divergence.squaredNormLimit else {
      finished(state.chain, ChainOutcome(watch: state.watch, divergence: state.step, restingRank: nil, noise: nil))
      return pulse()
    }
    if state.network.widths == lanesShape.widths {
      waiting.load(state)
      return true
    }
    let noise = law.rung.needsMinimum ? Descent(law: law).noise(from: start(state.chain).network) : nil
    return runWide(
      WideChain(law: law, state: state, seed: seed, arm: arm, noise: noise), chain: state.chain, finished: finished, pulse: pulse)
  }

  private func runWide(
    _ chain: WideChain, chain index: UInt32, finished: (UInt32, ChainOutcome) -> Void, pulse: () -> Bool
  ) -> Bool {
    wide = chain
    while true {
      stepsMoved += Span.steps
      switch chain.advance() {
      case .running: break
      case .compressed(let state):
        wide = nil
        waiting.load(state)
        return pulse()
      case .finished(let outcome):
        wide = nil
        finished(index, outcome)
        return pulse()
      }
      guard pulse() else { return false }
    }
  }

  /// theta_0 of a chain, seen by its watch.
  private func start(_ chain: UInt32) -> ChainState {
    let network = Network(shape: law.shape, law: law.initialLaw, seed: seed, arm: arm, chain: chain)
    var watch = PassageWatch(rank: law.event.rank, horizon: law.horizon, follow: law.follow)
    watch.observe(level: membership.level(of: network), step: 0)
    return ChainState(chain: chain, step: 0, network: network, watch: watch)
  }
}
