import AbsorbingSets
import Chains
import DeepLinear
import Engines
import Ladder
import RandomStreams

/// The laws that chains are measured under.
enum BenchLaw {
  static let seed: UInt64 = 2305
  static let follow = 2000
  /// At Figure 1's lambda = .1 chains enter B_1 after some thousand steps. At this one a jump has a
  /// rate of some 1e-46 a step at depth 3: chains that have settled at rank 2 stay there.
  static let quietRidge = 0.03

  /// Figure 1's law at another depth, width, ridge or rung, with an end that is never reached by
  /// waiting.
  static func figure1(depth: Int, width: Int, ridge: Double, rung: Rung = .sgd) throws -> ChainLaw {
    let problem = try CompletionProblem.twoByTwo(epsilon: 0.25)
    return ChainLaw(
      motion: Motion(
        problem: problem, shape: try NetworkShape(problem: problem, depth: depth, width: width),
        initialLaw: .normal(.inverseSquareRootOfWidth), convention: .figures,
        schedule: try Schedule(phases: [
          Schedule.Phase(steps: 500, learningRate: 0.03, ridge: ridge),
          Schedule.Phase(steps: nil, learningRate: 0.2, ridge: ridge),
        ]), rung: rung),
      watch: Watch(
        event: try AbsorbingSet(
          rank: ridge < 0.1 ? 0 : 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3),
        horizon: 1 << 40,
        follow: follow))
  }

  /// A chain at its first step.
  static func start(_ law: ChainLaw, chain: UInt32, seed: UInt64) -> ChainState {
    let network = Network(
      shape: law.shape, law: law.initialLaw, stream: RandomStream(seed: seed, index: 0),
      chain: chain)
    var watch = PassageWatch(rank: law.event.rank, horizon: law.horizon, follow: law.follow)
    watch.observe(WideMembership(law.event).standing(of: network), step: 0)
    return ChainState(chain: chain, step: 0, network: network, watch: watch)
  }
}
