import DeepLinear
import Ladder

/// How far gradient descent has come in its last move.
package struct DescentProgress: Equatable {
  /// sum_l ||W_l||_F^2.
  package var squaredNorm: Double
  /// The same sum of the difference from the weights before.
  package var squaredMove: Double
}

/// What moves networks along gradient descent, one or several side by side. All round alike.
package protocol DescentMover: AnyObject {
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
package final class ScalarDescent: DescentMover {
  private let problem: CompletionProblem
  private let mix: [Double]
  private var state: (now: Network, before: Network, coefficients: StepCoefficients)?

  package init(_ problem: CompletionProblem) {
    self.problem = problem
    mix = EntryMix(entries: problem.entries.count, substeps: 1).equal
  }

  package var places: Int { 1 }

  package func load(_ network: Network, _ coefficients: StepCoefficients, place: Int) {
    state = (network, network, coefficients)
  }

  package func set(_ coefficients: StepCoefficients, place: Int) {
    state?.coefficients = coefficients
  }

  package func move(steps: Int) {
    guard let (before, _, coefficients) = state else { return }
    var now = before
    for _ in 0..<steps { now.step(mix: mix, of: problem, coefficients: coefficients) }
    state = (now, before, coefficients)
  }

  package func progress(at place: Int) -> DescentProgress {
    var progress = DescentProgress(squaredNorm: 0, squaredMove: 0)
    guard let state else { return progress }
    for (now, before) in zip(state.now.weights, state.before.weights) {
      let (w, v) = (now.elements, before.elements)
      progress.squaredNorm += OrderedDot.sum(count: w.count, { w[$0] }, { w[$0] })
      progress.squaredMove += OrderedDot.sum(count: w.count, { w[$0] - v[$0] }, { w[$0] - v[$0] })
    }
    return progress
  }

  package func network(at place: Int) -> Network {
    guard let state else { preconditionFailure("a free place holds no network") }
    return state.now
  }

  package func vacate(place: Int) { state = nil }
}
