import AbsorbingSets
import DeepLinear
import Engines
import Ladder

/// Looks at networks and says what they are like.
public struct PathRecorder: Sendable {
  private let law: ChainLaw
  private let membership: WideMembership
  private let kinds: [any ObservableKind.Type]

  /// A recorder for the chains of a law.
  public init(law: ChainLaw) {
    self.law = law
    membership = WideMembership(law.event)
    kinds = Observables.named(law.recording.observables)
  }

  /// The point of a path at `step`; nil where the network is beyond the limit of `Divergence`.
  ///
  /// Costs the product of the layers, a membership test, and what further observables cost.
  public func point(_ network: Network, step: Int) -> PathPoint? {
    guard network.squaredNorm <= Divergence.squaredNormLimit else { return nil }
    let product = network.product
    guard let values = SingularValues.values(product) else { return nil }
    let seen = SeenNetwork(
      network: network, product: product, singularValues: values,
      phase: law.schedule.phase(at: step).phase, law: law, membership: membership)
    // What is not finite is not defined.
    let pairs = kinds.map { ($0.word, $0.values(seen)) }
      .filter { !$0.1.isEmpty && $0.1.allSatisfy(\.isFinite) }
    return PathPoint(step: step, values: Dictionary(uniqueKeysWithValues: pairs))
  }

  /// Notes what a plan wants of a chain that is at `step`; a branch waits in the state for its
  /// offshoot.
  func note(_ network: Network, step: Int, plan: RecordPlan, in state: inout RecordState) {
    if plan.hasPoint(at: step), let point = point(network, step: step) {
      state.record.points.append(point)
    }
    if plan.branches.contains(step), network.squaredNorm <= Divergence.squaredNormLimit {
      state.branches.append(RecordState.Branch(at: step, network: network))
    }
  }
}
