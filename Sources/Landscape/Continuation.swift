import DeepLinear
import Foundation

/// Follows local minima of F in lambda.
///
/// A step predicts by the tangent, (H + sigma T T^T) dtheta/dlambda = -c_reg theta, and corrects by
/// Newton's method. It stands if it ends at a critical point of positive definite Hessian that is
/// near; else it is halved, until it is `precision` of lambda. Networks of hidden width r are
/// moved: minima of rank r are theirs, padded with zeros.
///
/// Source: Allgower and Georg, Introduction to Numerical Continuation Methods (2003), chapter 2.
public struct Continuation: Sendable {
  /// How near to a branch's end it is followed, relative to lambda.
  public static let precision = 1e-7
  /// The longest step, relative to lambda.
  static let longest = 0.04
  /// The most steps to one side.
  static let mostSteps = 2000
  /// How far a step may move A, in units of ||A||_F.
  static let farthest = 0.2
  /// What a step must leave of the smallest singular value: or a branch would be left for one of
  /// lower rank.
  static let leastLeft = 0.6

  /// The range of lambda that is followed.
  public let range: ClosedRange<Double>

  /// Values of lambda at which every branch that reaches them has a point.
  public let marks: [Double]

  /// Follows within a range above 0.
  public init(range: ClosedRange<Double>, marks: [Double] = []) {
    precondition(
      range.lowerBound > 0 && range.upperBound.isFinite,
      "branches are followed over positive lambda")
    self.range = range
    self.marks = marks
  }

  /// The branch of a minimum of a landscape; that of the origin is followed from end to end at L >=
  /// 3, where it is always a minimum.
  ///
  /// Where rounding keeps the Hessian from being positive definite at the minimum already, the
  /// branch is that one point, and given up.
  ///
  /// - Precondition: `range` holds the landscape's lambda.
  public func branch(of minimum: Int, in landscape: Landscape) -> Branch {
    let point = landscape.minima[minimum].point
    let loss = landscape.setting.loss
    precondition(range.contains(loss.ridge), "a branch is followed from its lambda")
    guard point.rank > 0, let matrix = SingularDecomposition(point.product) else {
      return branchOfOrigin(minimum, point, loss)
    }
    let start = Network(
      balanced: matrix, rank: point.rank, depth: landscape.setting.depth, width: point.rank)
    guard let first = Self.state(of: start, loss: loss) else {
      return branchOfOnePoint(minimum, start, loss)
    }
    let (down, lower) = follow(first, loss, to: range.lowerBound)
    let (up, upper) = follow(first, loss, to: range.upperBound)
    let states = down.reversed() + [first] + up
    let marked = states.filter { marks.contains($0.ridge) }.map {
      Branch.Mark(ridge: $0.ridge, product: $0.network.product)
    }
    return Branch(
      rank: point.rank, minimum: minimum,
      points: states.map { Self.point($0.network, loss.with(ridge: $0.ridge)) }, marks: marked,
      lower: lower, upper: upper)
  }

  /// A minimum that cannot be followed, `network` of hidden width r.
  func branchOfOnePoint(_ minimum: Int, _ network: Network, _ loss: RegularisedLoss) -> Branch {
    let marked = marks.filter { $0 == loss.ridge }.map {
      Branch.Mark(ridge: $0, product: network.product)
    }
    return Branch(
      rank: network.weights[0].rows, minimum: minimum, points: [Self.point(network, loss)],
      marks: marked,
      lower: .givenUp(loss.ridge), upper: .givenUp(loss.ridge))
  }

  /// A minimum at a lambda.
  private struct State {
    let network: Network
    let ridge: Double
    let stiff: Matrix
  }

  private func follow(_ first: State, _ loss: RegularisedLoss, to end: Double) -> (
    states: [State], end: Branch.End
  ) {
    let direction = end < first.ridge ? -1.0 : 1.0
    var (states, current, step) = ([State](), first, Self.longest / 2)
    while states.count < Self.mostSteps, current.ridge != end {
      let next = target(current.ridge, direction, step)
      if let state = Self.step(from: current, loss.with(ridge: next)) {
        states.append(state)
        current = state
        step = min(1.5 * step, Self.longest)
      } else {
        step /= 2
        if step < Self.precision { return (states, Self.end(current, loss, direction)) }
      }
    }
    return (states, current.ridge == end ? .goesOn(end) : .givenUp(current.ridge))
  }

  /// The lambda of the next step: no mark and no end of the range is passed over.
  private func target(_ ridge: Double, _ direction: Double, _ step: Double) -> Double {
    let free = ridge * (1 + direction * step)
    let stops = (marks + [range.lowerBound, range.upperBound]).filter {
      ($0 - ridge) * direction > 0
    }
    return direction > 0 ? min(free, stops.min() ?? free) : max(free, stops.max() ?? free)
  }

