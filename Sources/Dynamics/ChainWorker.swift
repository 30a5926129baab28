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
///
/// Where gradient descent leads, from the start of a chain, from a look at it and from its end, is found for several chains together.
public final class ChainWorker {
  private let law: ChainLaw
  private let seed: UInt64
  private let arm: UInt32
  private let lanesShape: NetworkShape
  private let start: ChainStart
  private let descent: Descent
  private let offshoots: OffshootRun?
  /// Chains that were asked for and have not moved yet.
  private var ready: [LaneChain] = []
  /// Chains that wait for their entry.
  private let waiting: LaneBatch
  /// Chains that are followed after it.
  private let following: LaneBatch
  private var wide: WideChain?
  /// Chains that are over, but for the minimum that gradient descent reaches from them, with what their rows keep of the noise.
  private var over: [LaneChain] = []
  /// How many steps this worker has moved chains by, in whole spans.
  public private(set) var stepsMoved = 0

  /// A worker for the chains of arm `arm`.
  public init(law: ChainLaw, seed: UInt64, arm: UInt32) {
    (self.law, self.seed, self.arm) = (law, seed, arm)
    lanesShape = law.laneShape
    start = ChainStart(law: law, seed: seed, arm: arm)
    descent = Descent(law: law)
    offshoots = OffshootRun(law: law, shape: lanesShape, seed: seed, arm: arm)
    waiting = LaneBatch(law: law, shape: lanesShape, seed: seed, arm: arm)
    following = LaneBatch(law: law, shape: lanesShape, seed: seed, arm: arm)
  }

  /// The states of every chain under way.
  public var states: [ChainState] {
    waiting.states + following.states + (wide.map { [$0.state] } ?? []) + ready.map(\.state) + over.map(\.state)
  }

  /// Runs until there is nothing left to do.
  ///
  /// - Parameters:
  ///   - next: the next assignment, asked for whenever a lane is free, some ahead where that saves work; `nil` when there is none.
  ///   - finished: told of every chain that is over.
  ///   - pulse: called after every span of 32 steps; the worker's `states` may be read in it. `false` stops the worker there.
  public func run(
    next: () -> ChainAssignment?, finished: (UInt32, ChainOutcome) -> Void, pulse: () -> Bool
  ) {
    while true {
      while !waiting.isFull {
        if ready.isEmpty { ready = start.chains(assignments(from: next)) }
        guard !ready.isEmpty else { break }
        guard admit(ready.removeFirst(), finished: finished, pulse: pulse) else { return }
      }
      guard !waiting.isEmpty || !following.isEmpty else { return settle(finished: finished) }
      // Full lanes are the cheapest: those that follow move on when there are enough of them, or nothing else is left to do.
      let batch = following.isFull || waiting.isEmpty ? following : waiting
      stepsMoved += batch.taken * Span.steps
      for ended in batch.advance() {
        switch ended {
        case .over(let chain): end(chain, finished: finished)
        case .diverged(let chain, let step): finish([chain], divergence: step, restingRanks: [nil], finished)
        }
      }
      waiting.moveFollowing(to: following)
      guard pulse() else { return }
    }
  }

  /// Brings a chain into the lanes, at full width first where it must be. `false` when a pulse has said to stop.
  private func admit(_ chain: LaneChain, finished: (UInt32, ChainOutcome) -> Void, pulse: () -> Bool) -> Bool {
    let state = chain.state
    guard state.network.squaredNorm <= Divergence.squaredNormLimit else {
      let divergence = state.step <= state.watch.end ? state.step : nil
      finish([chain], divergence: divergence, restingRanks: [nil], finished)
      return pulse()
    }
    guard state.step < max(state.watch.end, chain.plan.end) else {
      end(chain, finished: finished)
      return pulse()
    }
    if state.network.widths == lanesShape.widths {
      waiting.load(chain)
      return true
    }
    return runWide(chain, finished: finished, pulse: pulse)
  }

  private func runWide(_ start: LaneChain, finished: (UInt32, ChainOutcome) -> Void, pulse: () -> Bool) -> Bool {
    let chain = WideChain(law: law, start, seed: seed, arm: arm, offshoots: offshoots)
    wide = chain
    while true {
      stepsMoved += Span.steps
      switch chain.advance() {
      case .running: break
      case .compressed(let state):
        wide = nil
        waiting.load(LaneChain(state: state, noise: start.noise, plan: start.plan))
        return pulse()
      case .finished(let outcome):
        wide = nil
        finished(start.state.chain, outcome)
        return pulse()
      }
      guard pulse() else { return false }
    }
  }

  /// The next assignments, as many as are best begun together.
  private func assignments(from next: () -> ChainAssignment?) -> [ChainAssignment] {
    var list: [ChainAssignment] = []
    while list.count < start.together, let assignment = next() { list.append(assignment) }
    return list
  }

  /// Notes that a chain is over; chains are finished several together.
  private func end(_ chain: LaneChain, finished: (UInt32, ChainOutcome) -> Void) {
    over.append(chain)
    if over.count >= LaneBatch.capacity { settle(finished: finished) }
  }

  /// Finishes the chains that are over: those of the lanes' widths, and those that ended before they got there.
  private func settle(finished: (UInt32, ChainOutcome) -> Void) {
    for isInLanes in [true, false] {
      let group = over.filter { ($0.state.network.widths == lanesShape.widths) == isInLanes }
      let rests = descent.rests(
        of: group.map(\.state.network), phases: group.map { law.schedule.phase(at: $0.state.step).phase })
      finish(group, divergence: nil, restingRanks: rests.map(\.rank), finished)
    }
    over = []
  }

  /// Runs the offshoots of chains that still wait for theirs, and hands in how the chains ended.
  private func finish(
    _ chains: [LaneChain], divergence: Int?, restingRanks: [Int?], _ finished: (UInt32, ChainOutcome) -> Void
  ) {
    let tasks = chains.flatMap { chain in
      chain.state.record.branches.map { OffshootRun.Task(branch: $0, chain: chain.state.chain, noise: chain.noise) }
    }
    var run = (offshoots?.narrow(tasks) ?? [])[...]
    for (chain, rank) in zip(chains, restingRanks) {
      var record = chain.state.record.record
      record.offshoots += run.prefix(chain.state.record.branches.count)
      run = run.dropFirst(chain.state.record.branches.count)
      finished(
        chain.state.chain,
        ChainOutcome(
          watch: chain.state.watch, divergence: divergence, restingRank: rank, noise: chain.noise?.summary, record: record))
    }
  }
}
