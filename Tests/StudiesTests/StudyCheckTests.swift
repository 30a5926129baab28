import AbsorbingSets
import Chains
import Ensemble
import Foundation
import Testing

@testable import Studies

/// What gradient descent says of a study before its chains run.
@Suite("Checks: the barrier and the event") struct StudyCheckTests {
  /// The sample with hidden width 10 and other lines.
  private func check(_ changes: [Int: String], adding extra: [String] = [], threads: Int = 2) throws
    -> StudyCheck
  {
    let wide = [4: "network: { depth: 3, width: 10, init: { law: normal, std: 1/sqrt(width) } }"]
    return StudyCheck(
      try StudySample.study(wide.merging(changes) { $1 }, adding: extra).plan(), threads: threads)
  }

  private static let four = [
    4: "network: { depth: 4, width: 10, init: { law: normal, std: 1/sqrt(width) } }"
  ]

  @Test("Figure 1 has a barrier, and its event fits")
  func figure1() throws {
    let found = try check([:])
    #expect(
      found.lines == [
        "Barrier: yes. Gradient descent stays above rank 1 from 20 of 20 starts: a fall is a jump that noise makes.",
        "Event: it fits: the minima of rank 1 or below that gradient descent finds are in B_1, and those above it are outside.",
      ])
    #expect(found.warnings.isEmpty)
  }

  @Test(
    "Where the minimum of rank 2 has ended, falls are slides; at some widths only some starts have a barrier"
  )
  func slides() throws {
    let deep = try check(Self.four)
    #expect(deep.points[0].barrier == .no && deep.points[0].fallen == 20)
    let median = try #require(deep.points[0].median)
    #expect((600.0...900).contains(median))
    #expect(
      deep.warnings.count == 1
        && deep.warnings[0].hasPrefix("Barrier: no: these are slides, not jumps."))
    let narrow = try check([
      4: "network: { depth: 3, width: 2, init: { law: normal, std: 1/sqrt(width) } }"
    ])
    #expect(narrow.points[0].barrier == .some && (1...19).contains(narrow.points[0].fallen))
  }

  @Test("An event that means nothing is said to, with the number that would have to change")
  func events() throws {
    func answer(_ event: String, _ changes: [Int: String] = [:]) throws -> (
      EventFit.Answer?, String
    ) {
      let fit = try check(changes.merging([10: "event: \(event)"]) { $1 }).points[0].fit
      return (fit.answer, fit.sentence)
    }
    let wide = try answer("{ rank: 1, alpha: 100, epsilon1: 0.3, epsilon2: 0.1, bound: 3 }")
    #expect(
      wide.0 == .tooWide && wide.1.contains("minima of rank 2 are in B_1 too")
        && wide.1.contains("(it is 100)"))
    let bound = try answer("{ rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 1 }")
    #expect(bound.0 == .misses && bound.1.contains("squared norms up to 1.48, and bound is 1"))
    // By the definition: a minimum of rank 1 has one squared singular value s^(2/3) above alpha in
    // each layer.
    let rank = try answer("{ rank: 0, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3 }")
    #expect(rank.0 == .fits, "\(rank)")
    // With more depth there is no minimum of rank 2 to be wrong about, and those of rank 1 are
    // inside all the same.
    #expect(
      try answer("{ rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3 }", Self.four).0
        == .fits)
  }

  @Test(
    "What is found is the same at any number of threads, for each point of a sweep, and in the table"
  )
  func points() throws {
    let sweep = ["sweep: { network.depth: [3, 4] }"]
    let (one, two) = (
      try check([:], adding: sweep, threads: 1), try check([:], adding: sweep, threads: 2)
    )
    #expect(one == two && one.points.map(\.barrier) == [.yes, .no])
    #expect(
      one.lines[0]
        == "Barrier: yes at 1 point (network.depth = 3), no (slides, not jumps) at 1 point (network.depth = 4); checks.csv has every point."
    )
    #expect(
      one.lines[1]
        == "Event: fits at every point: it holds minima of its rank or below, and none above.")
    let plan = try StudySample.study(adding: sweep).plan()
    let rows = LadderSample.rows(
      try CheckTable.table(one.points, of: TableShape(plan)).text(in: .csv))
    #expect(
      rows.map { $0["barrier"] } == ["yes", "no"] && rows.map { $0["network.depth"] } == ["3", "4"])
    #expect(
      rows.map { $0["gd_fallen"] } == ["0", "20"] && rows[0]["gd_median"] == ""
        && rows[0]["high_inside"] == "0")
    // Whole mappings may be swept, and their keys have columns beside those of the table.
    let events = [0.03, 100].map {
      "  - event: { rank: 1, alpha: \($0), epsilon1: 0.3, epsilon2: 0.1, bound: 3 }"
    }
    let swept = try check([:], adding: ["sweep:"] + events)
    let shape = TableShape(try StudySample.study(adding: ["sweep:"] + events).plan())
    let table = try CheckTable.table(swept.points, of: shape)
    #expect(Set(table.keys).count == table.keys.count)
    #expect(
      LadderSample.rows(table.text(in: .csv)).map { $0["event_fit"] } == ["fits", "too wide"])
    // Arms of one point are one point.
    #expect(try check([11: "dynamics: [sgd, gd, langevin]"]).points.count == 1)
  }

  @Test("Networks that take too long are passed over in words")
  func large() throws {
    let found = try check([
      4: "network: { depth: 3, width: 4096, init: { law: normal, std: 1/sqrt(width) } }"
    ])
    #expect(
      found.points[0].starts == 0 && found.points[0].barrier == .unknown && found.warnings.isEmpty)
    #expect(found.lines[0].hasPrefix("Barrier: not looked for"))
  }
}

