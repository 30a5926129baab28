import Chains
import DeepLinear
import Engines
import Ladder

/// Reads the laws of a study's arms. Arms with the same problem share one copy of it, so that a
/// large matrix is read once.
struct LawDecoder {
  /// The most weights that a chain may keep until it is over: 8 MB, for some 50 chains a thread.
  private static let mostKeptWeights = 1 << 20

  /// Where matrices come from.
  let files: MatrixFiles
  private var problems: [StudyNode: CompletionProblem] = [:]

  init(files: MatrixFiles) {
    self.files = files
  }

  /// The laws that the tree of one point of the sweep describes, one a rung; what is wrong with it
  /// is noted, each part by itself.
  mutating func laws(in tree: StudyPlace, rungs: [ListedRung]) throws(StudyError) -> [ChainLaw] {
    let (root, faults) = (try StudyFields(tree, known: Study.keys), tree.faults)
    let problem = faults.attempt {
      try self.problem(at: root.required("problem", "'two-by-two' or 'observed'"))
    }
    let networkPlace = root.required("network", "a mapping of depth, width and init")
    let network = faults.attempt { try networkPlace.network(for: problem) }
    let convention = faults.attempt {
      try root.required(
        "convention",
        "main, appendix or figures; these are different systems, so there is no default"
      )
      .choice(of: Convention.self)
    }
    let schedulePlace = root.required("schedule", "a list of phases")
    let schedule = faults.attempt { try schedulePlace.schedule() }
    let horizon = faults.attempt {
      root.required("horizon", "the step at which a chain is censored").whole(in: 1...Study.longest)
    }
    let eventPlace = root.required(
      "event", "a mapping of rank, alpha, epsilon1, epsilon2 and bound")
    let event = faults.attempt { try eventPlace.event(for: problem, horizon: horizon) }
    // A wrong horizon, which is noted, is not to be held against what depends on it.
    let reach = horizon ?? Study.longest
    let branches = faults.attempt { try schedulePlace.scheduledOffshoots(horizon: reach) }
    guard let offshoots = branches, let network else {
      _ = faults.attempt { try root["record"]?.record(horizon: 1, offshoots: nil) }
      return []
    }
    let kept = (offshoots?.at.count ?? 0) * network.shape.inLanes.parameterCount
    guard kept <= Self.mostKeptWeights else {
      throw schedulePlace.refusal(
        "each chain keeps its weights where offshoots branch off, \(kept) numbers; at most \(Self.mostKeptWeights) are possible, expected fewer branches"
      )
    }
    let record = faults.attempt {
      try root["record"]?.record(horizon: horizon ?? 1, offshoots: offshoots)
    }
    guard let problem, let convention, let schedule, let horizon, let event, let record else {
      return []
    }
    var laws: [ChainLaw] = []
    for listed in rungs {
      let law = ChainLaw(
        motion: Motion(
          problem: problem, shape: network.shape, initialLaw: network.initialLaw,
          convention: convention, schedule: schedule,
          rung: listed.rung),
        watch: Watch(event: event.set, judge: event.judge, horizon: horizon, follow: event.follow),
        recording: Recording(
          points: record?.points, offshoots: offshoots,
          observables: record?.observables ?? Observables.standard))
      if let reason = RungLimit.reason(against: law) { faults.note(listed.place.refusal(reason)) }
      laws.append(law)
    }
    return laws
  }

  private mutating func problem(at place: StudyPlace) throws(StudyError) -> CompletionProblem {
    if let known = problems[place.node] { return known }
    let problem = try place.problem(files)
    problems[place.node] = problem
    return problem
  }
}
