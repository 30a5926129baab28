import AbsorbingSets
import Chains
import DeepLinear
import Ladder

/// Looks for the shortest word of entries that takes SGD out of a set.
///
/// From theta_t, SGD has N successors, and N^k after k steps; all of them are tried, by the scalar
/// reference, with the eta and lambda that the schedule has at steps t, t + 1, .... A word ends
/// where it leaves the set. Costs N + N^2 + ... + N^k steps and judgements where there is no exit,
/// about 1 to 2 microseconds each for 2 x 2 layers; far fewer where there is.
public struct ExitSearch: Sendable {
  private let law: ChainLaw
  private let membership: Membership
  /// k, the longest word that is tried.
  public let depth: Int

  /// A search for exits from `set`.
  ///
  /// - Precondition: the law is SGD's, with one entry a step.
  public init(law: ChainLaw, set: AbsorbingSet, depth: Int) {
    precondition(law.rung == .sgd, "SGD alone has N successors")
    precondition(depth >= 1, "a word has an entry")
    (self.law, self.depth) = (law, depth)
    membership = Membership(set)
  }

  /// The shortest word that leaves the set from `network` = theta_`step`, the first of them in the
  /// order of the entries; nil where no word of up to `depth` entries does.
  ///
  /// - Precondition: the network is in the set.
  public func shortestExit(from network: Network, at step: Int) -> Successor? {
    let coefficients = (0..<depth).map {
      StepCoefficients(phase: law.schedule.phase(at: step + $0).phase, convention: law.convention)
    }
    var (word, best): ([Int], Successor?) = ([], nil)
    var limit = depth
    descend(network, coefficients, &word, &limit, &best)
    return best
  }

  /// Words in the order of a dictionary. Once one of length n has left, only shorter ones are of
  /// interest: what is left at the end is the first of the shortest.
  private func descend(
    _ network: Network, _ coefficients: [StepCoefficients], _ word: inout [Int], _ limit: inout Int,
    _ best: inout Successor?
  ) {
    for (index, entry) in law.problem.entries.enumerated() {
      guard word.count < limit else { return }
      var next = network
      next.step(entry: entry, coefficients: coefficients[word.count])
      word.append(index)
      if membership.level(of: next) == nil {
        best = Successor(word: word, network: next)
        limit = word.count - 1
      } else {
        descend(next, coefficients, &word, &limit, &best)
      }
      word.removeLast()
    }
  }
}
