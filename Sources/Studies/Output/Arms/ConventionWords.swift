import Chains
import DeepLinear
import Ensemble

/// Tells a reader what the learning rates and ridges of a study mean, in each of the three
/// conventions.
enum ConventionWords {
  private static let mostSchedules = 6
  private static let mostPhases = 12

  /// Lines of Markdown: the convention as a formula, then every schedule with its equivalents.
  static func markdown(_ arms: [Arm]) -> String {
    var lines: [String] = []
    var seen: [(convention: Convention, schedule: Schedule)] = []
    for arm in arms where !seen.contains(where: { $0 == (arm.law.convention, arm.law.schedule) }) {
      seen.append((arm.law.convention, arm.law.schedule))
    }
    for convention in Convention.allCases
    where seen.contains(where: { $0.convention == convention }) {
      lines.append(rule(convention))
    }
    for (index, entry) in seen.prefix(mostSchedules).enumerated() {
      lines.append("")
      lines.append(seen.count == 1 ? "The schedule:" : "Schedule \(index + 1) of \(seen.count):")
      lines.append("")
      lines += phases(entry.schedule, entry.convention)
    }
    if seen.count > mostSchedules {
      lines += ["", "The other \(seen.count - mostSchedules) schedules follow the same rule."]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rule(_ convention: Convention) -> String {
    let ridge = convention.ridgeFactor == 1 ? "" : "\(ArmWords.number(convention.ridgeFactor)) "
    let data = convention.dataFactor == 1 ? "" : "\(ArmWords.number(convention.dataFactor)) "
    return
      "Convention `\(convention.rawValue)`: a step multiplies every weight by 1 - \(ridge)eta lambda and subtracts \(data)eta "
      + "(A_k - a_k) times the gradient of A_k."
  }

  private static func phases(_ schedule: Schedule, _ convention: Convention) -> [String] {
    let last = schedule.phases.count - 1
    var lines = schedule.phases.prefix(mostPhases).enumerated().map { index, phase in
      let isHeld = index == last && !schedule.repeats
      let length = isHeld ? "to the end" : phase.steps.map { "\($0) steps" } ?? "to the end"
      let own = pair(convention, phase.learningRate, phase.ridge)
      let others = Convention.allCases.filter { $0 != convention }.map { other in
        let same = convention.equivalent(
          in: other, learningRate: phase.learningRate, ridge: phase.ridge)
        return pair(other, same.learningRate, same.ridge)
      }
      return "- \(length): \(own), the same as \(others.joined(separator: " and as "))"
    }
    if schedule.phases.count > mostPhases {
      lines.append("- and \(schedule.phases.count - mostPhases) more phases")
    }
    if schedule.repeats { lines.append("- then from the first phase again") }
    return lines
  }

  private static func pair(_ convention: Convention, _ rate: Double, _ ridge: Double) -> String {
    "`\(convention.rawValue)`(eta = \(ArmWords.number(rate)), lambda = \(ArmWords.number(ridge)))"
  }
}
