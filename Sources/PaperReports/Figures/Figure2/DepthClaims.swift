import Publishing
import Studies
import Survival

/// What Figure 2 claims, and what the chains say.
struct DepthClaims {
  private let figure: DepthFigure

  init(_ figure: DepthFigure) {
    self.figure = figure
  }

  static let rules = [
    Verdict.fewRunsRule
      + " The interval is that of the share of one chain, exact, put through p^5 or (1 - p)^5.",
    Verdict.aboveRule
      + " It is made of the limits of each share at 97.5 %, so that the difference has at least 95 %.",
  ]

  private static let shallow =
    "We see that the five depth L = 3 networks are unable to jump in this time"
  private static let deep =
    "while all five depth L = 4 networks jump at different times during the first 5000 SGD steps"

  /// The claims, in the order of the caption.
  var all: [FigureClaim] {
    get throws(SurvivalError) {
      guard figure.sides.allSatisfy({ $0.jumps.count > 0 }), let low = figure.sides.first,
        let high = figure.sides.last
      else {
        return []
      }
      return [
        try none(
          "shallow", low, try low.jumps.share(by: figure.deadline),
          "jumps by step \(figure.deadline)", try low.jumps.quartiles()),
        try every(
          "deep", high, try high.jumps.share(by: figure.deadline),
          "jump by step \(figure.deadline)", try high.jumps.quartiles()),
        try none(
          "shallow-settled", low, try settled(low),
          "settles on the missing entries in the quiet phase", pairWords(low)),
        try every(
          "deep-settled", high, try settled(high),
          "settle on the missing entries in the quiet phase", pairWords(high)),
        try depth(low, high),
      ]
    }
  }

  /// None of five runs does what one in `share` does.
  private func none(
    _ key: String, _ side: DepthFigure.Side, _ share: BinomialProportion, _ what: String,
    _ remark: String
  )
    throws(SurvivalError)
    -> FigureClaim
  {
    let (lower, upper) = (
      Self.fifth(1 - share.interval.upper), Self.fifth(1 - share.interval.lower)
    )
    return FigureClaim(
      figure: .fig2, key: key, words: Self.shallow,
      measured: "Probability that none of five networks of depth \(side.depth) \(what)",
      chains: side.jumps.count,
      estimate: Estimate(Self.fifth(1 - share.value), lower, upper, kind: .share),
      verdict: .fewRuns(probability: lower, upper),
      remark: "One does with \(Estimate(share).text). \(remark)")
  }

  /// All of five runs do what one in `share` does.
  private func every(
    _ key: String, _ side: DepthFigure.Side, _ share: BinomialProportion, _ what: String,
    _ remark: String
  )
    throws(SurvivalError)
    -> FigureClaim
  {
    let (lower, upper) = (Self.fifth(share.interval.lower), Self.fifth(share.interval.upper))
    return FigureClaim(
      figure: .fig2, key: key, words: Self.deep,
      measured: "Probability that all of five networks of depth \(side.depth) \(what)",
      chains: side.jumps.count,
      estimate: Estimate(Self.fifth(share.value), lower, upper, kind: .share),
      verdict: .fewRuns(probability: lower, upper),
      remark: "One does with \(Estimate(share).text). \(remark)")
  }

  private func depth(_ low: DepthFigure.Side, _ high: DepthFigure.Side) throws(SurvivalError)
    -> FigureClaim
  {
    let level = try ConfidenceLevel(0.975)
    func share(_ side: DepthFigure.Side) throws(SurvivalError) -> BinomialProportion {
      try BinomialProportion(
        events: side.settled.both + side.settled.firstOnly, trials: side.settled.count, level: level
      )
    }
    let (less, more) = (try share(low), try share(high))
    let (lower, upper) = (
      more.interval.lower - less.interval.upper, more.interval.upper - less.interval.lower
    )
    return FigureClaim(
      figure: .fig2, key: "depth", words: "depth increases the probability of jumps",
      measured:
        "Share of the chains that jump by step \(figure.deadline) at depth \(high.depth) less that at depth \(low.depth)",
      chains: low.jumps.count + high.jumps.count,
      estimate: Estimate(more.value - less.value, lower, upper, kind: .share),
      verdict: .above(lower, upper), remark: "")
  }

  private func settled(_ side: DepthFigure.Side) throws(SurvivalError) -> BinomialProportion {
    try BinomialProportion(
      events: side.settled.both + side.settled.secondOnly, trials: side.settled.count)
  }

  /// Where the two ways to tell a jump differ, and how far apart the chains are that settle and the
  /// others.
  private func pairWords(_ side: DepthFigure.Side) -> String {
    let shares = [
      side.margin.settled.map {
        "at most \(TableText.significant($0, digits: 2)) for those that settle"
      },
      side.margin.other.map { "at least \(TableText.significant($0, digits: 2)) for the others" },
    ].compactMap { $0 }
    return
      "\(side.settled.firstOnly) chains had jumped and do not settle on the missing entries; \(side.settled.secondOnly) do without being in B_1 by step "
      + "\(figure.deadline)."
      + (shares.isEmpty
        ? "" : " Test errors over that of zeros: \(shares.joined(separator: ", ")).")
  }

  private static func fifth(_ share: Double) -> Double { share * share * share * share * share }
}