  private static func end(_ state: State, _ loss: RegularisedLoss, _ direction: Double)
    -> Branch.End
  {
    // With a share q of lambda left, the singular value that falls to 0 at depth 2 is of order q.
    if state.network.weights.count == 2, leastSingularValue(state.network) < 1e-4 * loss.scale {
      return .losesRank(state.ridge)
    }
    let beyond = NewtonSearch(loss: loss.with(ridge: state.ridge * (1 + direction * 1e-5)))
      .critical(from: state.network, most: 30)
    let goesOn = beyond.isCritical && isNear(beyond.network, state.network, within: 1e-3)
    return goesOn ? .becomesSaddle(state.ridge) : .fold(state.ridge)
  }

  /// s_r of A.
  private static func leastSingularValue(_ network: Network) -> Double {
    SingularDecomposition(network.product)?.values.prefix(network.weights[0].rows).last ?? 0
  }

  private static func isNear(_ a: Network, _ b: Network, within share: Double) -> Bool {
    let (first, second) = (a.product, b.product)
    let square = zip(first.elements, second.elements).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
    }
    return square.squareRoot() <= share * second.squaredNorm.squareRoot()
  }

  private static func step(from state: State, _ loss: RegularisedLoss) -> State? {
    let pull = state.network.flat.map { loss.convention.ridgeFactor * $0 }
    var start = state.network
    // Near a fold the tangent is too long to be of use; Newton's method then starts from the last
    // point.
    if let tangent = DenseSystem.positiveSolution(state.stiff, pull) {
      let factor = state.ridge - loss.ridge
      let length = abs(factor) * NewtonSearch.norm(tangent)
      if length <= 0.1 * state.network.squaredNorm.squareRoot() {
        start = start.moved(along: tangent, by: factor)
      }
    }
    let end = NewtonSearch(loss: loss).critical(from: start, most: 12)
    guard end.isCritical, let next = Self.state(of: end.network, loss: loss) else { return nil }
    guard isNear(end.network, state.network, within: farthest) else { return nil }
    return leastSingularValue(end.network) >= leastLeft * leastSingularValue(state.network)
      ? next : nil
  }

  /// nil where the Hessian is not positive definite on the complement of the orbit.
  private static func state(of network: Network, loss: RegularisedLoss) -> State? {
    let hessian = loss.hessian(at: network)
    let stiff = RotationOrbit(network).stiffened(hessian, by: NewtonSearch.largestDiagonal(hessian))
    guard DenseSystem.positiveSolution(stiff, network.flat) != nil else { return nil }
    return State(network: network, ridge: loss.ridge, stiff: stiff)
  }

  private static func point(_ network: Network, _ loss: RegularisedLoss) -> Branch.Point {
    let (product, hessian) = (network.product, loss.hessian(at: network))
    let orbit = RotationOrbit(network)
    let stiff = orbit.stiffened(orbit.projected(hessian), by: 2 * hessian.squaredNorm.squareRoot())
    return Branch.Point(
      ridge: loss.ridge, loss: loss.value(at: network),
      fitError: loss.problem.fitError(of: product),
      testError: loss.problem.testError(of: product),
      singularValues: SingularDecomposition(product)?.values.prefix(network.weights[0].rows).map {
        $0
      } ?? [],
      smallestEigenvalue: DenseSystem.eigenvalues(stiff)?.first ?? .nan)
  }

  /// A = 0 has curvature c_reg lambda in every direction for L >= 3. For L = 2 it is a minimum from
  /// lambda = ||G||_2 / c_reg on, G the data's gradient at 0.
  private func branchOfOrigin(_ minimum: Int, _ point: CriticalPoint, _ loss: RegularisedLoss)
    -> Branch
  {
    var least = 0.0
    if point.network.weights.count == 2 {
      least =
        (SingularDecomposition(loss.dataGradient(at: point.product))?.values.first ?? 0)
        / loss.convention.ridgeFactor
    }
    let start = max(range.lowerBound, least)
    let points = [start, range.upperBound].map { ridge in
      Branch.Point(
        ridge: ridge, loss: point.loss, fitError: point.fitError, testError: point.testError,
        singularValues: [],
        smallestEigenvalue: loss.convention.ridgeFactor * (ridge - least))
    }
    return Branch(
      rank: 0, minimum: minimum, points: points,
      marks: marks.filter { $0 >= start && range.contains($0) }.map {
        Branch.Mark(ridge: $0, product: point.product)
      },
      lower: least > range.lowerBound ? .becomesSaddle(least) : .goesOn(range.lowerBound),
      upper: .goesOn(range.upperBound))
  }
}
