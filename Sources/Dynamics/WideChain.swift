import AbsorbingSets
import DeepLinear
import Foundation
import RandomStreams

/// One chain at full width, moved a span at a time until it is over or can be compressed.
package final class WideChain {
  /// What a span has come to.
  package enum Progress {
    /// The chain goes on at full width.
    case running
    /// The chain goes on in this state, at hidden width min(d_in, d_out).
    case compressed(ChainState)
    /// The chain is over.
    case finished(ChainOutcome)
  }

  private let law: ChainLaw
  private let address: StreamAddress
  private let choice: EntryChoice
  private let layers: WideLayers
  private let screen: EntryScreen
  private let membership: WideMembership
  private var step: Int
  private var watch: PassageWatch
  /// -log of the factor that the initial weights have decayed by since step 0.
  private var decayed: Double
  private var savedStep: Int
  private var savedWatch: PassageWatch

  /// Spans between two copies of the weights, to which a divergence goes back: a copy costs a sweep.
  private static let spansBetweenCopies = 8
  /// A compression is tried when the initial weights have decayed to its tolerance, and again whenever by this much more in the
  /// logarithm: a few tries a chain.
  private static let decayBetweenTries = 0.25

  package init(law: ChainLaw, state: ChainState, seed: UInt64, arm: UInt32, noise: MatchedNoise? = nil) {
    self.law = law
    address = StreamAddress(seed: seed, arm: arm, chain: state.chain, purpose: .entries)
    choice = EntryChoice(among: law.problem.entries.count)
    layers = WideLayers(state.network)
    screen = EntryScreen(law.event, smallerSide: min(law.shape.widths[0], law.shape.widths[1]))
    membership = WideMembership(law.event)
    step = state.step
    watch = state.watch
    decayed = stride(from: 0, to: state.step, by: Span.steps).reduce(0) { $0 + Self.decay(of: law, from: $1) }
    savedStep = state.step
    savedWatch = state.watch
    layers.save()
  }

  /// The chain's state, at the beginning of a span.
  var state: ChainState {
    ChainState(chain: address.chain, step: step, network: layers.network, watch: watch)
  }

  /// Moves the chain through one span.
  package func advance() -> Progress {
    if step - savedStep >= Self.spansBetweenCopies * Span.steps { save() }
    let entries = choice.span(first: step, of: address)
    var offset = 0
    while offset < Span.steps {
      let (phase, remaining) = law.schedule.phase(at: step)
      let coefficients = StepCoefficients(phase: phase, convention: law.convention)
      for _ in 0..<min(remaining, Span.steps - offset) {
        layers.step(entry: law.problem.entries[entries[offset]], coefficients: coefficients)
        offset += 1
        step += 1
        observe()
      }
    }
    if !(layers.squaredNorm <= Divergence.squaredNormLimit), let divergence = findDivergence() {
      return .finished(ChainOutcome(watch: watch, divergence: divergence, restingRank: nil, noise: nil))
    }
    if step >= watch.end { return .finished(ChainOutcome(watch: watch, divergence: nil, restingRank: nil, noise: nil)) }
    return isTimeToCompress() ? compress() : .running
  }

  private func save() {
    layers.save()
    (savedStep, savedWatch) = (step, watch)
  }

  private func observe() {
    let traces = layers.firstLayerTraces
    if screen.rejects(trace: traces.trace, traceOfSquare: traces.ofSquare) {
      if watch.level != nil { watch.observe(level: nil, step: step) }
    } else {
      // While the initial weights decay the bound alone rules membership out: no need to copy the network to know.
      watch.observe(level: layers.isBounded(by: law.event.bound) ? membership.level(of: layers.network) : nil, step: step)
    }
  }

  /// Goes back to the copy and on again, step by step, to the first step beyond the limit; `nil` when that lies after the end.
  private func findDivergence() -> Int? {
    let spanStart = step - Span.steps
    layers.restore()
    (step, watch) = (savedStep, savedWatch)
    while step < watch.end {
      let entries = choice.span(first: step, of: address)
      for entry in entries {
        let (phase, _) = law.schedule.phase(at: step)
        layers.step(
          entry: law.problem.entries[entry], coefficients: StepCoefficients(phase: phase, convention: law.convention))
        step += 1
        guard step <= watch.end else { return nil }
        observe()
        if step > spanStart, !(layers.squaredNorm <= Divergence.squaredNormLimit) { return step }
      }
    }
    return nil
  }

  private func compress() -> Progress {
    let network = layers.network
    guard let compression = Compression(network),
      compression.relativeDrop(from: network, alpha: law.event.alpha) <= Compression.tolerance
    else { return .running }
    return .compressed(ChainState(chain: address.chain, step: step, network: compression.network, watch: watch))
  }

  /// Whether the span that has just ended crossed a mark of the decay at which to try. The marks depend on the schedule alone: a
  /// chain that goes on from a checkpoint tries at the same steps, and so takes the same bits.
  private func isTimeToCompress() -> Bool {
    func mark(_ decayed: Double) -> Double { ((decayed + log(Compression.tolerance)) / Self.decayBetweenTries).rounded(.down) }
    let before = mark(decayed)
    decayed += Self.decay(of: law, from: step - Span.steps)
    return mark(decayed) >= 0 && mark(decayed) > before
  }

  /// -log of the factor that what never meets the data decays by in the span from `first` on; at most 40 a step, for a decay of 0.
  private static func decay(of law: ChainLaw, from first: Int) -> Double {
    var (sum, at) = (0.0, first)
    while at < first + Span.steps {
      let (phase, remaining) = law.schedule.phase(at: at)
      let steps = min(remaining, first + Span.steps - at)
      sum += Double(steps) * min(-log(abs(StepCoefficients(phase: phase, convention: law.convention).decay)), 40)
      at += steps
    }
    return sum
  }
}
