import AbsorbingSets
import DeepLinear
import Dynamics

extension ChainLaw {
  /// The same law with what a test wants to differ.
  public func with(
    rung: Rung? = nil, judge: Judge? = nil, schedule: Schedule? = nil, problem: CompletionProblem? = nil, horizon: Int? = nil,
    follow: Int? = nil, recording: Recording? = nil
  ) -> ChainLaw {
    ChainLaw(
      problem: problem ?? self.problem, shape: shape, initialLaw: initialLaw, convention: convention,
      schedule: schedule ?? self.schedule, horizon: horizon ?? self.horizon, event: event, follow: follow ?? self.follow,
      rung: rung ?? self.rung, judge: judge ?? self.judge,
      recording: recording ?? self.recording)
  }
}

extension Laws {
  /// Every rung, the Gaussian ones with `substeps` parts.
  public static func ladder(substeps: Int = 1) -> [Rung] {
    [
      .gradientDescent, .sgd, .sgdBatch(3), .sgdShuffled, .gaussianMatched(substeps: substeps),
      .gaussianFrozen(substeps: substeps), .langevin(.matched, substeps: substeps), .langevin(.number(1e-3), substeps: substeps),
    ]
  }

  /// Phases that cut spans, and repeat.
  public static func uneven() throws -> Schedule {
    try Schedule(
      phases: [
        .init(steps: 37, learningRate: 0.03, ridge: 0.1), .init(steps: 150, learningRate: 0.2, ridge: 0.12),
        .init(steps: 13, learningRate: 0.1, ridge: 0.05),
      ], repeats: true)
  }
}
