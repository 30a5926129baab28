import DeepLinear
import RandomStreams

/// Moves one wide network by the steps of its rung, from the chain's own random numbers: the bits of `ReferenceWalk`.
final class WideMover {
  /// What a step is made of.
  private enum Step {
    /// Along the gradient of one entry, drawn a span at a time.
    case entry
    /// Along weighted gradients.
    case gradients(WideGradient)
    /// Along the mean gradient, with a kick after it.
    case kicked(WideGradient, WideKicks)
  }

  let layers: WideLayers
  private let law: ChainLaw
  private let draws: StepDraws
  private let entries: (_ first: Int) -> [Int]
  private let equal: [Double]
  private let kickScale: KickScale
  private let kind: Step
  /// The entries of a span, and its first step.
  private var span: [CompletionProblem.Entry] = []
  private var spanStart = -1
  /// What the steps of a phase go by.
  private var coefficients: StepCoefficients
  private var scale: Double
  private var phaseSteps = 0..<0

  /// - Parameter noise: what the rung needs to know of the minimum, for the rungs that do.
  init(law: ChainLaw, network: Network, seed: UInt64, arm: UInt32, chain: UInt32, noise: MatchedNoise?) {
    precondition(!law.rung.needsMinimum || noise != nil, "this rung needs the minimum of gradient descent")
    self.law = law
    coefficients = StepCoefficients(phase: law.schedule.phases[0], convention: law.convention)
    scale = 0
    let layers = WideLayers(network)
    self.layers = layers
    let parameters = network.parameterCount
    let count = law.problem.entries.count
    draws = StepDraws(law: law, parameters: parameters, seed: seed, arm: arm, chain: chain)
    kickScale = KickScale(rung: law.rung, noise: noise?.summary, parameters: parameters)
    equal = EntryWeights(entries: count, substeps: 1).equal
    func address(_ purpose: StreamPurpose) -> StreamAddress {
      StreamAddress(seed: seed, arm: arm, chain: chain, purpose: purpose)
    }
    if law.rung == .sgdShuffled {
      let (choice, address) = (ShuffledEntries(among: count), address(.shuffles))
      entries = { choice.span(first: $0, of: address) }
    } else {
      let (choice, address) = (EntryChoice(among: count), address(.entries))
      entries = { choice.span(first: $0, of: address) }
    }
    if law.rung.drawsOneEntry {
      kind = .entry
    } else if law.rung.isAdditive {
      kind = .kicked(
        WideGradient(layers, problem: law.problem),
        WideKicks(law: law, parameters: parameters, seed: seed, arm: arm, chain: chain, noise: noise))
    } else {
      kind = .gradients(WideGradient(layers, problem: law.problem))
    }
  }

  /// theta_t -> theta_{t+1}.
  func move(step: Int) {
    if !phaseSteps.contains(step) { begin(phaseOf: step) }
    switch kind {
    case .entry: layers.step(entry: entry(at: step), coefficients: coefficients)
    case .gradients(let gradient):
      guard case .weights(let parts) = draws.draw(at: step) else { preconditionFailure("this rung draws weights") }
      for weights in parts { gradient.step(weights: weights, coefficients: coefficients) }
    case .kicked(let gradient, let kicks):
      kicks.draw(step: step)
      for substep in 0..<law.rung.substeps {
        gradient.step(weights: equal, coefficients: coefficients)
        kicks.add(substep: substep, scale: scale, to: layers)
      }
    }
  }

  private func begin(phaseOf step: Int) {
    let (phase, remaining) = law.schedule.phase(at: step)
    coefficients = StepCoefficients(phase: phase, convention: law.convention, substeps: law.rung.substeps)
    scale = kickScale(phase)
    phaseSteps = step..<(step + min(remaining, 1 << 32))
  }

  private func entry(at step: Int) -> CompletionProblem.Entry {
    if step / Span.steps * Span.steps != spanStart {
      spanStart = step / Span.steps * Span.steps
      span = entries(spanStart).map { law.problem.entries[$0] }
    }
    return span[step - spanStart]
  }
}
