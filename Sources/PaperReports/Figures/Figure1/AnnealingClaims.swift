import Publishing
import Studies
import Survival

/// What Figure 1 claims, and what the chains say.
struct AnnealingClaims {
  private let figure: AnnealingFigure
  private var leads: OffshootLeads { figure.offshoots }

  init(_ figure: AnnealingFigure) {
    self.figure = figure
  }

  static let rules = [
    Verdict.everyRunRule
      + " The condition is that an offshoot branches off more than the lag before the jump.",
    Verdict.equalSharesRule, Verdict.oneRunRule,
    "The lag is 4/(c_reg eta lambda), four times the time in which weights that no data hold decay by a factor e; the four was "
      + "chosen after a trial of 400 chains, whose longest lead was 132 steps. The same chains are among those counted here.",
  ]

  /// The claims, in the order of the figure's caption. One that no chain has anything to say about
  /// is left out.
  var all: [FigureClaim] {
    get throws(SurvivalError) { [try time, try before, try after, try equality].compactMap { $0 } }
  }

  private func claim(
    _ key: String, _ words: String, measured: String, chains: Int, _ estimate: Estimate,
    _ verdict: Verdict, _ remark: String
  ) -> FigureClaim {
    FigureClaim(
      figure: .fig1, key: key, words: words, measured: measured, chains: chains, estimate: estimate,
      verdict: verdict,
      remark: remark)
  }

  private var time: FigureClaim? {
    get throws(SurvivalError) {
      let jumps = figure.jumps
      guard jumps.count > 0, figure.arm.law.horizon >= AnnealingFigure.printedJump else {
        return nil
      }
      let share = try jumps.share(by: AnnealingFigure.printedJump)
      let verdict = Verdict.oneRun(upTo: share)
      let place =
        switch verdict {
        case .holds: "A typical run."
        case .holdsWithACondition:
          "The paper's run is \(share.value < 0.5 ? "an early" : "a late") one."
        case .doesNotReproduce:
          "The paper's run is \(share.value < 0.5 ? "earlier" : "later") than the central 95 % of these chains."
        case .undecided: "Where the paper's run is in the law these chains do not tell."
        }
      return claim(
        "time", "We see a jump around time 2000, where the output matrix becomes rank 1",
        measured: "Share of the chains that have jumped by step \(AnnealingFigure.printedJump)",
        chains: jumps.count,
        Estimate(share), verdict,
        "\(place) \(try jumps.quartiles())")
    }
  }

  private var before: FigureClaim? {
    get throws(SurvivalError) {
      guard let broken = try leads.before.share() else { return nil }
      let beyond = try leads.wellBefore.share()
      let verdict = Verdict.everyRun(breaking: broken, breakingUnderTheCondition: beyond)
      var remark = leadWords
      if let beyond, let lag = leads.lag {
        remark +=
          " Of \(leads.wellBefore.chains) chains with offshoots created more than \(lag) steps before the jump, \(leads.wellBefore.breaking) have "
          + "one that succeeds: \(Estimate(beyond).text)."
      }
      return claim(
        "before", "The offshoots created before this jump fail to fit the missing entry",
        measured:
          "Of the chains with offshoots created before their jump, share of those where all of these fail",
        chains: leads.before.chains,
        Self.keeping(leads.before), verdict, remark)
    }
  }

  /// When offshoots of chains that have not jumped yet succeed.
  private var leadWords: String {
    let sorted = leads.successLeads.sorted()
    guard let longest = sorted.last,
      let median = SampleQuantile(sorted: sorted.map(Double.init), at: 0.5)
    else {
      return "No offshoot created before the jump succeeds."
    }
    let failure = leads.shortestFailure.map { ", the shortest of one that fails \($0)" } ?? ""
    return
      "\(sorted.count) offshoots created before the jump succeed, in its last steps: their longest lead is \(longest) steps\(failure); the median "
      + "\(TableText.csv(median.value))."
  }

  private var after: FigureClaim? {
    get throws(SurvivalError) {
      guard let broken = try leads.after.share() else { return nil }
      return claim(
        "after", "while those created after succeed",
        measured:
          "Of the chains with offshoots created after their jump, share of those where all of these succeed",
        chains: leads.after.chains,
        Self.keeping(leads.after), .everyRun(breaking: broken, breakingUnderTheCondition: broken),
        "\(leads.after.breaking) chains have an offshoot after their jump that fails.")
    }
  }

  private var equality: FigureClaim? {
    get throws(SurvivalError) {
      let places = leads.pairs.filter { $0.now.count > 0 }
      guard !places.isEmpty else { return nil }
      let level = try ConfidenceLevel(1 - 0.05 / Double(places.count))
      var now: [(at: Int, pair: PairedProportion)] = []
      var later: [PairedProportion] = []
      for place in places {
        if let pair = try place.now.comparison(level: level) { now.append((place.at, pair)) }
        if let pair = try place.later.comparison(level: level) { later.append(pair) }
      }
      guard let widest = now.max(by: { abs($0.pair.difference) < abs($1.pair.difference) }) else {
        return nil
      }
      let verdict = Verdict.equalShares(now.map(\.pair), underTheCondition: later)
      let apart = now.count { !$0.pair.interval.contains(0) }
      let words =
        switch verdict {
        case .holds: "No branch tells the two shares apart."
        case .holdsWithACondition:
          "\(apart) of \(now.count) branches tell the two apart: offshoots succeed a little before their chains are in B_\(figure.arm.law.event.rank). The "
            + "success is that of chains that jump\(leads.lag.map { " within the next \($0) steps" } ?? "")."
        case .doesNotReproduce:
          "\(apart) of \(now.count) branches tell the two apart"
            + (leads.lag.map {
              later.isEmpty
                ? ", and none is known for a lag of \($0) steps after it."
                : ", by more than a lag of \($0) steps explains."
            }
              ?? "; nothing decays, so no lag could explain it.")
        case .undecided:
          "\(apart) of \(now.count) branches tell the two apart; there are too few chains to say that the others do not."
        }
      return claim(
        "switch",
        "if we switch after the jump at time 2000, we obtain a rank 1 solution, if we switch before the jump then training fails and recovers a rank 2 solution",
        measured:
          "Share of the offshoots that succeed less share of the chains that have jumped by the branch, where they differ most (step \(widest.at); interval at 95 % over all branches)",
        chains: widest.pair.count,
        Estimate(
          widest.pair.difference, widest.pair.interval.lower, widest.pair.interval.upper,
          kind: .share), verdict, words)
    }
  }

  /// The share of the chains that keep a claim.
  private static func keeping(_ count: OffshootLeads.Count) -> Estimate {
    let kept = try? BinomialProportion(events: count.chains - count.breaking, trials: count.chains)
    return kept.map { Estimate($0) } ?? Estimate(nil, nil, nil, kind: .share)
  }
}
