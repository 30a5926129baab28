import AbsorbingSets
import DeepLinear
import Ladder

/// By where gradient descent leads, with two cores and room between them: a look counts only where
/// the chain is well inside a basin, and a move from one core to the other counts when no look of
/// `commitment` steps sees the chain back in the first.
///
/// With s = s_{r+1} of A at the chain's own weights and s* that of A where gradient descent has
/// come to rest, the chain is in the core of low rank where the rest has rank <= r and s <= margin
/// max|a_k|, and in the core of high rank where the rest has a rank above r and s >= (1 - margin)
/// s*. Elsewhere a look is as if there had been none. So a chain that noise carries to and fro over
/// the border of the basins has not moved, nor has one that comes back at once: the rates do not
/// hang on how often one looks, as long as looks are several to a commitment.
///
/// Source: Buchete and Hummer, J. Phys. Chem. B 112 (2008), doi:10.1021/jp0761665 (transition-based
/// assignment).
struct Cores: JudgeKind {
  static let word = "cores"
  static let options = [
    KindOption.every(.always),
    KindOption(
      "margin", "the room between the cores, such as 0.25", .share(upTo: 0.5),
      example: .number(0.25)),
    KindOption(
      "commitment", "the steps for which a move must last, such as 1024", .whole(1...1 << 48),
      example: .whole(1024)),
  ]

  let every: Int
  private let margin: Double
  private let commitment: Int

  init(_ values: KindOption.Values) {
    every = values.whole("every")
    margin = values.number("margin")
    commitment = values.whole("commitment")
  }

  var firstEntry: Int { (commitment + every - 1) / every * every }

  func fault(horizon: Int) -> (key: String, sentence: String)? {
    if commitment < every {
      return ("commitment", "expected a whole number from \(every) to 2^48, found '\(commitment)'")
    }
    guard firstEntry > horizon else { return nil }
    return (
      "commitment",
      "a move that lasts so long is not seen by the horizon of \(horizon): no entry could count"
    )
  }

  func event(_ set: String) -> String {
    "first move into the core of the basin of \(set); gradient descent is followed to its rest every \(every) steps, "
      + "with margin \(margin) between the cores, and a move counts when it lasts \(commitment) steps"
  }

  /// A chain that gradient descent carries beyond every bound is in no basin, and so in no core of
  /// low rank.
  func note(_ look: Look, in watch: inout PassageWatch) {
    guard let rest = look.rest, rest.isDecided else { return }
    let standing = rest.standing(to: look.law.event.rank)
    guard rest.ending == .diverged || isInCore(look, rest, standing) else { return }
    watch.look(standing, step: look.step, commitment: commitment)
  }

  private func isInCore(_ look: Look, _ rest: Descent.Rest, _ standing: Standing) -> Bool {
    let rank = look.law.event.rank
    guard let own = SingularValues.values(look.network.product)?[rank] else { return true }
    if standing.level != nil { return own <= margin * look.law.problem.largestValue }
    guard let bottom = SingularValues.values(rest.network.product)?[rank] else { return true }
    return own >= (1 - margin) * bottom
  }
}

extension Watch.Judge {
  /// By two cores, looked up every so many steps; a move must last for `commitment` steps.
  ///
  /// - Precondition: `every` is a positive multiple of 32, `margin` is above 0 and at most 0.5, and
  ///   `commitment` is at least `every`.
  public static func cores(every: Int, margin: Double, commitment: Int) -> Watch.Judge {
    Watch.Judge(
      Cores.self,
      ["every": .whole(every), "margin": .number(margin), "commitment": .whole(commitment)])
  }
}
