import Chains
import Engines
import Ladder
import Publishing

/// What must be known of an arm before its numbers are read: chains that leave the event's set
/// again, and entries that time nothing.
enum ArmCautions {
  /// The most lines of one kind that are said arm by arm.
  private static let mostLines = 3

  /// The lines on all arms, none as a rule: one an arm, or one for all where they are many.
  static func lines(_ records: [ArmRecord]) -> [String] {
    let kinds: [(caution: (ArmRecord) -> String?, summary: String)] = [
      (
        leaving,
        "most chains leave the event's set again, or are outside most of the time; directions.csv has the numbers"
      ),
      (
        keptOut,
        "most chains end at the event's rank or below, and hardly any has entered: the event's set does not hold them"
      ),
      (diverging, "most chains diverge"),
      (
        atOnce,
        "a quarter of the entries or more come at the first moment at which one can: these chains begin there, and no fall is timed"
      ),
    ]
    return kinds.flatMap { kind in
      let found = records.compactMap { record in kind.caution(record).map { (record, $0) } }
      guard found.count > mostLines else { return found.map { "Careful, \($0.name): \($1)" } }
      let arms =
        found.prefix(12).map { String($0.0.index) }.joined(separator: ", ")
        + (found.count > 12 ? ", ..." : "")
      return ["Careful, in \(found.count) of \(records.count) arms (\(arms)) \(kind.summary)."]
    }
  }

  /// Most chains are seen to leave, or most of the time is spent outside.
  private static func leaving(_ record: ArmRecord) -> String? {
    guard let directions = record.directions, directions.entered > 0, let inside = directions.inside
    else { return nil }
    let leaving = directions.withExit?.events ?? 0
    guard inside.value < 0.5 || 2 * leaving > directions.entered else { return nil }
    let counts = directions.exitCounts
    let causes =
      [
        (counts.rank, "the rank"), (counts.bound, "the bound on the norms"),
        (counts.balance, "the balance"),
      ]
      .filter { $0.0 > 0 }.map { "\($0.0) by \($0.1)" }
      + (counts.rank == 0 ? ["none by the rank"] : [])
    return
      "\(leaving) of \(directions.entered) chains leave \(ArmWords.set(record.arm.law)) again (exits: \(causes.joined(separator: ", "))), and "
      + "\(TableText.percent(inside.value, digits: 1)) % of the steps after an entry are inside."
      + (counts.rank > 0 && record.arm.law.rung.family.isAdditive
        ? " Added noise can cross the line of the rank without a rise: see where gradient descent leads."
        : "")
  }

  /// Hardly any chain enters, though gradient descent leads most from their last states to the
  /// event's rank.
  private static func keptOut(_ record: ArmRecord) -> String? {
    let (summary, rank) = (record.summary, record.arm.law.event.rank)
    let low = record.resting.censored.upTo(rank)
    guard 10 * summary.entered < summary.chains, 2 * low > summary.chains else { return nil }
    return
      "\(summary.entered) of \(summary.chains) chains enter, but gradient descent leads \(low) of the others to rank \(rank) or below from their "
      + "last states: \(ArmWords.set(record.arm.law)) does not hold them under this noise."
  }

  /// Most chains diverge.
  private static func diverging(_ record: ArmRecord) -> String? {
    let diverged = record.summary.diverged + (record.divergedAfter?.events ?? 0)
    guard 2 * diverged > record.summary.chains else { return nil }
    return "\(diverged) of \(record.summary.chains) chains diverge."
  }

  /// A quarter of the entries or more come at one of the first two moments at which one can: these
  /// chains were inside from the start.
  private static func atOnce(_ record: ArmRecord) -> String? {
    let judge = record.arm.law.judge
    let entered = record.summary.entered
    guard entered > 0, 4 * record.earliest.count >= entered,
      record.earliest.time <= judge.firstEntry + (judge.every ?? 1)
    else {
      return nil
    }
    let moment = judge == .state ? "at step" : "at the first look that sees any chain inside, step"
    return
      "\(record.earliest.count) of \(entered) entries are \(moment) \(record.earliest.time): these chains begin there, and no fall is timed."
  }
}
