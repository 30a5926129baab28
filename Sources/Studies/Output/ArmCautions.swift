import Dynamics
import Publishing

/// What must be known of an arm before its numbers are read: chains that leave the event's set again, and entries that time nothing.
enum ArmCautions {
  /// The most lines of one kind that are said arm by arm.
  private static let mostLines = 3

  /// The lines on all arms, none as a rule: one an arm, or one for all where they are many.
  static func lines(_ records: [ArmRecord]) -> [String] {
    let kinds: [(caution: (ArmRecord) -> String?, summary: String)] = [
      (leaving, "most chains leave the event's set again, or are outside most of the time; directions.csv has the numbers"),
      (
        atOnce,
        "half of the entries or more come at the first moment at which one can: these chains begin there, and no fall is timed"
      ),
    ]
    return kinds.flatMap { kind in
      let found = records.compactMap { record in kind.caution(record).map { (record, $0) } }
      guard found.count > mostLines else { return found.map { "Careful, \($0.name): \($1)" } }
      let arms = found.prefix(12).map { String($0.0.index) }.joined(separator: ", ") + (found.count > 12 ? ", ..." : "")
      return ["Careful, in \(found.count) of \(records.count) arms (\(arms)) \(kind.summary)."]
    }
  }

  /// Most chains are seen to leave, or most of the time is spent outside.
  private static func leaving(_ record: ArmRecord) -> String? {
    guard let directions = record.directions, directions.entered > 0, let inside = directions.inside else { return nil }
    let leaving = directions.withExit?.events ?? 0
    guard inside.value < 0.5 || 2 * leaving > directions.entered else { return nil }
    let counts = directions.exitCounts
    let causes =
      [(counts.rank, "the rank"), (counts.bound, "the bound on the norms"), (counts.balance, "the balance")]
      .filter { $0.0 > 0 }.map { "\($0.0) by \($0.1)" } + (counts.rank == 0 ? ["none by the rank"] : [])
    return
      "\(leaving) of \(directions.entered) chains leave \(ArmWords.set(record.arm.law)) again (exits: \(causes.joined(separator: ", "))), and "
      + "\(TableText.percent(inside.value, digits: 1)) % of the steps after an entry are inside."
  }

  /// Half of the entries or more come at one of the first two moments at which one can: these chains were inside from the start.
  private static func atOnce(_ record: ArmRecord) -> String? {
    let judge = record.arm.law.judge
    let entered = record.summary.entered
    guard entered > 0, 2 * record.earliest.count >= entered, record.earliest.time <= judge.firstEntry + (judge.every ?? 1) else {
      return nil
    }
    let moment = judge == .state ? "at step" : "at the first look that sees any chain inside, step"
    return
      "\(record.earliest.count) of \(entered) entries are \(moment) \(record.earliest.time): these chains begin there, and no fall is timed."
  }
}
