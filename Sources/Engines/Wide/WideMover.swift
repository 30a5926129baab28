import DeepLinear
import Ladder
import RandomStreams

/// Moves one wide network by the steps of its rung, from the chain's own random numbers: the bits
/// of `ReferenceWalk`.
package final class WideMover {
  /// What a step is made of.
  private enum Step {
    /// Along the gradient of one entry, drawn a span at a time.
    case entry(_ span: @Sendable (_ first: Int) -> [StepDraw])
    /// Along a mix of gradients.
    case mix(WideGradient, _ draw: @Sendable (_ step: Int) -> StepDraw)
    /// Along the mean gradient, with a kick after it.
    case kicked(WideGradient, WideKicks, equal: [Double])
  }

  /// The network.
  package let layers: WideLayers
  private let motion: Motion
  private let noise: MinimumNoise?
  private let parameters: Int
  private let kind: Step
  /// The entries of a span, and its first step.
  private var span: [CompletionProblem.Entry] = []
  private var spanStart = -1
  /// What the steps of a phase go by.
  private var coefficients: StepCoefficients
  private var scale = 0.0
  private var phaseSteps = 0..<0

  /// - Parameter noise: what the rung needs to know of the minimum, for the rungs that do.
  package init(
    _ motion: Motion, network: Network, stream: RandomStream, chain: UInt32, noise: MinimumNoise?
  ) {
    let rung = motion.rung
    precondition(
      !rung.kind.needsMinimum || noise != nil, "this rung needs the minimum of gradient descent")
    (self.motion, self.noise, parameters) = (motion, noise, network.parameterCount)
    coefficients = motion.coefficients(of: motion.schedule.phases[0])
    let layers = WideLayers(network)
    self.layers = layers
    let problem = motion.problem
    let numbers = ChainNumbers(problem, parameters: parameters, stream: stream, chain: chain)
    switch rung.family {
    case .entry, .shiftedEntry: kind = .entry(rung.kind.spans(of: numbers))
    case .mix: kind = .mix(WideGradient(layers, problem: problem), rung.kind.draws(of: numbers))
    case .kicked:
      kind = .kicked(
        WideGradient(layers, problem: problem), WideKicks(rung, numbers, noise: noise),
        equal: EntryMix(entries: problem.entries.count, substeps: 1).equal)
    }
  }

  /// theta_t -> theta_{t+1}.
  package func move(step: Int) {
    if !phaseSteps.contains(step) { begin(phaseOf: step) }
    switch kind {
    case .entry(let draw): layers.step(entry: entry(at: step, draw), coefficients: coefficients)
    case .mix(let gradient, let draw):
      guard case .mix(let parts) = draw(step) else { preconditionFailure("this rung draws a mix") }
      for mix in parts { gradient.step(mix: mix, coefficients: coefficients) }
    case .kicked(let gradient, let kicks, let equal):
      kicks.draw(step: step)
      for substep in 0..<motion.rung.substeps {
        gradient.step(mix: equal, coefficients: coefficients)
        kicks.add(substep: substep, scale: scale, to: layers)
      }
    }
  }

  private func begin(phaseOf step: Int) {
    let (phase, remaining) = motion.schedule.phase(at: step)
    coefficients = motion.coefficients(of: phase)
    scale = motion.rung.kind.kickScale(phase, noise: noise?.summary, parameters: parameters)
    phaseSteps = step..<(step + min(remaining, 1 << 32))
  }

  private func entry(at step: Int, _ draw: (_ first: Int) -> [StepDraw]) -> CompletionProblem.Entry
  {
    if step / Span.steps * Span.steps != spanStart {
      spanStart = step / Span.steps * Span.steps
      span = draw(spanStart).map { draw in
        switch draw {
        case .entry(let entry): motion.problem.entries[entry]
        case .shiftedEntry(let entry, let shift): motion.problem.entries[entry].shifted(by: shift)
        case .mix, .normals: preconditionFailure("this rung draws an entry")
        }
      }
    }
    return span[step - spanStart]
  }
}
