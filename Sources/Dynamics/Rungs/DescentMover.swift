import DeepLinear

/// How far gradient descent has come in its last move.
struct DescentProgress: Equatable {
  /// sum_l ||W_l||_F^2.
  var squaredNorm: Double
  /// The same sum of the difference from the weights before.
  var squaredMove: Double

  init(squaredNorm: Double, squaredMove: Double) {
    (self.squaredNorm, self.squaredMove) = (squaredNorm, squaredMove)
  }

  /// The progress from one network to another, layer by layer, each by `OrderedDot` over its weights, row by row.
  init(from before: Network, to now: Network) {
    (squaredNorm, squaredMove) = (0, 0)
    for (now, before) in zip(now.weights, before.weights) {
      let (w, v) = (now.elements, before.elements)
      squaredNorm += OrderedDot.sum(count: w.count, { w[$0] }, { w[$0] })
      squaredMove += OrderedDot.sum(count: w.count, { w[$0] - v[$0] }, { w[$0] - v[$0] })
    }
  }
}

/// What moves networks along gradient descent, one or several side by side. All round alike.
protocol DescentMover: AnyObject {
  /// How many networks it moves at once.
  var places: Int { get }
  /// Takes a network into a free place.
  func load(_ network: Network, _ coefficients: StepCoefficients, place: Int)
  /// Sets what the next steps of a place go by.
  func set(_ coefficients: StepCoefficients, place: Int)
  /// Moves every network by so many steps.
  func move(steps: Int)
  /// How far the last move has brought a network.
  func progress(at place: Int) -> DescentProgress
  /// The network at a place.
  func network(at place: Int) -> Network
  /// Gives a place free.
  func vacate(place: Int)
}

/// One network, moved by the scalar reference.
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

  func progress(at place: Int) -> DescentProgress {
    guard let state else { return DescentProgress(squaredNorm: 0, squaredMove: 0) }
    return DescentProgress(from: state.before, to: state.now)
  }

  func network(at place: Int) -> Network {
    guard let state else { preconditionFailure("a free place holds no network") }
    return state.now
  }

  func vacate(place: Int) { state = nil }
}
