import AbsorbingSets
import Audits
import DeepLinear
import Publishing
import Survival

/// What an audit says in words.
struct AuditWords {
  private let arm: AuditReport.Audited

  init(_ arm: AuditReport.Audited) {
    self.arm = arm
  }

  /// A paragraph: the set, and what was found at visited and at pushed points.
  var sentences: [String] {
    get throws {
      let (set, plan) = (arm.result.set, arm.audit.plan)
      let words =
        "Arm \(arm.index) (\(arm.name)): B_\(set.rank)(alpha = \(Self.number(set.alpha)), epsilon1 = \(Self.number(set.epsilon1)), "
        + "epsilon2 = \(Self.number(set.epsilon2)), C = \(Self.number(set.bound))), balance \(set.balance.rawValue). "
      guard arm.audit.held > 0 else {
        return [
          words
            + "None of \(plan.chains) chains could be held at a small width: they diverged, or their initial weights had not decayed in time. "
            + "There is nothing to say."
        ]
      }
      let visited = arm.result.groups.filter { $0.kind == .visited }
      guard !visited.isEmpty else {
        return [
          words
            + "No chain of \(arm.audit.held) was found inside within \(plan.horizon) steps. There is nothing to say."
        ]
      }
      return [
        words + (try sentence(visited, "visited")) + " "
          + (try sentence(arm.result.groups.filter { $0.kind != .visited }, "pushed")) + diverged
      ]
    }
  }

  private var diverged: String {
    let count = arm.result.diverged
    return count == 0
      ? "" : " \(count) drawn steps come after their chain had diverged, and were not looked at."
  }

  private func sentence(_ groups: [AuditGroup], _ name: String) throws -> String {
    let (points, exits) = (groups.points, groups.exits)
    let length = arm.audit.plan.depth
    let words = "words of up to \(length) \(length == 1 ? "entry" : "entries")"
    guard points > 0 else { return "No \(name) point was searched." }
    guard exits == 0 else {
      let shortest = groups.compactMap(\.shortest).min {
        $0.successor.word.count < $1.successor.word.count
      }
      let moves = shortest?.successor.word.count ?? 0
      return
        "From \(exits) of \(points) \(name) points there is an exit by \(words); the shortest takes \(moves) \(moves == 1 ? "move" : "moves")."
    }
    let chains = groups.chains
    let limits = try [points, chains].map {
      TableText.percent(try BinomialProportion(events: 0, trials: $0).interval.upper, digits: 2)
    }
    return
      "No exit was found from \(points) \(name) points of \(chains) chains by \(words). The share of such points that have one is below \(limits[0]) % "
      + "if they were independent, and that of chains with such a point below \(limits[1]) %, at 95 %."
  }

  /// The paragraph on arms of other rungs.
  static func left(_ names: [String]) -> [String] {
    names.isEmpty
      ? [] : ["Not audited, because only sgd has N moves to try: \(names.joined(separator: "; "))."]
  }

  /// What a reader must know.
  static let notes = [
    "Visited points lie on chains of SGD, at their entry and at drawn steps after it. Pushed points are visited ones that were moved to the edge of the set along a "
      + "line; SGD need not be able to reach them. An exit from a visited point is a way that SGD can take. An exit from a pushed point says only that the set is not "
      + "closed under SGD's moves.",
    "At each point all N moves were tried, then all words of moves up to the depth, with the eta and lambda that the schedule has at those steps. Finding none is no proof: "
      + "the upper limits say how rare such points can still be among points drawn like these. Points of one chain are not independent; the limits by chains need no "
      + "such assumption.",
  ]

  /// A word of entries: `(2, 1) (1, 1)`, rows and columns counted from 1.
  static func word(_ word: [Int], of problem: CompletionProblem) -> String {
    word.map { entry(problem.entries[$0]) }.joined(separator: " ")
  }

  /// An entry by its row and column, counted from 1.
  static func entry(_ entry: CompletionProblem.Entry) -> String {
    "(\(entry.row + 1), \(entry.column + 1))"
  }

  /// The conditions that a reading breaks, with the numbers: `balance 0.338 > 0.3`.
  static func breaks(_ reading: SetReading, _ set: AbsorbingSet) -> String {
    reading.broken.map { condition in
      let limit = number(SetReading.limit(of: condition, in: set))
      guard let value = reading.value(of: condition) else {
        return "\(condition.rawValue) not finite > \(limit)"
      }
      return "\(condition.rawValue) \(TableText.significant(value, digits: 6)) > \(limit)"
    }.joined(separator: ", ")
  }

  private static func number(_ value: Double) -> String { TableText.csv(value) }
}
