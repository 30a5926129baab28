import DeepLinear

/// One wide network, moved along gradient descent: the bits of `ScalarDescent`.
///
/// The squares of norm and move are summed over copies, in the order that all movers share: a sixth or so of the cost of 32 steps.
final class WideDescent: DescentMover {
  private let problem: CompletionProblem
  private let weights: [Double]
  private var state: (gradient: WideGradient, layers: WideLayers, coefficients: StepCoefficients)?
  private var before: Network?

  init(_ problem: CompletionProblem) {
    self.problem = problem
    weights = EntryWeights(entries: problem.entries.count, substeps: 1).equal
  }

  var places: Int { 1 }

  func load(_ network: Network, _ coefficients: StepCoefficients, place: Int) {
    let layers = WideLayers(network)
    state = (WideGradient(layers, problem: problem), layers, coefficients)
    before = network
  }

  func set(_ coefficients: StepCoefficients, place: Int) { state?.coefficients = coefficients }

  func move(steps: Int) {
    guard let (gradient, layers, coefficients) = state else { return }
    before = layers.network
    for _ in 0..<steps { gradient.step(weights: weights, coefficients: coefficients) }
  }

  func progress(at place: Int) -> DescentProgress {
    guard let before else { return DescentProgress(squaredNorm: 0, squaredMove: 0) }
    return DescentProgress(from: before, to: network(at: place))
  }

  func network(at place: Int) -> Network {
    guard let state else { preconditionFailure("a free place holds no network") }
    return state.layers.network
  }

  func vacate(place: Int) { (state, before) = (nil, nil) }
}
