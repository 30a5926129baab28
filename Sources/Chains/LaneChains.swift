// Unsafe code: what is asked of each lane, in memory that is read every span.
import AbsorbingSets
import DeepLinear
import Engines
import Ladder
import RandomStreams

/// The chains that run side by side in the lanes of one mover: watched, recorded and ended a span
/// at a time, each lane refilled when its chain is over.
///
/// Chains that are judged by their own weights are screened at every step, and tested at every step
/// after their entry. Those whose judge looks are looked at between spans instead.
final class LaneChains {
  /// A chain that is over.
  enum Ended {
    /// It diverged at this step, which may be one at which nobody watched it any more.
    case diverged(RunningChain, step: Int)
    /// It came to its end.
    case over(RunningChain)
  }

  /// What is asked of a lane in every span.
  private struct Lane {
    var isTaken = false
    /// Whether the full test is due at every step.
    var isFollowing = false
    var step = 0
    /// The step at which there is nothing more to see, as things stand.
    var watchEnd = 0
    /// The step at which the chain is over: there, or where the last thing is recorded.
    var end = 0
    /// The next step at which something is recorded.
    var recordStep = Int.max

    /// Whether there is something to see for the chain's watch.
    var isWatched: Bool { isTaken && step < watchEnd }
  }

  private let law: ChainLaw
  /// Of the law's judge, which is asked every span: whether it tests the state, or how often it looks.
  private let isScreened: Bool
  private let every: Int?
  private let mover: LaneMover
  private let descent: Descent
  private let recorder: PathRecorder
  /// How many lanes are taken.
  private(set) var taken = 0
  private var watches = [PassageWatch?](repeating: nil, count: Lanes.count)
  private var plans = [RecordPlan?](repeating: nil, count: Lanes.count)
  private var records = [RecordState](repeating: RecordState(), count: Lanes.count)
  private let lanes = UnsafeMutablePointer<Lane>.allocate(capacity: Lanes.count)

  /// Chains of an arm with networks of `shape`.
  init(law: ChainLaw, shape: NetworkShape, stream: RandomStream) {
    self.law = law
    (isScreened, every) = (law.judge == .state, law.judge.every)
    mover = LaneMover(law.motion, event: law.event, shape: shape, stream: stream)
    descent = Descent(law: law)
    recorder = PathRecorder(law: law)
    lanes.initialize(repeating: Lane(), count: Lanes.count)
  }

  deinit { lanes.deallocate() }

  /// Whether every lane is taken.
  var isFull: Bool { taken == Lanes.count }
  /// Whether no lane is taken.
  var isEmpty: Bool { taken == 0 }

  /// The states of the running chains, for a checkpoint.
  var states: [ChainState] {
    watches.indices.compactMap { chain($0)?.state }
  }

  /// Takes a chain into a free lane.
  ///
  /// - Precondition: a lane is free, the step begins a span, and the network has the lanes' shape.
  func load(_ chain: RunningChain) {
    guard let index = watches.firstIndex(where: { $0 == nil }) else {
      preconditionFailure("no free lane")
    }
    let state = chain.state
    mover.load(state.network, chain: state.chain, step: state.step, noise: chain.noise, lane: index)
    watches[index] = state.watch
    plans[index] = chain.plan
    records[index] = state.record
    let isFollowing =
      state.watch.entry != nil && isScreened && state.step < state.watch.end
    lanes[index] = Lane(isTaken: true, isFollowing: isFollowing, step: state.step)
    setEnd(of: index, watch: state.watch)
    if state.step == 0, state.record.isEmpty {
      recorder.note(state.network, step: 0, plan: chain.plan, in: &records[index])
    }
    lanes[index].recordStep = chain.plan.next(from: state.step + 1)
    taken += 1
  }

  /// Moves chains that are followed after their entry to other lanes, as far as there is room: a
  /// quartet that holds one is watched at every step, which the chains beside it need not pay for.
  func moveFollowing(to other: LaneChains) {
    for index in 0..<Lanes.count where lanes[index].isFollowing && !other.isFull {
      guard let chain = chain(index) else { continue }
      other.load(chain)
      vacate(index)
    }
  }

  /// Gives up every chain.
  func clear() {
    for index in 0..<Lanes.count where lanes[index].isTaken { vacate(index) }
  }

  /// Moves every chain through one span and takes out those that are over.
  func advance() -> [Ended] {
    var ended: [Ended] = []
    mover.advance(
      { watch }, isScreened: isScreened,
      standing: { watches[$0]?.standing ?? .outside(.rank) },
      report: { observe($0, $1, $2) })
    for index in 0..<Lanes.count
    where lanes[index].isTaken && lanes[index].recordStep <= lanes[index].step + Span.steps {
      record(index)
    }
    takeOutDiverged(into: &ended)
    for index in 0..<Lanes.count where lanes[index].isTaken {
      lanes[index].step += Span.steps
      if lanes[index].step >= lanes[index].watchEnd { lanes[index].isFollowing = false }
    }
    if let every { look(every: every) }
    for index in 0..<Lanes.count where lanes[index].isTaken && lanes[index].step >= lanes[index].end
    {
      if let chain = chain(index) { ended.append(.over(chain)) }
      vacate(index)
    }
    return ended
  }

