import Publishing
import Studies
import Survival

/// What Figure 4 and the text around it claim, and what the chains say.
struct PeriodicClaims {
  private let figure: PeriodicFigure
  private var tally: PeriodicTally { figure.tally }

  init(_ figure: PeriodicFigure) {
    self.figure = figure
  }

  static let rules = [
    Verdict.everyRunRule
      + " The conditions are that the jump is dated by the commitment; that the chain neither diverges nor falls on into B_0.",
    Verdict.possibleRule,
  ]

  private static let jumps = "the jumps all happen during the large lambda, eta periods"

  /// The claims, in the order of the text and then the caption. One that no chain has anything to
  /// say about is left out.
  var all: [FigureClaim] {
    get throws(SurvivalError) {
      [try entries, try commitments, try again, try settling].compactMap { $0 }
    }
  }

  private func claim(
    _ key: String, _ words: String, measured: String, _ share: BinomialProportion,
    _ verdict: Verdict, _ remark: String
  ) -> FigureClaim {
    FigureClaim(
      figure: .fig4, key: key, words: words, measured: measured, chains: share.trials,
      estimate: Estimate(share), verdict: verdict,
      remark: remark)
  }

  private static func breaking(_ count: PeriodicTally.Count) throws(SurvivalError)
    -> BinomialProportion?
  {
    count.chains > 0 ? try BinomialProportion(events: count.events, trials: count.chains) : nil
  }

  private static func keeping(_ count: PeriodicTally.Count) throws(SurvivalError)
    -> BinomialProportion
  {
    try BinomialProportion(events: count.chains - count.events, trials: count.chains)
  }

  private var entries: FigureClaim? {
    get throws(SurvivalError) {
      guard let broken = try Self.breaking(tally.entries) else { return nil }
      let verdict = Verdict.everyRun(
        breaking: broken, breakingUnderTheCondition: try Self.breaking(tally.commitments) ?? broken)
      let late =
        tally.entries.events == 0
        ? "No chain enters in a quiet half."
        : "\(tally.entries.events) chains enter in a quiet half, where a small singular value that was left behind takes longer to decay."
      return claim(
        "jumps", Self.jumps,
        measured:
          "Of the chains that enter B_\(figure.arm.law.event.rank), share that do so in a noisy half",
        try Self.keeping(tally.entries), verdict,
        late + " " + Self.list("Entries by noisy half", tally, \.entered))
    }
  }

  private var commitments: FigureClaim? {
    get throws(SurvivalError) {
      guard let broken = try Self.breaking(tally.commitments) else { return nil }
      return claim(
        "commitments", Self.jumps,
        measured:
          "Of the chains that a quiet phase leads to a low test error, share where a noisy half made the difference",
        try Self.keeping(tally.commitments),
        .everyRun(breaking: broken, breakingUnderTheCondition: broken),
        "\(tally.commitments.events) chains are committed by a quiet half. "
          + Self.list("Commitments by noisy half", tally, \.committed))
    }
  }

  private static func list(
    _ words: String, _ tally: PeriodicTally, _ count: (PeriodicTally.Half) -> Int
  ) -> String {
    let counts = tally.byHalf.indices.filter(tally.halves.isNoisy).map {
      "\(count(tally.byHalf[$0]))"
    }
    return "\(words): \(counts.joined(separator: ", "))."
  }

  private var again: FigureClaim? {
    get throws(SurvivalError) {
      guard let share = try Self.breaking(tally.settledBefore) else { return nil }
      let risk = tally.byHalf.indices.filter {
        tally.halves.isNoisy($0) && tally.byHalf[$0].atRisk > 0
      }
      var chances: [String] = []
      for half in risk {
        chances.append(
          Estimate(
            try BinomialProportion(
              events: tally.byHalf[half].entered, trials: tally.byHalf[half].atRisk)
          ).text)
      }
      return claim(
        "again",
        "even after SGD has settled in the vicinity of a local minimum in one of the small lambda, eta periods, SGD can still jump to another minimum in a "
          + "subsequent large lambda, eta period",
        measured:
          "Of the chains that a quiet half after a noisy one has left with a large test error, share that a later noisy half commits",
        share, .possible(share),
        "Chance to enter in a noisy half, of the chains still at risk: \(chances.joined(separator: "; "))."
      )
    }
  }

  private var settling: FigureClaim? {
    get throws(SurvivalError) {
      guard let broken = try Self.breaking(tally.settledAfter) else { return nil }
      let within = try Self.breaking(tally.settledAtRank)
      let median = SampleQuantile(
        tally.byHalf.indices.filter(tally.halves.isNoisy).flatMap { tally.byHalf[$0].jumpedShares },
        at: 0.5)
      return claim(
        "settling", "After the jump, SGD will settle at a low test error in the slow periods",
        measured:
          "Of the chains that enter, share that end every quiet half from then on with a low test error",
        try Self.keeping(tally.settledAfter),
        .everyRun(breaking: broken, breakingUnderTheCondition: within),
        "\(tally.lostAfter) chains diverge in a noisy half after their entry, \(tally.collapsedAfter) fall on into B_0; of the others "
          + "\(tally.settledAtRank.events) of \(tally.settledAtRank.chains) end a quiet half with a large one. Median over all quiet halves after the entry: "
          + "\(TableText.significant(median?.value ?? 0, digits: 3)) of the test error of zeros.")
    }
  }
}
