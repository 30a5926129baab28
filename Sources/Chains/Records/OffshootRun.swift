import AbsorbingSets
import DeepLinear
import Engines
import Ladder
import RandomStreams

/// Runs offshoots: narrow ones many side by side, wide ones one after another.
///
/// An offshoot has diverged when its weights are beyond the limit of `Divergence` at a step that is
/// a multiple of 32, or at its last.
final class OffshootRun {
  /// A branch with what its offshoot draws and adds.
  struct Task {
    let branch: RecordState.Branch
    let chain: UInt32
    let noise: MinimumNoise?
  }

  /// The law of the chains, and that of their offshoots from any step on.
  private let law: ChainLaw
  private let offshootLaw: ChainLaw
  private let steps: Int
  private let stream: RandomStream
  private let recorder: PathRecorder
  private let batch: LaneChains
  /// The widths of the networks that run side by side.
  private let widths: [Int]

  /// - Parameter shape: that of the networks that run side by side.
  init?(law: ChainLaw, shape: NetworkShape, stream: RandomStream) {
    guard let offshoots = law.recording.offshoots else { return nil }
    (self.law, self.stream) = (law, stream)
    steps = offshoots.steps
    var offshootLaw = law
    offshootLaw.schedule = Schedule(constant: offshoots.phase)
    offshootLaw.recording = Recording(observables: law.recording.observables)
    self.offshootLaw = offshootLaw
    recorder = PathRecorder(law: offshootLaw)
    widths = shape.widths
    batch = LaneChains(law: offshootLaw, shape: shape, stream: stream)
  }

  /// Runs offshoots of chains that are over, and gives them in their order; those that a pulse has
  /// stopped are nil. A branch that is still wide is one that a stop has left.
  func run(_ tasks: [Task], pulse: () -> Bool) -> [ChainRecord.Offshoot?] {
    let narrow = tasks.indices.filter { tasks[$0].branch.network.widths == widths }
    var results = [ChainRecord.Offshoot?](repeating: nil, count: tasks.count)
    for (index, offshoot) in zip(narrow, self.narrow(narrow.map { tasks[$0] }, pulse: pulse)) {
      results[index] = offshoot
    }
    guard narrow.allSatisfy({ results[$0] != nil }) else { return results }
    for index in tasks.indices where results[index] == nil {
      guard let offshoot = wide(tasks[index], pulse: pulse) else { break }
      results[index] = offshoot
    }
    return results
  }

  /// Runs one wide offshoot; nil when a pulse, asked for every 32 steps, has said to stop.
  func wide(_ task: Task, pulse: () -> Bool) -> ChainRecord.Offshoot? {
    let plan = plan(of: task)
    let mover = WideMover(
      offshootLaw.motion, network: task.branch.network, stream: stream, chain: task.chain,
      noise: task.noise)
    var (state, step) = (RecordState(), task.branch.at)
    var due = plan.next(from: step)
    while true {
      if step == due {
        recorder.note(mover.layers.network, step: step, plan: plan, in: &state)
        due = plan.next(from: step + 1)
      }
      let isChecked = step % Span.steps == 0
      if step == plan.end || isChecked && !(mover.layers.squaredNorm <= Divergence.squaredNormLimit)
      {
        break
      }
      mover.move(step: step)
      step += 1
      if step % Span.steps == 0, !pulse() { return nil }
    }
    return offshoot(task, state.record.points)
  }

  /// Runs narrow offshoots.
  private func narrow(_ tasks: [Task], pulse: () -> Bool) -> [ChainRecord.Offshoot?] {
    var results = [ChainRecord.Offshoot?](repeating: nil, count: tasks.count)
    var places: [Place: Int] = [:]
    var waiting = tasks.indices.makeIterator()
    while true {
      while !batch.isFull, let index = waiting.next() {
        let chain = begun(tasks[index])
        if chain.state.step < chain.plan.end,
          chain.state.network.squaredNorm <= Divergence.squaredNormLimit
        {
          places[Place(chain)] = index
          batch.load(chain)
        } else {
          results[index] = offshoot(tasks[index], chain.state.record.record.points)
        }
      }
      guard !batch.isEmpty else { return results }
      for ended in batch.advance() {
        let chain =
          switch ended {
          case .over(let chain): chain
          case .diverged(let chain, _): chain
          }
        guard let index = places.removeValue(forKey: Place(chain)) else { continue }
        results[index] = offshoot(tasks[index], chain.state.record.record.points)
      }
      guard pulse() else {
        batch.clear()
        return results
      }
    }
  }

  /// Which offshoot a lane holds.
  private struct Place: Hashable {
    let chain: UInt32
    let at: Int

    init(_ chain: RunningChain) {
      self.chain = chain.state.chain
      at = chain.plan.base
    }
  }

  /// An offshoot brought to the beginning of a span, where lanes can take it.
  private func begun(_ task: Task) -> RunningChain {
    let plan = plan(of: task)
    var walk = ReferenceWalk(
      offshootLaw.motion, stream: stream, chain: task.chain, network: task.branch.network,
      step: task.branch.at,
      noise: task.noise)
    var state = RecordState()
    recorder.note(walk.network, step: walk.step, plan: plan, in: &state)
    while walk.step % Span.steps != 0 {
      walk.advance()
      recorder.note(walk.network, step: walk.step, plan: plan, in: &state)
    }
    let watch = PassageWatch(rank: law.event.rank, horizon: 0, follow: 0)
    return RunningChain(
      state: ChainState(
        chain: task.chain, step: walk.step, network: walk.network, watch: watch, record: state),
      noise: task.noise, plan: plan)
  }

  private func plan(of task: Task) -> RecordPlan {
    RecordPlan(offshootAt: task.branch.at, steps: steps, law: law, chain: task.chain)
  }

  private func offshoot(_ task: Task, _ points: [PathPoint]) -> ChainRecord.Offshoot {
    ChainRecord.Offshoot(
      at: task.branch.at, points: points, isDiverged: points.last?.step != task.branch.at + steps)
  }
}
