import Chains
import DeepLinear
import Ladder
import TestKit
import Testing

@testable import PaperReports

@Suite("Figure 4") struct FigurePeriodicTests {
  /// Three periods of a quiet half of 100 steps and a noisy one of 200; the test error of zeros is
  /// 16.
  private static let study = FigureSample.annealing
    .replacing(
      """
          - { steps: 500, eta: 0.03, lambda: 0.1 }
          - { eta: 0.2, lambda: 0.1 }
        offshoots: { at: [1000, 2000, 4000], steps: 100, eta: 0.02, lambda: 0.001 }
      """,
      with: """
            - { steps: 100, eta: 0.1, lambda: 0.001 }
            - { steps: 200, eta: 0.4, lambda: 0.1 }
          repeat: true
          offshoots: { at: [100, 300, 400, 600, 700, 900], steps: 100, eta: 0.1, lambda: 0.001 }
        """
    ).replacing("horizon: 6000", with: "horizon: 900")
  private static let ends = [100, 300, 400, 600, 700, 900]

  /// What becomes of a chain after it has fallen.
  private enum Fate { case settles, fails, collapses, diverges }

  /// A chain that enters at `time`, and from whose ends of halves at `committed` on a quiet phase
  /// succeeds until its fate comes at step 700.
  private static func chain(entering time: Int?, committed: Int, _ fate: Fate = .settles)
    -> ChainOutcome
  {
    let offshoots = ends.filter { fate != .diverges || $0 <= 700 }.map { at in
      let isLow = at >= committed && (fate == .settles || at <= 700)
      let end = PathPoint(
        step: at + 100, fitError: 0, testError: isLow ? 0.1 : 12,
        singularValues: [2, isLow ? 0 : 1], rank: isLow ? 1 : 2,
        squaredNorms: [1, 1, 1], level: isLow ? 1 : fate == .collapses && at > 700 ? 0 : nil)
      return ChainRecord.Offshoot(at: at, points: [end], isDiverged: false)
    }
    return ChainOutcome(
      kind: time == nil ? .censored : .entered, time: time ?? 900, collapseTime: nil, steps: 900,
      record: ChainRecord(offshoots: offshoots))
  }

  private static func claims(_ chains: [ChainOutcome]) throws -> [String: FigureClaim] {
    let answer = try FigureSample.answer(.fig4, study, [chains])
    return Dictionary(uniqueKeysWithValues: answer.claims.map { ($0.key, $0) })
  }

  private static func many(
    _ count: Int, entering time: Int?, committed: Int, _ fate: Fate = .settles
  ) -> [ChainOutcome] {
    Array(repeating: chain(entering: time, committed: committed, fate), count: count)
  }

  @Test("Halves of unequal length are told apart, step by step") func halves() throws {
    let phases = [
      Schedule.Phase(steps: 100, learningRate: 0.1, ridge: 0),
      Schedule.Phase(steps: 200, learningRate: 0.4, ridge: 0),
    ]
    let halves = try #require(PeriodHalves(Schedule(phases: phases, repeats: true)))
    #expect([0, 99, 100, 299, 300, 400].map(halves.half) == [0, 0, 1, 1, 2, 3])
    #expect(halves.isNoisy(1) && !halves.isNoisy(2))
    #expect(halves.steps(2) == 300..<400 && halves.steps(3) == 400..<600)
    #expect(halves.half(endingAt: 100) == 0 && halves.half(endingAt: 300) == 1)
    #expect(halves.half(endingAt: 0) == nil && halves.half(endingAt: 250) == nil)
    #expect(PeriodHalves(try Schedule(phases: phases)) == nil)
    #expect(PeriodHalves(try Schedule(phases: [phases[0], phases[0]], repeats: true)) == nil)
  }

  @Test("Jumps in noisy halves that settle uphold all claims") func holds() throws {
    let claims = try Self.claims(
      Self.many(100, entering: 300, committed: 300) + Self.many(100, entering: 500, committed: 600))
    #expect(claims.count == 4 && claims.values.allSatisfy { $0.verdict == .holds })
    // Step 299 moves a chain into the set that it is found in at step 300: the half is the noisy
    // one.
    #expect(claims["jumps"]?.remark.contains("Entries by noisy half: 100, 100, 0.") == true)
    #expect(claims["again"]?.chains == 100 && claims["again"]?.estimate.value == 1)
    #expect(claims["again"]?.remark.contains("50.0 % (42.9 to 57.1); 100.0 %") == true)
  }

