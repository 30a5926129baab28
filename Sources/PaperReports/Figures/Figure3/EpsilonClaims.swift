import Publishing
import Studies
import Survival

/// What Figure 3 and the text around it claim, and what the chains say.
struct EpsilonClaims {
  private let figure: EpsilonFigure
  private var sgd: [EpsilonFigure.Side] { figure.sides(ofDescent: false) }
  private var descent: [EpsilonFigure.Side] { figure.sides(ofDescent: true) }

  init(_ figure: EpsilonFigure) {
    self.figure = figure
  }

  static let rules = [
    Verdict.everyRunRule + " The condition is the next smaller epsilon.",
    "Larger t0 reach smaller epsilon where the smallest recovered epsilon (the share of success is above 1/2 with its interval there and at all larger "
      + "ones) is smaller at the largest t0 than the smallest that may be recovered without noise (the interval is not below 1/2), and no t0 is seen to succeed less "
      + "than the one before at any epsilon (Tango's intervals of the paired differences, at 95 % together); with a condition where only the first is so. They do "
      + "not where the smallest that may be recovered at the largest t0 is not smaller than the smallest recovered without noise; else it is undecided.",
    Verdict.aboveRule
      + " It is made of exact limits of each, at a level with which the differences at all epsilon hold at 95 % together, as the largest is "
      + "chosen among them.",
  ]

  /// The claims, in the order of the caption and then the text.
  var all: [FigureClaim] {
    get throws(SurvivalError) {
      guard figure.sides.allSatisfy({ $0.chains > 0 }) else { return [] }
      return [try noNoise, try largerTimes, try rankOverestimating, try beyondDescent].compactMap {
        $0
      }
    }
  }

  private func claim(
    _ key: String, _ words: String, measured: String, chains: Int, _ estimate: Estimate,
    _ verdict: Verdict, _ remark: String
  ) -> FigureClaim {
    FigureClaim(
      figure: .fig3, key: key, words: words, measured: measured, chains: chains, estimate: estimate,
      verdict: verdict,
      remark: remark)
  }

  private var noNoise: FigureClaim? {
    get throws(SurvivalError) {
      guard let largest = sgd.last, let broken = try largest.cells[0].success() else { return nil }
      let next = sgd.count > 1 ? try sgd[sgd.count - 2].cells[0].success() : nil
      let median = largest.cells[0].quantiles([0.5])[0].text
      let recovering = sgd.filter { $0.cells[0].succeeded > 0 }.map { Self.number($0.epsilon) }
      return claim(
        "no-noise",
        "without a high noise period (i.e. when we are close to GD) the network fails to recover the rank 1 solution even for epsilon = 1",
        measured:
          "Share of the chains that recover it without noise at epsilon = \(Self.number(largest.epsilon))",
        chains: largest.chains, Estimate(broken),
        .everyRun(breaking: broken, breakingUnderTheCondition: next ?? broken),
        "Median of the normalised test error there: \(median); \(largest.cells[0].atRank) chains end at rank 1. "
          + (recovering.isEmpty
            ? "No chain recovers it at any epsilon."
            : "Some recover it at epsilon = \(recovering.joined(separator: ", "))."))
    }
  }

  /// The smallest epsilon such that at it and at all larger ones more than half of the chains
  /// succeed, by the interval; nil where there is none.
  func smallestRecovered(branch: Int) throws(SurvivalError) -> EpsilonFigure.Side? {
    try smallest(branch: branch) { $0.lower > 0.5 }
  }

  /// The same where the interval does not exclude it.
  private func smallestPossible(branch: Int) throws(SurvivalError) -> EpsilonFigure.Side? {
    try smallest(branch: branch) { $0.upper > 0.5 }
  }

  private func smallest(branch: Int, where isRecovered: (ConfidenceInterval) -> Bool)
    throws(SurvivalError) -> EpsilonFigure.Side?
  {
    var smallest: EpsilonFigure.Side?
    for side in sgd.reversed() {
      guard let share = try side.cells[branch].success(), isRecovered(share.interval) else { break }
      smallest = side
    }
    return smallest
  }

  private var largerTimes: FigureClaim? {
    get throws(SurvivalError) {
      let last = figure.branches.count - 1
      var smallest: [EpsilonFigure.Side?] = []
      for branch in figure.branches.indices {
        smallest.append(try smallestRecovered(branch: branch))
      }
      let pairs = sgd.flatMap(\.successions)
      guard !pairs.isEmpty else { return nil }
      let level = try ConfidenceLevel(1 - 0.05 / Double(pairs.count))
      var backward = 0
      for pair in pairs where try pair.comparison(level: level)?.interval.upper ?? 0 < 0 {
        backward += 1
      }
      func epsilon(_ side: EpsilonFigure.Side?) -> Double { side?.epsilon ?? .infinity }
      let verdict: Verdict =
        if epsilon(smallest[last]) < epsilon(try smallestPossible(branch: 0)) {
          backward == 0 ? .holds : .holdsWithACondition
        } else {
          epsilon(try smallestPossible(branch: last)) >= epsilon(smallest[0])
            ? .doesNotReproduce : .undecided
        }
      let words = zip(figure.branches, smallest).map {
        "\($0): \($1.map { Self.number($0.epsilon) } ?? "none")"
      }
      guard let shown = smallest[last] ?? sgd.last, let share = try shown.cells[last].success()
      else { return nil }
      let low = try shown.cells[last].rankShare().map { Estimate($0).text } ?? ""
      return claim(
        "larger-t0", "Larger t_0 allow the network to recover it for even smaller epsilon",
        measured:
          "Share of the chains that recover it after t0 = \(figure.branches[last]) at epsilon = \(Self.number(shown.epsilon))",
        chains: shown.chains, Estimate(share), verdict,
        "Smallest recovered epsilon by t0: \(words.joined(separator: ", ")). \(backward) of \(pairs.count) steps to a larger t0 lower the share of "
          + "success. Rank 1 at the end: \(low); below it: \(shown.cells[last].collapsed) chains. \(try floorWords)"
      )
    }
  }

