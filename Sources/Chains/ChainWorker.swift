import AbsorbingSets
import DeepLinear
import Engines
import Ladder
import RandomStreams

/// What a worker is given to do.
public enum ChainAssignment: Sendable {
  /// A chain from its first step.
  case fresh(UInt32)
  /// A chain from where a checkpoint left it.
  case resumed(ChainState)
}

/// Runs chains of one arm on one thread: full-width chains one after another until they compress,
/// then many side by side in lanes.
///
/// A chain is a function of (law, seed, arm, chain) alone: which worker runs it, next to which
/// others, in which order and from which checkpoint changes nothing.
///
/// Where gradient descent leads, from the start of a chain, from a look at it and from its end, is
/// found for several chains together.
public final class ChainWorker {
  private let law: ChainLaw
  private let stream: RandomStream
  private let lanesShape: NetworkShape
  private let start: ChainStart
  private let descent: Descent
  private let offshoots: OffshootRun?
  /// Chains that were asked for and have not moved yet.
  private var ready: [RunningChain] = []
  /// Chains that wait for their entry.
  private let waiting: LaneChains
  /// Chains that are followed after it.
  private let following: LaneChains
  private var wide: WideChain?
  /// Chains that are over, but for the minimum that gradient descent reaches from them, with what
  /// their rows keep of the noise.
  private var over: [RunningChain] = []
  /// How many steps this worker has moved chains by, in whole spans.
  public private(set) var stepsMoved = 0

  /// A worker for the chains of arm `arm`.
  public init(law: ChainLaw, stream: RandomStream) {
    (self.law, self.stream) = (law, stream)
    lanesShape = law.shape.inLanes
    start = ChainStart(law: law, stream: stream)
    descent = Descent(law: law)
    offshoots = OffshootRun(law: law, shape: lanesShape, stream: stream)
    waiting = LaneChains(law: law, shape: lanesShape, stream: stream)
    following = LaneChains(law: law, shape: lanesShape, stream: stream)
  }

  /// The states of every chain under way.
  public var states: [ChainState] {
    waiting.states + following.states + (wide.map { [$0.state] } ?? []) + ready.map(\.state)
      + over.map(\.state)
  }

  /// Runs until there is nothing left to do.
  ///
  /// - Parameters:
  ///   - next: the next assignment, asked for whenever a lane is free, some ahead where that saves
  ///     work; `nil` when there is none.
  ///   - finished: told of every chain that is over.
  ///   - pulse: called after every span of 32 steps; the worker's `states` may be read in it.
  ///     `false` stops the worker there.
  public func run(
    next: () -> ChainAssignment?, finished: (UInt32, ChainOutcome) -> Void, pulse: () -> Bool
  ) {
    while true {
      while !waiting.isFull {
        if ready.isEmpty { ready = start.chains(assignments(from: next)) }
        guard !ready.isEmpty else { break }
        guard admit(ready.removeFirst(), finished: finished, pulse: pulse) else { return }
      }
      guard !waiting.isEmpty || !following.isEmpty else {
        _ = settle(finished: finished, pulse: pulse)
        return
      }
      // Full lanes are the cheapest: those that follow move on when there are enough of them, or
      // nothing else is left to do.
      let batch = following.isFull || waiting.isEmpty ? following : waiting
      stepsMoved += batch.taken * Span.steps
      var isGoingOn = true
      for ended in batch.advance() {
        switch ended {
        case .over(let chain): over.append(chain)
        case .diverged(let chain, let step):
          isGoingOn = isGoingOn && finishDiverged(chain, step: step, finished, pulse)
        }
      }
      waiting.moveFollowing(to: following)
      if over.count >= Lanes.count {
        isGoingOn = isGoingOn && settle(finished: finished, pulse: pulse)
      }
      guard isGoingOn, pulse() else { return }
    }
  }

