import DeepLinear

/// Gradient descent of one network by the scalar reference.
final class ScalarDescent: DescentMover {
  private let problem: CompletionProblem
  private let weights: [Double]
  private var state: (now: Network, before: Network, coefficients: StepCoefficients)?

  init(_ problem: CompletionProblem) {
    self.problem = problem
    weights = EntryWeights(entries: problem.entries.count, substeps: 1).equal
  }

  var places: Int { 1 }

  func load(_ network: Network, _ coefficients: StepCoefficients, place: Int) { state = (network, network, coefficients) }

  func set(_ coefficients: StepCoefficients, place: Int) { state?.coefficients = coefficients }

  func move(steps: Int) {
    guard let (before, _, coefficients) = state else { return }
    var now = before
    for _ in 0..<steps { now.step(weights: weights, of: problem, coefficients: coefficients) }
    state = (now, before, coefficients)
  }

  func standing(at place: Int) -> DescentStanding {
    state.map { DescentStanding(of: $0.now, since: $0.before) } ?? .atRest
  }

  func network(at place: Int) -> Network {
    guard let state else { preconditionFailure("a free place holds no network") }
    return state.now
  }

  func vacate(place: Int) { state = nil }
}
