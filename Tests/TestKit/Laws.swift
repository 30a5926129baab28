import AbsorbingSets
import Chains
import DeepLinear
import Ladder

/// Laws that tests share.
public enum Laws {
  /// The study of Figure 1: L = 3, epsilon = 0.25, with what a test wants to differ.
  public static func figure1(
    depth: Int = 3, width: Int = 2, epsilon: Double = 0.25, convention: Convention = .figures,
    horizon: Int = 60_000,
    follow: Int = 2_000, eta: Double = 0.2, balance: AbsorbingSet.BalanceNorm = .spectral,
    alpha: Double = 0.03,
    epsilon2: Double = 0.1, start: Double = 0.03,
    law: InitialLaw = .normal(.inverseSquareRootOfWidth)
  ) throws -> ChainLaw {
    let problem = try CompletionProblem.twoByTwo(epsilon: epsilon)
    return ChainLaw(
      motion: Motion(
        problem: problem, shape: try NetworkShape(problem: problem, depth: depth, width: width),
        initialLaw: law,
        convention: convention,
        schedule: try Schedule(phases: [
          .init(steps: 500, learningRate: start, ridge: 0.1),
          .init(steps: nil, learningRate: eta, ridge: 0.1),
        ])),
      watch: Watch(
        event: try AbsorbingSet(
          rank: 1, alpha: alpha, epsilon1: 0.3, epsilon2: epsilon2, bound: 3, balance: balance),
        horizon: horizon, follow: follow))
  }

  /// A 3 x 4 problem of rank 2 with seven observed entries.
  public static func threeByFour(
    depth: Int, hiddenWidths: [Int]? = nil, rank: Int = 1, horizon: Int = 3_000, follow: Int = 200
  ) throws -> ChainLaw {
    let problem = try CompletionProblem(observed: [
      [1, nil, 0.5, nil], [nil, 1, nil, 0.3], [0.4, 0.7, nil, 1],
    ])
    return ChainLaw(
      motion: Motion(
        problem: problem,
        shape: try NetworkShape(
          inputs: 4, hiddenWidths: hiddenWidths ?? [Int](repeating: 3, count: depth - 1), outputs: 3
        ),
        initialLaw: .torchLinear, convention: .figures,
        schedule: try Schedule(
          phases: [
            .init(steps: 70, learningRate: 0.05, ridge: 0.05),
            .init(steps: 45, learningRate: 0.15, ridge: 0.1),
          ],
          repeats: true)),
      watch: Watch(
        event: try AbsorbingSet(rank: rank, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 4),
        horizon: horizon, follow: follow))
  }
}
