import AbsorbingSets
import DeepLinear

extension PassageWatch {
  /// Notes where gradient descent leads from the chain at `step`, for a law that judges by it. A descent that says nothing (`Rest.isDecided`), or
  /// from between the cores, neither confirms nor contradicts: it is as if there had been no look, and the looks around it are in a row.
  mutating func look(_ rest: Descent.Rest, from network: Network, step: Int, law: ChainLaw) {
    guard rest.isDecided, law.judge.counts(rest, from: network, law: law) else { return }
    let standing = rest.standing(to: law.event.rank)
    switch law.judge {
    case .state: preconditionFailure("a chain that is judged by its state is not looked at")
    case .quenched(_, let looks): look(standing, step: step, looks: looks)
    case .cores(_, _, let commitment): look(standing, step: step, commitment: commitment)
    }
  }
}

extension Watch.Judge {
  /// Whether a network from which gradient descent has led to `rest` is in one of the cores; always where there are none. A chain that
  /// gradient descent carries beyond every bound is in no basin, and so in no core of low rank.
  func counts(_ rest: Descent.Rest, from network: Network, law: ChainLaw) -> Bool {
    guard case .cores(_, let margin, _) = self, rest.ending != .diverged else { return true }
    let rank = law.event.rank
    guard let own = SingularValues.values(network.product)?[rank] else { return true }
    if rest.standing(to: rank).level != nil { return own <= margin * law.problem.largestValue }
    guard let bottom = SingularValues.values(rest.network.product)?[rank] else { return true }
    return own >= (1 - margin) * bottom
  }
}
