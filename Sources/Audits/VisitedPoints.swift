import AbsorbingSets
import Chains
import DeepLinear
import Ladder
import RandomStreams
import Threads

/// The points of chains at drawn steps after their entry into a set.
///
/// Chains are moved in lanes, as a study moves them, and a state that lanes show every 32 steps is
/// moved on to the drawn step by the scalar reference: the same bits.
struct VisitedPoints {
  /// What a chain came to.
  struct Visit: Sendable {
    /// Whether it entered.
    let isEntered: Bool
    /// Its points that are inside the set, in order.
    let points: [AuditPoint]
    /// How many of its drawn steps found it outside again.
    let outside: Int
    /// How many of its drawn steps come after it has diverged.
    let diverged: Int
  }

  private let law: ChainLaw
  private let stream: RandomStream
  private let plan: AuditPlan
  private let membership: Membership

  /// Points inside `set` of chains of an arm.
  init(law: ChainLaw, set: AbsorbingSet, stream: RandomStream, plan: AuditPlan) {
    self.law = law.watched(for: set, horizon: plan.horizon, follow: plan.window)
    (self.stream, self.plan) = (stream, plan)
    membership = Membership(set)
  }

  /// The visits of chains that go on from these states, in their order. The entry is the first step
  /// inside from the state on.
  func visits(from states: [ChainState]) -> [Visit] {
    let workers = max(min(plan.threads, states.count), 1)
    let shares = ParallelMap.run(workers, threads: workers) { worker in
      share(stride(from: worker, to: states.count, by: workers).map { states[$0] })
    }
    return states.indices.map { shares[$0 % workers][$0 / workers] }
  }

  /// A chain under way.
  private struct Track {
    var last: ChainState
    var isEntered = false
    /// The steps that are still to be looked at, the last first.
    var targets: [Int] = []
    var points: [AuditPoint] = []
    var outside = 0
    var diverged = 0
  }

  private func share(_ states: [ChainState]) -> [Visit] {
    let begun = states.map(watched)
    var tracks = Dictionary(uniqueKeysWithValues: begun.map { ($0.chain, Track(last: $0)) })
    var waiting = begun.makeIterator()
    let worker = ChainWorker(law: law, stream: stream)
    worker.run(
      next: { waiting.next().map(ChainAssignment.resumed) },
      finished: { chain, outcome in finish(outcome, &tracks[chain]) },
      pulse: {
        for state in worker.states { follow(state, &tracks[state.chain]) }
        return true
      })
    return begun.map { state in
      guard var track = tracks[state.chain] else { preconditionFailure("every chain has a track") }
      // What lies beyond the last state that the lanes have shown.
      visit(before: Int.max, &track)
      return Visit(
        isEntered: track.isEntered, points: track.points, outside: track.outside,
        diverged: track.diverged)
    }
  }

  /// The state with a watch for the set that sees it for the first time.
  private func watched(_ state: ChainState) -> ChainState {
    var watch = PassageWatch(rank: law.event.rank, horizon: law.horizon, follow: law.follow)
    watch.observe(membership.standing(of: state.network), step: state.step)
    return ChainState(chain: state.chain, step: state.step, network: state.network, watch: watch)
  }

  private func follow(_ state: ChainState, _ track: inout Track?) {
    guard var known = track, state.step > known.last.step else { return }
    track = nil
    enter(state.watch.entry, &known)
    visit(before: state.step, &known)
    known.last = state
    track = known
  }

  /// A chain that diverges after its entry has no steps beyond: those drawn there are not looked
  /// at.
  private func finish(_ outcome: ChainOutcome, _ track: inout Track?) {
    guard var known = track else { return }
    enter(outcome.kind == .entered ? outcome.time : nil, &known)
    let drawn = known.targets.count
    known.targets.removeAll { $0 > outcome.steps }
    known.diverged = drawn - known.targets.count
    track = known
  }

  private func enter(_ entry: Int?, _ track: inout Track) {
    guard let entry, !track.isEntered else { return }
    track.isEntered = true
    let draws = AuditDraws(stream: stream, chain: track.last.chain)
    track.targets = draws.offsets(count: plan.pointsPerChain, window: plan.window).map {
      entry + $0
    }.reversed()
  }

  /// Looks at the chain at the drawn steps before `end`, from its last state on.
  private func visit(before end: Int, _ track: inout Track) {
    guard let first = track.targets.last, first < end else { return }
    let chain = track.last.chain
    var walk = ReferenceWalk(
      law.motion, stream: stream, chain: chain, network: track.last.network, step: track.last.step,
      noise: nil)
    while let target = track.targets.last, target < end {
      while walk.step < target { walk.advance() }
      track.targets.removeLast()
      if membership.level(of: walk.network) != nil {
        track.points.append(
          AuditPoint(
            kind: .visited, chain: chain, number: track.points.count, step: target,
            network: walk.network))
      } else {
        track.outside += 1
      }
    }
  }
}
