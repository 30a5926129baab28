import Survival
import Testing

@testable import PaperReports

/// Every rule at estimates that give each of its verdicts.
@Suite("Verdicts by rule") struct VerdictRuleTests {
  private static func share(_ events: Int, _ trials: Int) throws -> BinomialProportion {
    try BinomialProportion(events: events, trials: trials)
  }

  @Test func everyRun() throws {
    let (none, few, many) = (try Self.share(0, 400), try Self.share(3, 400), try Self.share(40, 400))
    #expect(Verdict.everyRun(breaking: none, breakingUnderTheCondition: none) == .holds)
    #expect(Verdict.everyRun(breaking: few, breakingUnderTheCondition: many) == .holds)
    #expect(Verdict.everyRun(breaking: many, breakingUnderTheCondition: few) == .holdsWithACondition)
    #expect(Verdict.everyRun(breaking: many, breakingUnderTheCondition: nil) == .holdsWithACondition)
    #expect(Verdict.everyRun(breaking: many, breakingUnderTheCondition: many) == .doesNotReproduce)
  }

  @Test(arguments: [
    (200, Verdict.holds), (120, .holds), (105, .holdsWithACondition), (20, .holdsWithACondition), (2, .doesNotReproduce),
    (395, .holdsWithACondition), (399, .doesNotReproduce),
  ]) func oneRun(events: Int, verdict: Verdict) throws {
    #expect(Verdict.oneRun(upTo: try Self.share(events, 400)) == verdict)
  }

  @Test func fewRunsAndAbove() {
    #expect(Verdict.fewRuns(probability: 0.51, 0.6) == .holds && Verdict.fewRuns(probability: 0.4, 0.6) == .holdsWithACondition)
    #expect(Verdict.fewRuns(probability: 0.04, 0.06) == .holdsWithACondition)
    #expect(Verdict.fewRuns(probability: 0.01, 0.04) == .doesNotReproduce)
    #expect(Verdict.above(0.1, 0.2) == .holds && Verdict.above(-0.1, 0.2) == .holdsWithACondition)
    #expect(Verdict.above(-0.2, -0.1) == .doesNotReproduce)
  }

  @Test func equalShares() throws {
    func pairs(firstOnly: Int, secondOnly: Int) throws -> [PairedProportion] {
      [try PairedProportion(both: 100, firstOnly: firstOnly, secondOnly: secondOnly, neither: 100)]
    }
    let (equal, more, less) = (
      try pairs(firstOnly: 0, secondOnly: 0), try pairs(firstOnly: 0, secondOnly: 20), try pairs(firstOnly: 20, secondOnly: 0)
    )
    #expect(Verdict.equalShares(equal, underTheCondition: less) == .holds)
    #expect(Verdict.equalShares(more, underTheCondition: equal) == .holdsWithACondition)
    #expect(Verdict.equalShares(more, underTheCondition: more) == .doesNotReproduce)
    #expect(Verdict.equalShares(less, underTheCondition: less) == .doesNotReproduce)
    #expect(Verdict.equalShares(equal + more, underTheCondition: less) == .holdsWithACondition)
  }
}
