import Chains
import Testing

@testable import PaperReports

@Suite("Figure 2") struct FigureDepthTests {
  /// 400 chains, `jumped` of which are in B_1 by step 5000; `settled` end the quiet phase with a
  /// small test error.
  private static func chains(jumped: Int, settled: Int? = nil, points: [PathPoint] = [])
    -> [ChainOutcome]
  {
    (0..<400).map { chain in
      FigureSample.chain(
        entering: chain < jumped ? 2000 + chain : 5500,
        offshoots: [(at: 5000, error: chain < settled ?? jumped ? 1 : 80)],
        points: chain < 2 ? points : [])
    }
  }

  private static func claims(_ low: [ChainOutcome], _ high: [ChainOutcome]) throws -> [String:
    FigureClaim]
  {
    let answer = try FigureSample.answer(.fig2, FigureSample.depth, [low, high])
    return Dictionary(uniqueKeysWithValues: answer.claims.map { ($0.key, $0) })
  }

  @Test("Five runs that nearly always, at times or nearly never show what the paper's did")
  func verdicts() throws {
    let holding = try Self.claims(Self.chains(jumped: 0), Self.chains(jumped: 380))
    #expect(holding.count == 5 && holding.values.allSatisfy { $0.verdict == .holds })
    #expect(holding["shallow"]?.estimate.value == 1)
    // Clopper and Pearson's upper limit at 0 of 400 is 1 - 0.025^(1/400).
    #expect(abs((holding["shallow"]?.estimate.lower ?? 0) - 0.954936) < 1e-6)
    #expect(abs((holding["deep"]?.estimate.value ?? 0) - 0.7737809375) < 1e-12)
    #expect(holding["depth"]?.estimate.value == 0.95)

    let lucky = try Self.claims(Self.chains(jumped: 100), Self.chains(jumped: 320))
    #expect(
      lucky["shallow"]?.verdict == .holdsWithACondition
        && lucky["deep"]?.verdict == .holdsWithACondition)
    let failing = try Self.claims(Self.chains(jumped: 300), Self.chains(jumped: 100))
    #expect(
      failing["shallow"]?.verdict == .doesNotReproduce
        && failing["deep"]?.verdict == .doesNotReproduce)
    #expect(failing["depth"]?.verdict == .doesNotReproduce)
    #expect(
      try Self.claims(Self.chains(jumped: 100), Self.chains(jumped: 105))["depth"]?.verdict
        == .undecided)
  }

  @Test("Both ways to tell a jump are counted, and where they differ") func settled() throws {
    let claims = try Self.claims(Self.chains(jumped: 0), Self.chains(jumped: 300, settled: 390))
    #expect(
      claims["deep"]?.verdict == .holdsWithACondition && claims["deep-settled"]?.verdict == .holds)
    #expect(
      claims["deep-settled"]?.remark.contains("0 chains had jumped and do not settle") == true)
    #expect(
      claims["deep-settled"]?.remark.contains(
        "at most 0.010 for those that settle, at least 0.80 for the others.") == true)
    #expect(
      claims["deep-settled"]?.remark.contains("; 90 do without being in B_1 by step 5000") == true)
  }

  @Test("The first chains of each depth are drawn, and the arms may come in any order")
  func picture() throws {
    let points = [0, 500].map { FigureSample.point($0, error: 80) }
    let text = FigureSample.depth.replacing("[3, 4]", with: "[4, 3]")
    let answer = try FigureSample.answer(
      .fig2, text,
      [Self.chains(jumped: 380, points: points), Self.chains(jumped: 0, points: points)])
    #expect(
      answer.picture.panels[0].series.map(\.name) == [
        "2 networks of depth 3", nil, "2 networks of depth 4", nil,
      ])
    #expect(answer.tables.first { $0.name == "figure-paths" }?.rows.count == 8)
    #expect(answer.claims.first { $0.key == "deep" }?.estimate.value ?? 0 > 0.7)
  }

  @Test(
    "A study that lacks what the figure shows is refused in a sentence",
    arguments: [
      ("[3, 4]", "[3, 5]", "one of depth 3 and one of depth 4"),
      ("at: [5000]", "at: [4000]", "offshoots at step 5000"),
      ("record: { every: 500, chains: 2 }\n", "", "points of paths"),
    ]) func refused(old: String, new: String, words: String) throws
  {
    let error = #expect(throws: FigureError.self) {
      try FigureSample.files(.fig2, FigureSample.depth.replacing(old, with: new)).check()
    }
    #expect(error?.description.contains(words) == true)
  }
}
