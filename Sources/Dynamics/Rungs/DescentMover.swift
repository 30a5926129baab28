import DeepLinear

/// How a network stands after a move of 32 steps of gradient descent.
enum DescentStanding: Equatable {
  /// sum_l ||W_l||_F^2 is beyond the limit of divergence, or not a number.
  case diverged
  /// It has moved by at most `Descent.stillness` of its norm.
  case atRest
  case moving

  /// - Parameters:
  ///   - squaredNorm: sum_l ||W_l||_F^2.
  ///   - squaredMove: the same sum of the difference from the weights before.
  init(squaredNorm: Double, squaredMove: Double) {
    if !(squaredNorm <= Divergence.squaredNormLimit) {
      self = .diverged
    } else {
      self = squaredMove <= Descent.stillness * Descent.stillness * squaredNorm ? .atRest : .moving
    }
  }

  /// The definition: both sums layer by layer, each layer by `OrderedDot` over its weights, row by row.
  init(of network: Network, since before: Network) {
    var (norm, move) = (0.0, 0.0)
    for (now, old) in zip(network.weights, before.weights) {
      let (w, v) = (now.elements, old.elements)
      norm += OrderedDot.sum(count: w.count, { w[$0] }, { w[$0] })
      move += OrderedDot.sum(count: w.count, { w[$0] - v[$0] }, { w[$0] - v[$0] })
    }
    self.init(squaredNorm: norm, squaredMove: move)
  }
}

/// What moves networks along gradient descent, one or several side by side. All round alike, and stand alike.
protocol DescentMover: AnyObject {
  /// How many networks it moves at once.
  var places: Int { get }
  /// Takes a network into a free place.
  func load(_ network: Network, _ coefficients: StepCoefficients, place: Int)
  /// Sets what the next steps of a place go by.
  func set(_ coefficients: StepCoefficients, place: Int)
  /// Moves every network by so many steps.
  func move(steps: Int)
  /// How a network stands after the last move.
  func standing(at place: Int) -> DescentStanding
  /// The network at a place.
  func network(at place: Int) -> Network
  /// Gives a place free.
  func vacate(place: Int)
}
