import Survival
import Testing

@testable import PaperReports

/// Every rule at estimates that give each of its verdicts.
@Suite("Verdicts by rule") struct VerdictRuleTests {
  private static func share(_ events: Int, _ trials: Int) throws -> BinomialProportion {
    try BinomialProportion(events: events, trials: trials)
  }

  @Test func everyRun() throws {
    let (none, few, many) = (
      try Self.share(0, 400), try Self.share(3, 400), try Self.share(40, 400)
    )
    #expect(Verdict.everyRun(breaking: none, breakingUnderTheCondition: none) == .holds)
    #expect(Verdict.everyRun(breaking: few, breakingUnderTheCondition: many) == .holds)
    #expect(
      Verdict.everyRun(breaking: many, breakingUnderTheCondition: few) == .holdsWithACondition)
    #expect(
      Verdict.everyRun(breaking: many, breakingUnderTheCondition: nil) == .doesNotReproduce,
      "no chain met the condition")
    #expect(Verdict.everyRun(breaking: many, breakingUnderTheCondition: many) == .doesNotReproduce)
  }

  @Test("No exceptions in a few chains do not uphold a claim about every run, nor a condition")
  func fewChains() throws {
    let few = try Self.share(0, 3)
    #expect(Verdict.everyRun(breaking: few, breakingUnderTheCondition: few) == .undecided)
    #expect(
      Verdict.everyRun(breaking: try Self.share(40, 400), breakingUnderTheCondition: few)
        == .undecided)
    // The exact upper limit of 0 of n is 1 - 0.025^(1/n): above 0.05 at 71, below it at 72.
    #expect(
      Verdict.everyRun(breaking: try Self.share(0, 71), breakingUnderTheCondition: nil)
        == .undecided)
    #expect(
      Verdict.everyRun(breaking: try Self.share(0, 72), breakingUnderTheCondition: nil) == .holds)
  }

  @Test("One chain shows that something can happen; that it cannot takes many") func possible()
    throws
  {
    #expect(Verdict.possible(try Self.share(1, 3)) == .holds)
    #expect(Verdict.possible(try Self.share(0, 3)) == .undecided)
    #expect(Verdict.possible(try Self.share(0, 100)) == .doesNotReproduce)
  }

  @Test(arguments: [
    (200, Verdict.holds), (120, .holds), (105, .undecided), (40, .holdsWithACondition),
    (10, .undecided), (2, .doesNotReproduce),
    (360, .holdsWithACondition), (395, .undecided), (399, .doesNotReproduce),
  ]) func oneRun(events: Int, verdict: Verdict) throws {
    #expect(Verdict.oneRun(upTo: try Self.share(events, 400)) == verdict)
    #expect(Verdict.oneRun(upTo: try Self.share(1, 3)) == .undecided)
  }

  @Test func fewRunsAndAbove() {
    #expect(
      Verdict.fewRuns(probability: 0.51, 0.6) == .holds
        && Verdict.fewRuns(probability: 0.4, 0.6) == .undecided)
    #expect(Verdict.fewRuns(probability: 0.04, 0.06) == .undecided)
    #expect(Verdict.fewRuns(probability: 0.06, 0.4) == .holdsWithACondition)
    #expect(Verdict.fewRuns(probability: 0.01, 0.04) == .doesNotReproduce)
    #expect(Verdict.above(0.1, 0.2) == .holds && Verdict.above(-0.1, 0.2) == .undecided)
    #expect(Verdict.above(-0.2, -0.1) == .doesNotReproduce)
  }

  @Test func equalShares() throws {
    func pairs(firstOnly: Int, secondOnly: Int) throws -> [PairedProportion] {
      [try PairedProportion(both: 100, firstOnly: firstOnly, secondOnly: secondOnly, neither: 100)]
    }
    let (equal, more, less) = (
      try pairs(firstOnly: 0, secondOnly: 0), try pairs(firstOnly: 0, secondOnly: 20),
      try pairs(firstOnly: 20, secondOnly: 0)
    )
    #expect(Verdict.equalShares(equal, underTheCondition: less) == .holds)
    #expect(Verdict.equalShares(more, underTheCondition: equal) == .holdsWithACondition)
    #expect(Verdict.equalShares(more, underTheCondition: more) == .doesNotReproduce)
    #expect(Verdict.equalShares(less, underTheCondition: less) == .doesNotReproduce)
    #expect(Verdict.equalShares(equal + more, underTheCondition: equal) == .holdsWithACondition)
    #expect(
      Verdict.equalShares(more, underTheCondition: []) == .doesNotReproduce,
      "no chain met the condition")
    let few = [try PairedProportion(both: 1, firstOnly: 0, secondOnly: 0, neither: 2)]
    #expect(Verdict.equalShares(few, underTheCondition: few) == .undecided)
    #expect(Verdict.equalShares(equal + few, underTheCondition: equal) == .undecided)
    #expect(Verdict.equalShares(more, underTheCondition: few) == .undecided)
  }
}
