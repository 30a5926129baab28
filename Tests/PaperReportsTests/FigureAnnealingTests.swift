import Chains
import Studies
import Testing

@testable import PaperReports

@Suite("Figure 1") struct FigureAnnealingTests {
  /// 100 chains that jump at 1500, 2500 and so on, `count` of each; offshoots succeed from `lead`
  /// steps before the jump on in `leading` chains, from the jump on in the others, and those after
  /// the jump fail in `failing` chains.
  private static func chains(
    _ times: [(time: Int?, count: Int)], lead: Int = 0, leading: Int = 0, failing: Int = 0
  )
    -> [ChainOutcome]
  {
    var made = 0
    return times.flatMap { time, count in
      (0..<count).map { index in
        made += 1
        let first = (time ?? 6000) - (made % 100 < leading ? lead : 0)
        let isFailing = made % 100 < failing
        return FigureSample.chain(
          entering: time,
          offshoots: [1000, 2000, 4000].map { ($0, $0 >= first && !isFailing ? 0.1 : 8) })
      }
    }
  }

  private static func claims(_ chains: [ChainOutcome]) throws -> [String: FigureClaim] {
    let answer = try FigureSample.answer(.fig1, FigureSample.annealing, [chains])
    return Dictionary(uniqueKeysWithValues: answer.claims.map { ($0.key, $0) })
  }

  @Test("A jump that decides every offshoot upholds all claims") func holds() throws {
    let claims = try Self.claims(Self.chains([(1500, 200), (2500, 200)]))
    #expect(claims.count == 4 && claims.values.allSatisfy { $0.verdict == .holds })
    #expect(claims["time"]?.estimate.value == 0.5 && claims["time"]?.chains == 400)
    #expect(claims["time"]?.remark.contains("2000") == true, "the median is between both times")
    #expect(claims["before"]?.chains == 400 && claims["before"]?.estimate.value == 1)
    #expect(claims["switch"]?.estimate.value == 0)
  }

