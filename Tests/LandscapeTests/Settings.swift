import AbsorbingSets
import Chains
import DeepLinear
import Ladder

@testable import Landscape

/// Settings that tests share.
enum Settings {
  static func of(
    _ problem: CompletionProblem, depth: Int, width: Int, convention: Convention,
    ridge: Double = 0.1, eta: Double = 0.03
  ) throws -> LandscapeSetting {
    let law = ChainLaw(
      motion: Motion(
        problem: problem, shape: try NetworkShape(problem: problem, depth: depth, width: width),
        initialLaw: .normal(.inverseSquareRootOfWidth), convention: convention,
        schedule: try Schedule(phases: [.init(steps: nil, learningRate: eta, ridge: ridge)])),
      watch: Watch(
        event: try AbsorbingSet(rank: 0, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3),
        horizon: 100, follow: 0))
    return try LandscapeSetting(law: law, ridge: ridge, learningRate: eta)
  }

  static func figure1(_ convention: Convention, ridge: Double = 0.1, depth: Int = 3, width: Int = 2)
    throws -> LandscapeSetting
  {
    try of(
      try CompletionProblem.twoByTwo(epsilon: 0.25), depth: depth, width: width,
      convention: convention, ridge: ridge)
  }

  /// The number of rotations of the hidden layers that move a balanced network.
  static func orbitDimension(rank: Int, width: Int, depth: Int) -> Int {
    (depth - 1) * rank * (2 * width - rank - 1) / 2
  }
}