  /// What the mover is to find out, as the chains stand.
  private var watch: LaneMover.WatchedLanes {
    var watch = LaneMover.WatchedLanes()
    for index in 0..<Lanes.count where lanes[index].isTaken {
      watch.taken |= 1 << index
      if lanes[index].isWatched { watch.watched |= 1 << index }
      if lanes[index].isFollowing { watch.followed |= 1 << index }
    }
    return watch
  }

  /// Notes where a lane stands after so many steps of the span.
  private func observe(_ index: Int, _ done: Int, _ standing: Standing) {
    watches[index]?.observe(standing, step: lanes[index].step + done)
    guard let watch = watches[index] else { return }
    setEnd(of: index, watch: watch)
    lanes[index].isFollowing = watch.entry != nil
  }

  /// Looks at the lanes whose look is due.
  private func look(every: Int) {
    let due = (0..<Lanes.count).filter {
      lanes[$0].isTaken && lanes[$0].step % every == 0 && lanes[$0].step <= lanes[$0].watchEnd
    }
    guard !due.isEmpty else { return }
    let networks = due.map(mover.network)
    for (index, look) in zip(due, descent.looks(at: networks, steps: due.map { lanes[$0].step })) {
      watches[index]?.note(look)
      if let watch = watches[index] { setEnd(of: index, watch: watch) }
    }
  }

  /// Takes out the chains whose norm is beyond the limit after the span; the step is found by the
  /// scalar reference.
  private func takeOutDiverged(into ended: inout [Ended]) {
    for quartet in 0..<Lanes.quartets {
      let diverged = mover.diverged(in: quartet)
      guard diverged != 0 else { continue }
      for index in (4 * quartet)..<(4 * quartet + 4)
      where diverged >> (index % 4) & 1 != 0 && lanes[index].isTaken {
        if let chain = chain(index) {
          ended.append(.diverged(chain, step: divergenceStep(of: index)))
        }
        vacate(index)
      }
    }
  }

  /// The first step of a lane's span beyond the limit.
  private func divergenceStep(of index: Int) -> Int {
    let end = lanes[index].step + Span.steps
    var walk = mover.walk(throughSpanOf: index, from: lanes[index].step)
    while walk.step < end, walk.network.squaredNorm <= Divergence.squaredNormLimit {
      walk.advance()
    }
    return walk.step
  }

  /// Records what is due of a lane in the span behind it: at its end as the lane stands, within it
  /// by the scalar reference, which has the same bits.
  private func record(_ index: Int) {
    guard let plan = plans[index] else { return }
    let end = lanes[index].step + Span.steps
    var walk =
      lanes[index].recordStep < end
      ? mover.walk(throughSpanOf: index, from: lanes[index].step) : nil
    while lanes[index].recordStep <= end {
      let step = lanes[index].recordStep
      while let at = walk?.step, at < step { walk?.advance() }
      if let network = step < end ? walk?.network : mover.network(index) {
        recorder.note(network, step: step, plan: plan, in: &records[index])
      }
      lanes[index].recordStep = plan.next(from: step + 1)
    }
  }

  /// A lane is over where its watch is, or where the last thing of it is recorded.
  private func setEnd(of index: Int, watch: PassageWatch) {
    lanes[index].watchEnd = watch.end
    lanes[index].end = max(watch.end, plans[index]?.end ?? 0)
  }

  private func chain(_ index: Int) -> RunningChain? {
    guard let watch = watches[index], let plan = plans[index] else { return nil }
    let state = ChainState(
      chain: mover.chain(index), step: lanes[index].step, network: mover.network(index),
      watch: watch,
      record: records[index])
    return RunningChain(state: state, noise: mover.noise(index), plan: plan)
  }

  private func vacate(_ index: Int) {
    (watches[index], plans[index]) = (nil, nil)
    records[index] = RecordState()
    lanes[index] = Lane()
    mover.vacate(index)
    taken -= 1
  }
}

/// A chain on its way, with what its rung knows of the minimum: recomputed where the chain is taken
/// up, and so no part of its state.
struct RunningChain {
  let state: ChainState
  let noise: MinimumNoise?
  let plan: RecordPlan

  /// The chain with another record.
  func with(_ record: RecordState) -> RunningChain {
    let other = ChainState(
      chain: state.chain, step: state.step, network: state.network, watch: state.watch,
      record: record)
    return RunningChain(state: other, noise: noise, plan: plan)
  }
}
