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
  /// The step at which to try to compress next.
  private var nextCompression: Int
  private var savedStep: Int
  private var savedWatch: PassageWatch

  /// Spans between two copies of the weights, to which a divergence goes back: a copy costs a sweep.
  private static let spansBetweenCopies = 8

  package init(law: ChainLaw, state: ChainState, seed: UInt64, arm: UInt32) {
    self.law = law
    address = StreamAddress(seed: seed, arm: arm, chain: state.chain, purpose: .entries)
    choice = EntryChoice(among: law.problem.entries.count)
    layers = WideLayers(state.network)
    screen = EntryScreen(law.event, smallerSide: min(law.shape.widths[0], law.shape.widths[1]))
    membership = WideMembership(law.event)
    step = state.step
    watch = state.watch
    nextCompression = state.step
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
      return .finished(ChainOutcome(watch: watch, divergence: divergence))
    }
    if step >= watch.end { return .finished(ChainOutcome(watch: watch, divergence: nil)) }
    return step >= nextCompression ? compress() : .running
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
      watch.observe(level: membership.level(of: layers.network), step: step)
    }
  }

  /// Goes back to the copy and on again, step by step, to the first step beyond the limit; `nil` when that lies after the end.
  private func findDivergence() -> Int? {
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
        if !(layers.squaredNorm <= Divergence.squaredNormLimit) { return step }
      }
    }
    return nil
  }

  private func compress() -> Progress {
    let network = layers.network
    let compression = Compression(network)
    let drop = compression.relativeDrop(from: network, alpha: law.event.alpha)
    if drop <= Compression.tolerance {
      return .compressed(ChainState(chain: address.chain, step: step, network: compression.network, watch: watch))
    }
    nextCompression = whenDecayed(by: Compression.tolerance / drop)
    return .running
  }

  /// The first step from here at which the product of the decays is at most `factor`, or the end of the next thousand phases if that
  /// comes first; never, if it lies beyond the end.
  private func whenDecayed(by factor: Double) -> Int {
    var (at, left) = (step, -log(factor))
    for _ in 0..<1000 where at < law.horizon + law.follow {
      let (phase, remaining) = law.schedule.phase(at: at)
      let rate = -log(abs(StepCoefficients(phase: phase, convention: law.convention).decay))
      if rate > 0, left / rate < Double(remaining) { return max(step + Span.steps, at + Int(left / rate) + 1) }
      guard remaining < Int.max else { return Int.max }
      left -= rate * Double(remaining)
      at += remaining
    }
    return at < law.horizon + law.follow ? at : Int.max
  }
}