  @Test(
    "Entries in quiet halves are a condition where a noisy half had decided them, and refute the claim where not"
  ) func dating()
    throws
  {
    let late = try Self.claims(
      Self.many(60, entering: 250, committed: 300) + Self.many(40, entering: 350, committed: 300))
    #expect(late["jumps"]?.verdict == .holdsWithACondition && late["jumps"]?.estimate.value == 0.6)
    #expect(late["commitments"]?.verdict == .holds)
    let quiet = try Self.claims(
      Self.many(60, entering: 250, committed: 300) + Self.many(40, entering: 350, committed: 400))
    #expect(quiet["jumps"]?.verdict == .doesNotReproduce)
    #expect(
      quiet["commitments"]?.verdict == .doesNotReproduce
        && quiet["commitments"]?.estimate.value == 0.6)
  }

  @Test("A jump only ever in the first noisy half refutes that SGD jumps after it has settled")
  func again() throws {
    let claims = try Self.claims(
      Self.many(50, entering: 200, committed: 300)
        + Self.many(100, entering: nil, committed: 10_000))
    #expect(claims["again"]?.verdict == .doesNotReproduce && claims["again"]?.estimate.value == 0)
    let few = try Self.claims(Self.many(3, entering: nil, committed: 10_000))
    #expect(few["again"]?.verdict == .undecided && few["again"]?.chains == 3)
  }

  @Test(
    "A jump that a quiet half brings is none in a later noisy half, though the ends after it succeed"
  ) func quietAgain() throws {
    let quiet = try Self.claims(Self.many(100, entering: 350, committed: 400))
    #expect(quiet["again"]?.chains == 100 && quiet["again"]?.estimate.value == 0)
    #expect(quiet["again"]?.verdict == .doesNotReproduce)
    #expect(
      try Self.claims(Self.many(100, entering: 500, committed: 600))["again"]?.estimate.value == 1)
  }

  @Test(
    "Divergence and collapse after the jump make a condition, other large test errors refute the claim"
  ) func settling() throws {
    let jumped = Self.many(80, entering: 200, committed: 300)
    let lost = try Self.claims(
      jumped + Self.many(10, entering: 200, committed: 300, .diverges)
        + Self.many(10, entering: 200, committed: 300, .collapses))
    #expect(
      lost["settling"]?.verdict == .holdsWithACondition && lost["settling"]?.estimate.value == 0.8)
    #expect(
      lost["settling"]?.remark.hasPrefix(
        "10 chains diverge in a noisy half after their entry, 10 fall on into B_0; of the others 0 of 80"
      ) == true)
    let failing = try Self.claims(jumped + Self.many(20, entering: 200, committed: 300, .fails))
    #expect(failing["settling"]?.verdict == .doesNotReproduce)
  }

  @Test("The table has a row a half, with the chains at risk") func table() throws {
    let chains =
      Self.many(3, entering: 300, committed: 300) + Self.many(2, entering: 350, committed: 300)
    let answer = try FigureSample.answer(
      .fig4, Self.study, [chains + Self.many(1, entering: nil, committed: 10_000)])
    let rows = try #require(answer.tables.first { $0.name == "figure-halves" }).rows
    #expect(rows.map { $0[4] } == [6, 6, 3, 1, 1, 1].map { .count($0) })
    #expect(rows.map { $0[5] } == [0, 3, 2, 0, 0, 0].map { .count($0) })
    #expect(answer.picture.panels[0].shade?.stretches == [100...300, 400...600, 700...900])
  }

  @Test(
    "A study that lacks what the figure shows is refused in a sentence",
    arguments: [
      ("  repeat: true\n", "", "two phases that repeat"),
      ("at: [100, 300", "at: [100, 250", "at the ends of halves"),
      ("at: [100, 300, 400, 600, 700, 900]", "at: [100, 400]", "at the ends of noisy halves"),
      (
        "steps: 100, eta: 0.1, lambda: 0.001 }\nhorizon",
        "steps: 50, eta: 0.1, lambda: 0.001 }\nhorizon", "of the quiet half"
      ),
      ("record: { every: 100, chains: 2 }\n", "", "points of paths"),
      ("horizon: 900", "horizon: 1500001", "at most 10000 halves"),
    ]) func refused(old: String, new: String, words: String) throws
  {
    let text = Self.study.replacing(old, with: new)
    #expect(text != Self.study)
    let error = #expect(throws: FigureError.self) { try FigureSample.files(.fig4, text).check() }
    #expect(error?.description.contains(words) == true)
  }
}