/// What is said of arms before their numbers.
@Suite("Cautions") struct ArmCautionTests {
  private func lines(_ chains: [ChainOutcome], _ changes: [Int: String] = [:]) throws -> [String] {
    let summary =
      try LadderSample.written(LadderSample.study("[sgd]", changes), [chains])["summary.md"] ?? ""
    return summary.split(separator: "\n").filter { $0.hasPrefix("- Careful") }.map(String.init)
  }

  @Test("Chains that mostly leave again, and by what")
  func leaving() throws {
    let gone = ChainOutcome(
      kind: .entered, time: 700, collapseTime: nil, exits: ExitCounts(balance: 40), reentries: 39,
      stepsInside: 90, steps: 900,
      restingRank: 1)
    #expect(
      try lines([gone, gone, LadderSample.chain(800)]) == [
        "- Careful, sgd: 2 of 3 chains leave B_1 again (exits: 80 by the balance, none by the rank), and 63.3 % of the steps after an entry are inside."
      ])
    #expect(try lines([gone, LadderSample.chain(800), LadderSample.chain(900)]).isEmpty)
  }

  @Test("Of many arms one line is said")
  func many() throws {
    let gone = ChainOutcome(
      kind: .entered, time: 700, collapseTime: nil, exits: ExitCounts(rank: 4), reentries: 4,
      stepsInside: 90, steps: 900,
      restingRank: 1)
    let study = try LadderSample.study(
      "[sgd]", adding: ["sweep: { schedule.1.eta: [0.1, 0.15, 0.2, 0.25] }"])
    let summary =
      try LadderSample.written(study, [[ChainOutcome]](repeating: [gone], count: 4))["summary.md"]
      ?? ""
    let lines = summary.split(separator: "\n").filter { $0.hasPrefix("- Careful") }
    #expect(
      lines == [
        "- Careful, in 4 of 4 arms (0, 1, 2, 3) most chains leave the event's set again, or are outside most of the time; directions.csv has the numbers."
      ])
  }

  @Test("Entries at the first moment at which one can come time nothing")
  func atOnce() throws {
    let quench = [
      10:
        "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 200, quench: 128 }"
    ]
    let chains = [128, 128, 800].map { LadderSample.chain($0) }
    #expect(
      try lines(chains, quench) == [
        "- Careful, sgd: 2 of 3 entries are at the first look that sees any chain inside, step 128: these chains begin there, and no fall is timed."
      ])
    #expect(try lines(chains).isEmpty)
    #expect(try lines([1, 1, 800].map { LadderSample.chain($0) }).count == 1)
  }
}
