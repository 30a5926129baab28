import AbsorbingSets
import DeepLinear
import Engines
import Ladder
import RandomStreams

/// How chains of one arm begin: theta_0, what their watch sees of it, and what their rung takes
/// from the minimum that gradient descent reaches from it.
struct ChainStart {
  private let law: ChainLaw
  private let stream: RandomStream
  private let membership: WideMembership
  private let descent: Descent
  /// How many chains are best begun together.
  let together: Int

  init(law: ChainLaw, stream: RandomStream) {
    (self.law, self.stream) = (law, stream)
    membership = WideMembership(law.event)
    descent = Descent(law: law)
    let descends = law.rung.kind.needsMinimum || law.judge.kind?.asksDescent ?? false
    together = descends && EngineChoice.first(for: law.shape) != .fullWidth ? Lanes.count : 1
  }

  /// The chains of some assignments, in their order.
  func chains(_ assignments: [ChainAssignment]) -> [RunningChain] {
    let states = states(assignments)
    guard law.rung.kind.needsMinimum else {
      return states.map { RunningChain(state: $0, noise: nil, plan: plan($0)) }
    }
    // A chain that has not moved holds its theta_0; one that goes on from a checkpoint has it drawn
    // again.
    let starts = states.map { $0.step == 0 ? $0.network : network($0.chain) }
    return zip(states, descent.noises(from: starts)).map {
      RunningChain(state: $0, noise: $1, plan: plan($0))
    }
  }

  private func plan(_ state: ChainState) -> RecordPlan { RecordPlan(law: law, chain: state.chain) }

  private func states(_ assignments: [ChainAssignment]) -> [ChainState] {
    let fresh = assignments.compactMap { if case .fresh(let chain) = $0 { chain } else { nil } }
    var begun = begin(fresh).makeIterator()
    return assignments.compactMap {
      switch $0 {
      case .fresh: begun.next()
      case .resumed(let state): state
      }
    }
  }

  private func begin(_ chains: [UInt32]) -> [ChainState] {
    let networks = chains.map(network)
    let watches = watches(of: networks)
    return chains.indices.map { index in
      ChainState(chain: chains[index], step: 0, network: networks[index], watch: watches[index])
    }
  }

  /// What the watches of new chains see of their starts. One from which gradient descent leads
  /// nowhere is outside.
  private func watches(of networks: [Network]) -> [PassageWatch] {
    let fresh = PassageWatch(rank: law.event.rank, horizon: law.horizon, follow: law.follow)
    var watches = [PassageWatch](repeating: fresh, count: networks.count)
    guard law.judge != .state else {
      for index in networks.indices {
        watches[index].observe(membership.standing(of: networks[index]), step: 0)
      }
      return watches
    }
    let bounded = networks.indices.filter {
      networks[$0].squaredNorm <= Divergence.squaredNormLimit
    }
    let looks = descent.looks(at: bounded.map { networks[$0] }, steps: bounded.map { _ in 0 })
    for (index, look) in zip(bounded, looks) { watches[index].note(look) }
    return watches
  }

  private func network(_ chain: UInt32) -> Network {
    Network(shape: law.shape, law: law.initialLaw, stream: stream, chain: chain)
  }
}
