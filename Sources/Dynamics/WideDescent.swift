import DeepLinear
import RandomStreams

/// Gradient descent of one wide network: what `Descent` does with `Network.step`, to the same bits.
final class WideDescent {
  /// How it came to an end.
  enum Ending {
    case atRest, restless, diverged
  }

  private let problem: CompletionProblem
  let layers: WideLayers
  private let gradient: WideGradient
  private let weights: [Double]

  /// Whether a network of these widths is moved here.
  static func serves(_ network: Network) -> Bool { WideLayers.serves(widths: network.widths) }

  /// Descent in a problem from `network`.
  init(_ network: Network, problem: CompletionProblem) {
    self.problem = problem
    layers = WideLayers(network)
    gradient = WideGradient(layers, problem: problem)
    weights = EntryWeights(entries: problem.entries.count, substeps: 1).equal
  }

  /// The network where it is now.
  var network: Network { layers.network }

  /// One step.
  func step(_ coefficients: StepCoefficients) { gradient.step(weights: weights, coefficients: coefficients) }

  /// Goes on until `Descent` would end.
  func settle(_ coefficients: StepCoefficients) -> Ending {
    let limit = Divergence.squaredNormLimit
    for _ in 0..<(Descent.mostSteps / Span.steps) {
      layers.save()
      for _ in 0..<Span.steps { step(coefficients) }
      let norm = layers.squaredNorm
      guard isAtMost(norm, limit, decide: { layers.network.squaredNorm <= limit }) else { return .diverged }
      let isStill = isAtMost(
        layers.squaredDistanceFromCopy, Descent.stillness * Descent.stillness * norm,
        decide: { Descent.isStill(layers.network, since: layers.copy) })
      if isStill { return .atRest }
    }
    return .restless
  }

  /// Whether value <= bar, for sums of squares that are rounded in another order here than in `Descent`: where that could matter, because
  /// they are close (n squares are off by n 2^-53 of their sum, 1e-8 for the largest network) or underflow, `Descent` decides.
  private func isAtMost(_ value: Double, _ bar: Double, decide: () -> Bool) -> Bool {
    guard value.isFinite else { return false }
    if max(value, bar) > 1e-280, abs(value - bar) > 1e-6 * bar { return value < bar }
    return decide()
  }
}

extension Descent {
  /// `rest(of:phase:)` of a wide network.
  func wideRest(of network: Network, coefficients: StepCoefficients) -> Rest {
    let wide = WideDescent(network, problem: law.problem)
    let ending = wide.settle(coefficients)
    let last = wide.network
    switch ending {
    case .atRest: return Rest(network: last, rank: rank(of: last), isAtRest: true)
    case .restless: return Rest(network: last, rank: membership.level(of: last), isAtRest: false)
    case .diverged: return Rest(network: last, rank: nil, isAtRest: false)
    }
  }

  /// Where the first `steps` steps of the schedule lead a wide network.
  func wideWalk(from start: Network, steps: Int) -> Network {
    let wide = WideDescent(start, problem: law.problem)
    for step in 0..<steps {
      wide.step(StepCoefficients(phase: law.schedule.phase(at: step).phase, convention: law.convention))
    }
    return wide.network
  }
}
