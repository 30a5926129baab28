import Chains
import Foundation
import Ladder
import Synchronization
import Threads

/// Runs a plan's chains on several threads into a store.
///
/// Each arm in turn: the workers take chains from one queue as they come free, and hand in what is
/// over and where the rest stands whenever a checkpoint is called. What runs where cannot change a
/// chain, so the store's rows are the same at any number of threads and after any number of kills.
/// Memory does not grow with the number of chains, but for one bit each.
public final class EnsembleRun: Sendable {
  /// The chains of an arm that a worker is done with and has not handed in.
  private final class Over: Sendable {
    let arm: Int
    let chains = Locked<[(chain: UInt32, outcome: ChainOutcome)]>([])

    init(arm: Int) { self.arm = arm }
  }

  private struct Tally {
    var ended = 0
    var entries = 0
    var steps = 0
    var failure: (any Error)?
  }

  private let plan: EnsemblePlan
  private let store: EnsembleStore
  private let threads: Int
  private let checkpointSeconds: Double
  private let tally = Locked(Tally())
  /// Counts the checkpoints called; a worker that sees a new number hands in.
  private let checkpoint = Atomic<Int>(0)
  private let isStopping = Atomic<Bool>(false)
  private let workersLeft = Atomic<Int>(0)
  /// What workers are done with and have not handed in, by worker; nil once those that have not
  /// come to a stop are waited for no longer.
  private let over = Locked<[Over]?>([])
  /// How long workers are waited for after a stop was asked for, in seconds.
  private static let patience = 0.4

  /// A run of `plan` into `store`.
  ///
  /// - Parameter checkpointSeconds: how often the states of running chains are kept.
  public init(plan: EnsemblePlan, store: EnsembleStore, threads: Int, checkpointSeconds: Double = 4)
  {
    self.plan = plan
    self.store = store
    self.threads = max(threads, 1)
    self.checkpointSeconds = checkpointSeconds
  }

  /// Whether every chain of the plan is done already.
  public func isDone() throws -> Bool {
    try plan.arms.indices.allSatisfy { arm in
      try store.finishedChains(arm: arm, below: plan.chains(ofArm: arm)).count
        == plan.chains(ofArm: arm)
    }
  }

  /// Asks the run to stop at the next span, with everything kept. May be called from any thread, or
  /// never.
  ///
  /// A worker that is in the middle of something long by then, such as gradient descent of a wide
  /// network, is waited for no longer than half a second: its chains stay as the last checkpoint
  /// has them, and what came after is done again when the run goes on.
  public func stop() {
    isStopping.store(true, ordering: .relaxed)
  }

  /// Runs to the end, or to a stop.
  ///
  /// - Parameter report: called on this thread about four times a second.
  /// - Throws: what the store throws; what was checkpointed before is kept.
  public func run(report: (EnsembleProgress) -> Void) throws -> EnsembleRunSummary {
    let start = DispatchTime.now()
    let finished = try plan.arms.indices.map {
      try store.finishedChains(arm: $0, below: plan.chains(ofArm: $0))
    }
    let doneBefore = finished.reduce(0) { $0 + $1.count }
    var entriesBefore = 0
    for arm in plan.arms.indices where !finished[arm].isEmpty {
      entriesBefore += try store.entries(arm: arm, below: plan.chains(ofArm: arm))
    }
    let queues = try plan.arms.indices.map { arm in
      let kept = try store.runningStates(arm: arm, below: plan.chains(ofArm: arm))
      return ChainQueue(
        count: plan.chains(ofArm: arm), finished: finished[arm],
        resumed: try kept.map { try ChainStateCoding.checked($0, law: plan.arms[arm].law) })
    }
    func progress() -> EnsembleProgress {
      tally.withLock { tally in
        EnsembleProgress(
          chains: plan.totalChains, doneBefore: doneBefore, ended: tally.ended,
          entries: entriesBefore + tally.entries, steps: tally.steps,
          seconds: Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) * 1e-9)
      }
    }

