import AbsorbingSets
import DeepLinear
import Engines
import Ladder

/// Looks at networks and says what they are like.
public struct PathRecorder: Sendable {
  private let problem: CompletionProblem
  private let membership: WideMembership
  /// The largest observed |a_k|.
  private let scale: Double

  /// A recorder for the chains of a law.
  public init(law: ChainLaw) {
    problem = law.problem
    membership = WideMembership(law.event)
    scale = law.problem.entries.reduce(0) { max($0, abs($1.value)) }
  }

  /// The point of a path at `step`; nil where the network is beyond the limit of `Divergence`.
  ///
  /// Costs the product of the layers, and a membership test.
  public func point(_ network: Network, step: Int) -> PathPoint? {
    guard network.squaredNorm <= Divergence.squaredNormLimit else { return nil }
    let product = network.product
    guard let values = SingularValues.values(product), let first = values.first else { return nil }
    let floor = max(0.01 * first, 1e-6 * max(scale, .leastNormalMagnitude))
    return PathPoint(
      step: step, fitError: problem.fitError(of: product), testError: problem.testError(of: product),
      singularValues: Array(values.prefix(PathPoint.mostValues)), rank: values.count { $0 > floor },
      squaredNorms: network.weights.map(\.squaredNorm), level: membership.level(of: network))
  }

  /// Notes what a plan wants of a chain that is at `step`; a branch waits in the state for its offshoot.
  func note(_ network: Network, step: Int, plan: RecordPlan, in state: inout RecordState) {
    if plan.hasPoint(at: step), let point = point(network, step: step) { state.record.points.append(point) }
    if plan.branches.contains(step), network.squaredNorm <= Divergence.squaredNormLimit {
      state.branches.append(RecordState.Branch(at: step, network: network))
    }
  }
}