  /// Brings a chain into the lanes, at full width first where it must be. `false` when a pulse has
  /// said to stop.
  private func admit(
    _ chain: RunningChain, finished: (UInt32, ChainOutcome) -> Void, pulse: () -> Bool
  ) -> Bool {
    let state = chain.state
    guard state.network.squaredNorm <= Divergence.squaredNormLimit else {
      return finishDiverged(chain, step: state.step, finished, pulse) && pulse()
    }
    guard state.step < max(state.watch.end, chain.plan.end) else {
      over.append(chain)
      return over.count < Lanes.count || settle(finished: finished, pulse: pulse)
    }
    if state.network.widths == lanesShape.widths {
      waiting.load(chain)
      return true
    }
    return runWide(chain, finished: finished, pulse: pulse)
  }

  private func runWide(
    _ start: RunningChain, finished: (UInt32, ChainOutcome) -> Void, pulse: () -> Bool
  ) -> Bool {
    let chain = WideChain(law: law, start, stream: stream, offshoots: offshoots)
    wide = chain
    while true {
      stepsMoved += Span.steps
      switch chain.advance(pulse: pulse) {
      case .running: break
      case .compressed(let state):
        wide = nil
        waiting.load(RunningChain(state: state, noise: start.noise, plan: start.plan))
        return pulse()
      case .finished(let outcome):
        wide = nil
        finished(start.state.chain, outcome)
        return pulse()
      case .stopped(let isDiverged):
        if isDiverged { wide = nil }
        return false
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

  /// Finishes the chains that are over, several together: those of the lanes' widths, and those
  /// that ended before they got there. `false` when a pulse has said to stop before; the chains
  /// stay then, with the offshoots that are done.
  private func settle(finished: (UInt32, ChainOutcome) -> Void, pulse: () -> Bool) -> Bool {
    over = runOffshoots(of: over, pulse: pulse)
    guard over.allSatisfy(\.state.record.branches.isEmpty) else { return false }
    for isInLanes in [true, false] {
      let group = over.filter { ($0.state.network.widths == lanesShape.widths) == isInLanes }
      let rests = descent.rests(
        of: group.map(\.state.network),
        phases: group.map { law.schedule.phase(at: $0.state.step).phase })
      for (chain, rest) in zip(group, rests) {
        finish(chain, divergence: nil, restingRank: rest.rank, finished)
      }
    }
    over = []
    return true
  }

  /// Finishes a chain that has diverged; `false` when a pulse has said to stop before. No state
  /// holds a divergence, so the chain is then left to be run again from an earlier one.
  private func finishDiverged(
    _ chain: RunningChain, step: Int, _ finished: (UInt32, ChainOutcome) -> Void,
    _ pulse: () -> Bool
  ) -> Bool {
    for chain in runOffshoots(of: [chain], pulse: pulse) {
      guard chain.state.record.branches.isEmpty else { return false }
      finish(chain, divergence: step, restingRank: nil, finished)
    }
    return true
  }

  /// The chains with the offshoots that they wait for, as far as pulses let these be run.
  private func runOffshoots(of chains: [RunningChain], pulse: () -> Bool) -> [RunningChain] {
    let tasks = chains.flatMap { chain in
      chain.state.record.branches.map {
        OffshootRun.Task(branch: $0, chain: chain.state.chain, noise: chain.noise)
      }
    }
    guard let offshoots, !tasks.isEmpty else { return chains }
    var results = offshoots.run(tasks, pulse: pulse)[...]
    return chains.map { chain in
      var record = chain.state.record
      let done = results.prefix(record.branches.count)
      results = results.dropFirst(record.branches.count)
      record.branches = zip(record.branches, done).filter { $1 == nil }.map(\.0)
      record.record.offshoots += done.compactMap { $0 }
      record.record.offshoots.sort { $0.at < $1.at }
      return chain.with(record)
    }
  }

  private func finish(
    _ chain: RunningChain, divergence: Int?, restingRank: Int?,
    _ finished: (UInt32, ChainOutcome) -> Void
  ) {
    finished(
      chain.state.chain,
      ChainOutcome(
        watch: chain.state.watch, divergence: divergence, restingRank: restingRank,
        noise: chain.noise?.summary,
        record: chain.state.record.record))
  }
}
