import DeepLinear
import Dynamics

/// Reads the laws of a study's arms. Arms with the same problem share one copy of it, so that a large matrix is read once.
struct LawDecoder {
  /// The most weights that a chain may keep until it is over: 8 MB, for some 50 chains a thread.
  private static let mostKeptWeights = 1 << 20

  private var problems: [StudyNode: CompletionProblem] = [:]

  /// The laws that the tree of one point of the sweep describes, one a rung.
  mutating func laws(in tree: StudyPlace, rungs: [ListedRung]) throws(StudyError) -> [ChainLaw] {
    let root = try StudyFields(tree, known: Study.keys)
    let problem = try problem(at: try root.required("problem", "'two-by-two' or 'observed'"))
    let network = try root.required("network", "a mapping of depth, width and init").network(for: problem)
    let convention = try root.required(
      "convention", "main, appendix or figures; these are different systems, so there is no default"
    )
    .choice(of: Convention.self)
    let schedulePlace = try root.required("schedule", "a list of phases")
    let schedule = try schedulePlace.schedule()
    let horizon = try root.required("horizon", "the step at which a chain is censored").whole(in: 1...Study.longest)
    let event = try root.required("event", "a mapping of rank, alpha, epsilon1, epsilon2 and bound").event(
      for: problem, horizon: horizon)
    let offshoots = try schedulePlace.scheduledOffshoots(horizon: horizon)
    let kept = (offshoots?.at.count ?? 0) * network.shape.inLanes.parameterCount
    guard kept <= Self.mostKeptWeights else {
      throw schedulePlace.refusal(
        "each chain keeps its weights where offshoots branch off, \(kept) numbers; at most \(Self.mostKeptWeights) are possible, expected fewer branches"
      )
    }
    let points = try root["record"].map { place throws(StudyError) in try place.points(horizon: horizon, offshoots: offshoots) }
    var laws: [ChainLaw] = []
    for listed in rungs {
      let law = ChainLaw(
        problem: problem, shape: network.shape, initialLaw: network.initialLaw, convention: convention, schedule: schedule,
        horizon: horizon, event: event.set, follow: event.follow, rung: listed.rung, judge: event.judge,
        recording: Recording(points: points, offshoots: offshoots))
      if let reason = RungLimit.reason(against: law) { throw listed.place.refusal(reason) }
      laws.append(law)
    }
    return laws
  }

  private mutating func problem(at place: StudyPlace) throws(StudyError) -> CompletionProblem {
    if let known = problems[place.node] { return known }
    let problem = try place.problem()
    problems[place.node] = problem
    return problem
  }
}