  @Test("Offshoots that succeed a little before the jump make it a condition") func lead() throws {
    let claims = try Self.claims(Self.chains([(2150, 300), (2500, 300)], lead: 150, leading: 40))
    #expect(
      claims["before"]?.verdict == .holdsWithACondition
        && claims["switch"]?.verdict == .holdsWithACondition)
    #expect(claims["after"]?.verdict == .holds)
    // 40 in 100 of the first 300 chains succeed, all of them 150 steps before they jump at 2150.
    #expect(claims["before"]?.estimate.value == 0.8 && claims["switch"]?.estimate.value == 0.2)
    #expect(
      claims["before"]?.remark.contains(
        "longest lead is 150 steps, the shortest of one that fails 150;") == true)
    #expect(claims["before"]?.remark.contains("Of 600 chains") == true)
  }

  @Test("Offshoots that succeed long before the jump, or fail after it, refute the claims")
  func fails() throws {
    let early = try Self.claims(Self.chains([(2500, 100)], lead: 500, leading: 40))
    #expect(
      early["before"]?.verdict == .doesNotReproduce && early["switch"]?.verdict == .doesNotReproduce
    )
    #expect(early["after"]?.verdict == .holds)
    let failing = try Self.claims(Self.chains([(1500, 100)], failing: 40))
    #expect(
      failing["after"]?.verdict == .doesNotReproduce
        && failing["switch"]?.verdict == .doesNotReproduce)
    #expect(failing["before"]?.verdict == .holds && failing["after"]?.estimate.value == 0.6)
  }

  @Test("Three chains decide nothing, whatever they do") func few() throws {
    let claims = try Self.claims(Self.chains([(1500, 1), (2500, 2)]))
    #expect(claims.count == 4 && claims.values.allSatisfy { $0.verdict == .undecided })
    #expect(
      claims["time"]?.remark.hasPrefix(
        "Where the paper's run is in the law these chains do not tell.") == true)
    #expect(
      claims["switch"]?.remark.hasPrefix("0 of 3 branches tell the two apart; there are too few")
        == true)
  }

  @Test("Where nothing decays there is no lag, and no condition to hold under") func noDecay()
    throws
  {
    let text = FigureSample.annealing.replacing("lambda: 0.1 ", with: "lambda: 0 ")
    #expect(OffshootLeads(try FigureSample.files(.fig1, text).plan.arms[0]).lag == nil)
    let chains = Self.chains([(2150, 100)], lead: 150, leading: 40)
    let claims = try FigureSample.answer(.fig1, text, [chains]).claims
    let two = claims.filter { ["before", "switch"].contains($0.key) }
    #expect(two.count == 2 && two.allSatisfy { $0.verdict == .doesNotReproduce })
    #expect(two.allSatisfy { !$0.remark.contains("92233720368547758") })
  }

  @Test("Where 2000 lies in the law decides whether the paper's jump is a typical one") func time()
    throws
  {
    #expect(
      try Self.claims(Self.chains([(1500, 10), (2500, 90)]))["time"]?.verdict
        == .holdsWithACondition)
    let late = try Self.claims(Self.chains([(nil, 400)]))
    #expect(late["time"]?.verdict == .doesNotReproduce && late["after"] == nil)
    #expect(late["time"]?.remark.contains("Fewer than a quarter") == true)
  }

  @Test(
    "A chain that is never seen to jump stands for offshoots well before its jump, unless it diverged"
  ) func standing() throws {
    let chain = FigureSample.chain(entering: nil, offshoots: [(at: 4000, error: 0.1)])
    var leads = OffshootLeads(try FigureSample.files(.fig1, FigureSample.annealing).plan.arms[0])
    leads.add(chain)
    #expect(leads.lag == 200)
    #expect(
      leads.wellBefore == OffshootLeads.Count(chains: 1, breaking: 1) && leads.successLeads.isEmpty)
    leads.add(
      ChainOutcome(
        kind: .diverged, time: 5000, collapseTime: nil, steps: 5000, record: chain.record))
    #expect(
      leads.wellBefore.chains == 1 && leads.before == OffshootLeads.Count(chains: 2, breaking: 2))
    // An offshoot that diverges has not succeeded.
    leads.add(FigureSample.chain(entering: 3000, offshoots: [(at: 4000, error: nil)]))
    #expect(leads.after == OffshootLeads.Count(chains: 1, breaking: 1))
  }

  @Test("The picture has the recorded chain whose jump is nearest to 2000") func path() throws {
    let points = [0, 100, 200].map { FigureSample.point($0, error: 8) }
    let chains = [1200, 2300, 1900, 2100].map {
      FigureSample.chain(entering: $0, offshoots: [(1000, 8)], points: points)
    }
    let unrecorded = FigureSample.chain(entering: 2000, offshoots: [(1000, 8)])
    let answer = try FigureSample.answer(.fig1, FigureSample.annealing, [chains + [unrecorded]])
    #expect(answer.picture.panels[0].title == "Chain 2, which jumps at step 1900")
    let paths = answer.tables.first { $0.name == "figure-paths" }
    #expect(
      paths?.rows.count == 8, "three points each of the error and the ratio, two of the offshoot")
    #expect(answer.picture.panels[0].series.map(\.rows) == [0..<3, 3..<5, 5..<8])
  }

  @Test("Without a chain that jumped there is a picture all the same") func empty() throws {
    let answer = try FigureSample.answer(.fig1, FigureSample.annealing, [Self.chains([(nil, 3)])])
    #expect(answer.picture.panels[0].title == "No recorded chain has jumped")
  }

  @Test(
    "A study that lacks what the figure shows is refused in a sentence",
    arguments: [
      ("record: { every: 100, chains: 2 }\n", "", "points of paths"),
      (
        "  offshoots: { at: [1000, 2000, 4000], steps: 100, eta: 0.02, lambda: 0.001 }\n", "",
        "offshoots"
      ),
      ("[sgd]", "[sgd, gd]", "one arm"),
      ("two-by-two: { epsilon: 0.25 }", "observed: [[1, null], [0.25, 1]]", "missing entries"),
    ]) func refused(old: String, new: String, words: String) throws
  {
    let text = FigureSample.annealing.replacing(old, with: new)
    #expect(text != FigureSample.annealing)
    let error = #expect(throws: FigureError.self) { try FigureSample.files(.fig1, text).check() }
    #expect(
      error?.description.hasPrefix("x.yaml: fig1 needs \(words)") == true
        || error?.description.contains(words) == true)
  }
}
