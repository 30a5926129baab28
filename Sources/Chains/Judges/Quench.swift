import AbsorbingSets
import Ladder

/// By where gradient descent leads from a chain's weights with the eta and lambda of the step:
/// whether the chain is in the basin of the set.
///
/// It is believed to be inside when `looks` looks in a row say so, and a visit is timed to the last
/// of them: near the border of two basins noise carries a chain to and fro. One look outside ends a
/// visit. A look at which gradient descent was given up outside the set is no evidence: it is as if
/// there had been none.
struct Quench: JudgeKind {
  static let word = "quench"
  static let options = [
    KindOption.every(.bare),
    KindOption(
      "looks", "how many looks in a row must see a chain inside", .whole(1...1_000_000),
      standard: .whole(1),
      example: .whole(5)),
  ]

  let every: Int
  private let looks: Int

  init(_ values: KindOption.Values) {
    every = values.whole("every")
    looks = values.whole("looks")
  }

  /// Looks begin at step 0.
  var firstEntry: Int { (looks - 1) * every }

  func fault(horizon: Int) -> (key: String, sentence: String)? {
    guard looks - 1 > horizon / every else { return nil }
    return (
      "looks",
      "\(looks) looks, one in \(every) steps, are not made by the horizon of \(horizon): no entry could count; "
        + "expected at most \(horizon / every + 1)"
    )
  }

  func event(_ set: String) -> String {
    "first look into the basin of \(set); gradient descent is followed to its rest every \(every) steps"
      + (looks > 1 ? ", and \(looks) looks in a row must see the chain inside" : "")
  }

  func note(_ look: Look, in watch: inout PassageWatch) {
    guard let rest = look.rest, rest.isDecided else { return }
    watch.look(rest.standing(to: look.law.event.rank), step: look.step, looks: looks)
  }
}

extension Watch.Judge {
  /// By the basin, looked up every so many steps; `looks` looks in a row must see a chain inside.
  ///
  /// - Precondition: `every` is a positive multiple of 32, and `looks` >= 1.
  public static func quenched(every: Int, looks: Int = 1) -> Watch.Judge {
    Watch.Judge(Quench.self, ["every": .whole(every), "looks": .whole(looks)])
  }
}