    let open = queues.reduce(0) { $0 + $1.remaining }
    let count = min(threads, max(open, 1))
    workersLeft.store(open == 0 ? 0 : count, ordering: .relaxed)
    if open > 0 {
      for _ in 0..<count {
        let thread = Thread { [self] in
          work(queues)
          workersLeft.subtract(1, ordering: .releasing)
        }
        thread.stackSize = 8 << 20
        thread.start()
      }
    }
    var lastCheckpoint = DispatchTime.now().uptimeNanoseconds
    var lastReport = lastCheckpoint
    var stopped: UInt64?
    while workersLeft.load(ordering: .acquiring) > 0 {
      Thread.sleep(forTimeInterval: 0.01)
      let now = DispatchTime.now().uptimeNanoseconds
      if isStopping.load(ordering: .relaxed) {
        if let stopped, Double(now - stopped) * 1e-9 > Self.patience {
          try abandonWorkers()
          break
        }
        stopped = stopped ?? now
      }
      if Double(now - lastCheckpoint) * 1e-9 > checkpointSeconds {
        checkpoint.add(1, ordering: .relaxed)
        lastCheckpoint = now
      }
      if now - lastReport > 250_000_000 {
        report(progress())
        lastReport = now
      }
    }
    if let failure = tally.withLock({ $0.failure }) { throw failure }
    let last = progress()
    report(last)
    return EnsembleRunSummary(progress: last, isComplete: last.done == last.chains)
  }

  /// Hands in what workers are done with in their place, and waits for them no longer. A worker
  /// that is handing in is let finish.
  private func abandonWorkers() throws {
    try over.withLock { over in
      defer { over = nil }
      for worker in over ?? [] {
        try store.checkpoint(arm: worker.arm, finished: worker.chains.withLock { $0 }, running: [])
      }
    }
  }

  /// One worker's thread: arm after arm, until the queues are empty or the run stops.
  private func work(_ queues: [ChainQueue]) {
    for (index, arm) in plan.arms.enumerated() {
      guard !isStopping.load(ordering: .relaxed) else { return }
      guard let first = queues[index].next() else { continue }
      work(arm, index: index, queue: queues[index], first: first)
    }
  }

  private func work(_ arm: Arm, index: Int, queue: ChainQueue, first: ChainAssignment) {
    let worker = ChainWorker(law: arm.law, stream: plan.stream(of: arm))
    let own = Over(arm: index)
    over.withLock { $0?.append(own) }
    defer { over.withLock { $0?.removeAll { $0 === own } } }
    var seen = checkpoint.load(ordering: .relaxed)
    var given: ChainAssignment? = first

    // How many chains wait to be handed in.
    var waiting = 0
    var counted = 0
    func countSteps(unlessFewerThan few: Int) {
      guard worker.stepsMoved - counted >= few else { return }
      tally.withLock { $0.steps += worker.stepsMoved - counted }
      counted = worker.stepsMoved
    }
    func handIn() {
      do {
        try over.withLock { over in
          guard over != nil else { return }
          try store.checkpoint(
            arm: index, finished: own.chains.withLock { $0 }, running: worker.states)
          own.chains.withLock { $0.removeAll(keepingCapacity: true) }
        }
      } catch {
        tally.withLock { if $0.failure == nil { $0.failure = error } }
        stop()
      }
    }
    worker.run(
      next: {
        defer { given = nil }
        return given ?? queue.next()
      },
      finished: { chain, outcome in
        waiting = own.chains.withLock { chains in
          chains.append((chain, outcome))
          return chains.count
        }
        tally.withLock { tally in
          tally.ended += 1
          tally.entries += outcome.kind == .entered ? 1 : 0
        }
      },
      pulse: {
        countSteps(unlessFewerThan: 1 << 18)
        let called = checkpoint.load(ordering: .relaxed)
        if called != seen || waiting >= 4096 {
          (seen, waiting) = (called, 0)
          handIn()
        }
        return !isStopping.load(ordering: .relaxed)
      })
    countSteps(unlessFewerThan: 0)
    handIn()
  }
}
