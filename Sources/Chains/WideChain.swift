import AbsorbingSets
import DeepLinear
import Engines
import Foundation
import Ladder
import RandomStreams

/// One chain at full width, moved a span at a time until it is over or can be compressed.
///
/// Chains of the additive rungs are never compressed: their noise does not commute with changes of
/// basis.
package final class WideChain {
  /// What a span has come to.
  package enum Progress {
    /// The chain goes on at full width.
    case running
    /// The chain goes on in this state, at hidden width min(d_in, d_out).
    case compressed(ChainState)
    /// The chain is over.
    case finished(ChainOutcome)
    /// A pulse in one of its offshoots has said to stop. Its state waits for that offshoot; unless
    /// the chain has diverged, which no state holds.
    case stopped(isDiverged: Bool)
  }

  private let law: ChainLaw
  /// The steps from look to look; nil where the state is tested.
  private let every: Int?
  private let chain: UInt32
  private let noise: MinimumNoise?
  private let mover: WideMover
  private let layers: WideLayers
  private let screen: EntryScreen
  private let membership: WideMembership
  private let descent: Descent
  private let plan: RecordPlan
  private let recorder: PathRecorder
  private let offshoots: OffshootRun?
  private var step: Int
  private var watch: PassageWatch
  private var record: RecordState
  private var recordStep: Int
  /// -log of the factor that the initial weights have decayed by since step 0.
  private var decayed: Double
  private var savedStep: Int
  private var savedWatch: PassageWatch

  /// Spans between two copies of the weights, to which a divergence goes back: a copy costs a
  /// sweep.
  private static let spansBetweenCopies = 8
  /// A compression is tried when the initial weights have decayed to its tolerance, and again
  /// whenever by this much more in the logarithm: a few tries a chain.
  private static let decayBetweenTries = 0.25

  /// A chain in its state at the beginning of a span.
  ///
  /// - Parameter noise: what the rung needs to know of the minimum that gradient descent reaches
  ///   from the chain's start, for the rungs that do.
  package convenience init(
    law: ChainLaw, state: ChainState, stream: RandomStream, noise: MinimumNoise? = nil
  ) {
    let plan = RecordPlan(law: law, chain: state.chain)
    self.init(
      law: law, RunningChain(state: state, noise: noise, plan: plan), stream: stream, offshoots: nil
    )
  }

  /// The same with its plan for records.
  ///
  /// - Parameter offshoots: runs its offshoots where the law has any.
  init(law: ChainLaw, _ start: RunningChain, stream: RandomStream, offshoots: OffshootRun?) {
    let (state, noise) = (start.state, start.noise)
    self.law = law
    every = law.judge.every
    self.offshoots = offshoots
    plan = start.plan
    recorder = PathRecorder(law: law)
    record = state.record
    recordStep = plan.next(from: state.step == 0 && state.record.isEmpty ? 0 : state.step + 1)
    self.noise = noise
    chain = state.chain
    mover = WideMover(
      law.motion, network: state.network, stream: stream, chain: state.chain, noise: noise)
    layers = mover.layers
    screen = EntryScreen(law.event, smallerSide: min(law.shape.widths[0], law.shape.widths[1]))
    membership = WideMembership(law.event)
    descent = Descent(law: law)
    step = state.step
    watch = state.watch
    decayed = stride(from: 0, to: state.step, by: Span.steps).reduce(0) {
      $0 + Self.decay(of: law, from: $1)
    }
    savedStep = state.step
    savedWatch = state.watch
    layers.save()
    recordWhatIsDue()
  }

  /// The chain's state, at the beginning of a span.
  var state: ChainState {
    ChainState(chain: chain, step: step, network: layers.network, watch: watch, record: record)
  }

  /// Moves the chain through one span.
  ///
  /// - Parameter pulse: asked every 32 steps of an offshoot; `false` stops there.
  package func advance(pulse: () -> Bool = { true }) -> Progress {
    guard runOffshoots(pulse) else { return .stopped(isDiverged: false) }
    if step - savedStep >= Self.spansBetweenCopies * Span.steps { save() }
    for _ in 0..<Span.steps {
      move()
      recordWhatIsDue()
    }
    guard isWithinLimit else {
      let divergence = findDivergence()
      return runOffshoots(pulse)
        ? .finished(outcome(divergence: divergence, restingRank: nil)) : .stopped(isDiverged: true)
    }
    guard runOffshoots(pulse) else { return .stopped(isDiverged: false) }
    if step >= max(watch.end, plan.end) {
      return .finished(outcome(divergence: nil, restingRank: rest.rank))
    }
    return isTimeToCompress() ? compress() : .running
  }

  private func save() {
    layers.save()
    (savedStep, savedWatch) = (step, watch)
  }

  /// One step, and one look.
  private func move() {
    mover.move(step: step)
    step += 1
    guard step <= watch.end else { return }
    guard let every else { return observe() }
    guard step % every == 0, isWithinLimit else { return }
    for look in descent.looks(at: [layers.network], steps: [step]) { watch.note(look) }
  }

  /// Records what is due at this step. A branch waits for the end of the span, where the chain has
  /// a state that can be kept.
  private func recordWhatIsDue() {
    guard step == recordStep else { return }
    recorder.note(layers.network, step: step, plan: plan, in: &record)
    recordStep = plan.next(from: step + 1)
  }

  /// Runs the offshoots whose branches wait, at full width; `false` when a pulse has said to stop.
  private func runOffshoots(_ pulse: () -> Bool) -> Bool {
    while let branch = record.branches.first {
      guard let offshoots else { break }
      guard
        let done = offshoots.wide(
          OffshootRun.Task(branch: branch, chain: chain, noise: noise), pulse: pulse)
      else {
        return false
      }
      record.record.offshoots.append(done)
      record.branches.removeFirst()
    }
    return true
  }

  private func observe() {
    let traces = layers.firstLayerTraces
    if screen.rejects(trace: traces.trace, traceOfSquare: traces.ofSquare) {
      watch.observe(.outside(isWithinLimit ? .rank : .bound), step: step)
    } else {
      watch.observe(membership.standing(of: layers, isAskedWhy: watch.entry != nil), step: step)
    }
  }

  private var isWithinLimit: Bool { layers.squaredNorm <= Divergence.squaredNormLimit }

  /// Where gradient descent leads from here.
  private var rest: Descent.Rest {
    descent.rest(of: layers.network, phase: law.schedule.phase(at: step).phase)
  }

  private func outcome(divergence: Int?, restingRank: Int?) -> ChainOutcome {
    ChainOutcome(
      watch: watch, divergence: divergence, restingRank: restingRank, noise: noise?.summary,
      record: record.record)
  }

  /// Goes back to the copy and on again, step by step, to the first step beyond the limit in the
  /// last span.
  private func findDivergence() -> Int {
    let (spanStart, spanEnd) = (step - Span.steps, step)
    layers.restore()
    (step, watch) = (savedStep, savedWatch)
    repeat { move() } while step < spanEnd && (step <= spanStart || isWithinLimit)
    return step
  }

  private func compress() -> Progress {
    let network = layers.network
    guard let compression = Compression(network),
      compression.relativeDrop(from: network, alpha: law.event.alpha) <= Compression.tolerance
    else { return .running }
    return .compressed(
      ChainState(
        chain: chain, step: step, network: compression.network, watch: watch, record: record))
  }

  /// Whether the span that has just ended crossed a mark of the decay at which to try. The marks
  /// depend on the schedule alone: a chain that goes on from a checkpoint tries at the same steps,
  /// and so takes the same bits.
  private func isTimeToCompress() -> Bool {
    guard !law.rung.family.isAdditive else { return false }
    func mark(_ decayed: Double) -> Double {
      ((decayed + log(Compression.tolerance)) / Self.decayBetweenTries).rounded(.down)
    }
    let before = mark(decayed)
    decayed += Self.decay(of: law, from: step - Span.steps)
    return mark(decayed) >= 0 && mark(decayed) > before
  }

  /// -log of the factor that what never meets the data decays by in the span from `first` on; at
  /// most 40 a step, for a decay of 0.
  private static func decay(of law: ChainLaw, from first: Int) -> Double {
    var (sum, at) = (0.0, first)
    while at < first + Span.steps {
      let (phase, remaining) = law.schedule.phase(at: at)
      let steps = min(remaining, first + Span.steps - at)
      let coefficients = law.motion.coefficients(of: phase)
      sum += Double(steps) * min(-Double(law.rung.substeps) * log(abs(coefficients.decay)), 40)
      at += steps
    }
    return sum
  }
}
