import AbsorbingSets
import Chains
import DeepLinear
import Ladder

extension ChainLaw {
  /// The same law with what a test wants to differ.
  public func with(
    rung: Rung? = nil, judge: Watch.Judge? = nil, schedule: Schedule? = nil,
    problem: CompletionProblem? = nil, horizon: Int? = nil,
    follow: Int? = nil, recording: Recording? = nil
  ) -> ChainLaw {
    var law = self
    if let rung { law.rung = rung }
    if let judge { law.judge = judge }
    if let schedule { law.schedule = schedule }
    if let problem { law.problem = problem }
    if let horizon { law.horizon = horizon }
    if let follow { law.follow = follow }
    if let recording { law.recording = recording }
    return law
  }
}

extension Laws {
  /// Every rung of the ladder, those that have them with `substeps` parts: with its standard
  /// values, and with the examples of its other options.
  public static func ladder(substeps: Int = 1) -> [Rung] {
    Rung.ladder.flatMap { kind -> [Rung] in
      func rung(_ value: (KindOption) -> KindOption.Value) -> Rung {
        let values = kind.options.map {
          ($0.key, $0.key == "substeps" ? .whole(substeps) : value($0))
        }
        return Rung(kind, KindOption.Values(Dictionary(uniqueKeysWithValues: values)))
      }
      let (standard, example) = (rung { $0.standard ?? $0.example }, rung(\.example))
      return standard == example ? [standard] : [standard, example]
    }
  }

  /// Phases that cut spans, and repeat.
  public static func uneven() throws -> Schedule {
    try Schedule(
      phases: [
        .init(steps: 37, learningRate: 0.03, ridge: 0.1),
        .init(steps: 150, learningRate: 0.2, ridge: 0.12),
        .init(steps: 13, learningRate: 0.1, ridge: 0.05),
      ], repeats: true)
  }
}