  /// Where networks that end at rank 1 miss the threshold of the test error, as the ridge keeps the
  /// missing entry small.
  private var floorWords: String {
    get throws(SurvivalError) {
      let last = figure.branches.count - 1
      let missing = sgd.filter { $0.cells[last].atRank > $0.cells[last].succeeded }
      guard !missing.isEmpty else { return "" }
      let list = missing.map { side in
        "\(side.cells[last].atRank - side.cells[last].succeeded) of \(side.chains) at epsilon = \(Self.number(side.epsilon))"
      }
      return
        "At rank 1 with a test error above the threshold all the same: \(list.joined(separator: ", "))."
    }
  }

  private var rankOverestimating: FigureClaim? {
    get throws(SurvivalError) {
      guard let smallest = descent.first else { return nil }
      let breaking = try BinomialProportion(
        events: smallest.chains - smallest.overestimating, trials: smallest.chains)
      let kept = try BinomialProportion(events: smallest.overestimating, trials: smallest.chains)
      let list = descent.map { "\(Self.number($0.epsilon)): \($0.overestimating) of \($0.chains)" }
      let diverged = descent.filter { $0.diverged > 0 }.map {
        "\($0.diverged) at epsilon = \(Self.number($0.epsilon))"
      }
      return claim(
        "gd",
        "For small epsilon values, GD almost always converges to a rank-overestimating minimum (see Figure 3)",
        measured:
          "Share of gd's chains that end above rank 1 whatever t0, at epsilon = \(Self.number(smallest.epsilon))",
        chains: smallest.chains, Estimate(kept),
        .everyRun(breaking: breaking, breakingUnderTheCondition: breaking),
        "By epsilon: \(list.joined(separator: ", "))."
          + (diverged.isEmpty
            ? ""
            : " Without an end at some t0, as they diverge: \(diverged.joined(separator: ", ")); these are not above rank 1.")
          + (descent.contains { $0.overestimating + $0.diverged < $0.chains }
            ? " What brings gd to rank 1 at the others is the large ridge of the schedule, without noise."
            : ""))
    }
  }

  private var beyondDescent: FigureClaim? {
    get throws(SurvivalError) {
      let last = figure.branches.count - 1
      // The epsilon is chosen by the estimates: the intervals of all of them hold together.
      let level = try ConfidenceLevel(1 - 0.025 / Double(max(sgd.count, 1)))
      var best: (side: EpsilonFigure.Side, difference: Estimate, lower: Double, upper: Double)?
      for side in sgd {
        guard let other = descent.first(where: { $0.epsilon == side.epsilon }),
          let more = try side.cells[last].rankShare(level: level),
          let less = try other.cells[last].rankShare(level: level)
        else { continue }
        let (lower, upper) = (
          more.interval.lower - less.interval.upper, more.interval.upper - less.interval.lower
        )
        let difference = more.value - less.value
        if best.map({ difference > $0.difference.value ?? 0 }) ?? true {
          best = (side, Estimate(difference, lower, upper, kind: .share), lower, upper)
        }
      }
      guard let best else { return nil }
      return claim(
        "sgd-beyond-gd",
        "we want to find a Matrix Completion problem that GD cannot solve but SGD can",
        measured:
          "Share of sgd's chains that end at rank 1 less that of gd's, after t0 = \(figure.branches[last]), where they differ most (epsilon = "
          + "\(Self.number(best.side.epsilon)))", chains: best.side.chains, best.difference,
        .above(best.lower, best.upper),
        "By epsilon, sgd and gd: \(try rankWords).")
    }
  }

  /// The share of each arm's chains that end at rank 1 after the largest t0, rounded.
  private var rankWords: String {
    get throws(SurvivalError) {
      let last = figure.branches.count - 1
      func share(_ side: EpsilonFigure.Side?) throws(SurvivalError) -> String {
        guard let share = try side?.cells[last].rankShare() else { return "none" }
        return TableText.percent(share.value) + " %"
      }
      var words: [String] = []
      for side in sgd {
        words.append(
          "\(Self.number(side.epsilon)): \(try share(side)) and \(try share(descent.first { $0.epsilon == side.epsilon }))"
        )
      }
      return words.joined(separator: ", ")
    }
  }

  private static func number(_ value: Double) -> String { TableText.csv(value) }
}
