import AbsorbingSets
import Chains
import DeepLinear
import Ensemble
import Ladder

/// A text that is the same for two plans exactly if their chains are: the seed, and the law and
/// stream of every arm, spelled out from the decoded values. Comments, the order of keys, the
/// study's name and the numbers of chains do not enter, and the true matrix does where test errors
/// are recorded.
///
/// A stream that is the arm's own index, a judge that goes by the state, and a recording of nothing
/// are not spelled: the text of a study without rungs beside `sgd` is that of the versions that had
/// no others. Doubles are spelled by their shortest decimal form that reads back to the same bits.
/// A problem that several arms share is spelled once.
package struct PlanIdentity {
  /// The version of the text; a change to what a chain does at the same law must raise it.
  static let version = 1

  /// The text, one statement a line.
  let text: String

  init(arms: [Arm], seed: UInt64) {
    var lines = ["rankfall chains \(Self.version)", "seed \(seed)"]
    var problems: [Problem] = []
    for (index, arm) in arms.enumerated() {
      let problem = Problem(arm.law.problem, isRecorded: arm.law.recording != .none)
      let place: Int
      if let known = problems.firstIndex(of: problem) {
        place = known
      } else {
        place = problems.count
        problems.append(problem)
        lines.append("problem \(place) \(problem.text)")
      }
      let stream = Int(arm.stream) == index ? "" : " stream \(arm.stream)"
      lines.append(
        "arm \(index)\(stream) dynamics \(arm.law.rung.name) problem \(place) \(Self.spelled(arm.law))"
      )
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// A problem; without its true matrix, which no chain sees, unless errors against it are
  /// recorded.
  private struct Problem: Equatable {
    let rows: Int
    let columns: Int
    let entries: [CompletionProblem.Entry]
    let truth: Matrix?

    init(_ problem: CompletionProblem, isRecorded: Bool) {
      rows = problem.rows
      columns = problem.columns
      entries = problem.entries
      truth = isRecorded ? problem.truth : nil
    }

    var text: String {
      "\(rows) x \(columns): "
        + entries.map { "\($0.row),\($0.column)=\($0.value)" }.joined(separator: " ")
        + (truth.map {
          " truth " + $0.elements.map(String.init(describing:)).joined(separator: " ")
        } ?? "")
    }
  }

  private static func spelled(_ law: ChainLaw) -> String {
    let widths = law.shape.widths.map(String.init).joined(separator: ",")
    let event = law.event
    let judge = law.judge == .state ? [] : [law.judge.identity]
    let words = [
      "widths \(widths)", "init \(spelled(law.initialLaw))",
      "convention \(law.convention.rawValue)",
      "schedule \(spelled(law.schedule))", "horizon \(law.horizon)",
      "event rank=\(event.rank) alpha=\(event.alpha) epsilon1=\(event.epsilon1) epsilon2=\(event.epsilon2)",
      "bound=\(event.bound) balance=\(event.balance.rawValue)", "follow \(law.follow)",
    ]
    return (words + judge + spelled(law.recording)).joined(separator: " ")
  }

  /// What is recorded: nothing where nothing is.
  private static func spelled(_ recording: Recording) -> [String] {
    let points = recording.points.map { ["points every=\($0.every) chains=\($0.chains)"] } ?? []
    let offshoots = recording.offshoots.map { offshoots in
      let at = offshoots.at.map(String.init).joined(separator: ",")
      return [
        "offshoots at=\(at) steps=\(offshoots.steps) eta=\(offshoots.learningRate) lambda=\(offshoots.ridge)"
      ]
    }
    // The standard observables are not spelled: they go with the store's layout.
    let named = recording.observables.filter { !Observables.standard.contains($0) }
    return points + (offshoots ?? [])
      + (named.isEmpty ? [] : ["observables=\(named.joined(separator: ","))"])
  }

  private static func spelled(_ law: InitialLaw) -> String {
    switch law {
    case .normal(.number(let std)): "normal(\(std))"
    case .normal(.inverseSquareRootOfWidth): "normal(1/sqrt(width))"
    case .torchLinear: "torch-linear"
    }
  }

  /// The phases; the last of a schedule that does not repeat is held whether it names a number of
  /// steps or not.
  private static func spelled(_ schedule: Schedule) -> String {
    let last = schedule.phases.count - 1
    let phases = schedule.phases.enumerated().map { index, phase in
      let steps =
        index == last && !schedule.repeats ? "rest" : phase.steps.map(String.init) ?? "rest"
      return "\(steps):\(phase.learningRate):\(phase.ridge)"
    }
    return (schedule.repeats ? "repeat " : "") + phases.joined(separator: " ")
  }
}
