import Chains
import Ladder
import Survival
import Testing

@testable import Studies

@Suite("Arms that share random numbers, and ratios of exit rates") struct PairTests {
  private func number(_ row: [String: String], _ key: String) -> Double {
    row[key].flatMap(Double.init) ?? .nan
  }

  private let base = LadderSample.times(60, delay: 800, mean: 1500)

  @Test(
    "Every two arms that share more than the start, the reference first, then in the plan's order; within a point"
  )
  func arms() throws {
    let dynamics =
      "[{ sgd-batch: 2 }, gaussian-matched, sgd, { gaussian-matched: { substeps: 4 } }, gd, langevin, "
      + "{ gaussian-matched: { substeps: 16 } }, { langevin: { temperature: 1e-4 } }]"
    let plan = try LadderSample.study(dynamics, adding: ["sweep: { network.depth: [3, 4] }"]).plan()
    let found = ArmPair.arms(SweepPoint.compared(plan), laws: plan.arms.map(\.law))
    let one = [[2, 0], [1, 3], [1, 6], [3, 6], [5, 7]]
    #expect(found.map { [$0.first, $0.second] } == one + one.map { $0.map { $0 + 8 } })
    #expect(found.prefix(5).map(\.shared) == [.entries, .normals, .normals, .normals, .normals])
  }

  @Test(
    "pairs.csv: what Survival says of the pairs, of the first chains where arms have other numbers")
  func table() throws {
    let one = base.map { LadderSample.chain(min($0, 6000)) }
    let four = base.prefix(50).enumerated().map {
      LadderSample.chain($0 % 10 == 0 ? 6000 : min($1 + 3 * ($0 % 5), 6000))
    }
    let files = try LadderSample.written(
      LadderSample.study("[gaussian-matched, { gaussian-matched: { substeps: 4 } }, gd]"),
      [one, four, one])
    let rows = LadderSample.rows(files["pairs.csv"])
    let row = try #require(rows.first)
    #expect(rows.count == 1 && row["arm"] == "1" && row["against"] == "0" && row["pairs"] == "50")
    #expect(
      row["name"] == "gaussian-matched(substeps: 4)" && row["against_name"] == "gaussian-matched")
    #expect(row["shared"] == "start and normals")
    func pseudo(_ outcomes: [ChainOutcome]) throws -> PseudoObservations {
      try PseudoObservations(
        times: outcomes.map(\.time), observed: outcomes.map { $0.kind == .entered }, horizon: 6000)
    }
    let first = Array(one.prefix(50))
    let means = try PairedRestrictedMean(first: pseudo(first), second: pseudo(four)).difference
    #expect(
      number(row, "rmst_difference_paired") == means.value
        && number(row, "correlation") == means.correlation)
    #expect(number(row, "rmst_difference_paired_lower") == means.inference?.interval.lower)
    #expect(number(row, "variance_ratio") == means.varianceRatio)
    let pairs = zip(first, four).map { ($0.kind == .entered, $1.kind == .entered) }
    let shares = try PairedProportion(
      both: pairs.count { $0 && $1 }, firstOnly: pairs.count { $0 && !$1 },
      secondOnly: pairs.count { !$0 && $1 },
      neither: pairs.count { !$0 && !$1 })
    #expect(
      shares.firstOnly > 2 && row["entered_only_against"] == "\(shares.firstOnly)"
        && row["entered_only"] == "0")
    #expect(number(row, "entered_difference") == shares.difference && shares.difference < 0)
    #expect(number(row, "entered_difference_lower") == shares.interval.lower)
    #expect(number(row, "entered_difference_upper") == shares.interval.upper)
    #expect(number(row, "entered_difference_p") == shares.pValue)
    #expect(
      files["compare.md"]?.contains("## Arms that share random numbers, pair by pair\n") == true)
    #expect(files["compare.tex"]?.contains("\\label{tab:compare-pairs}") == true)
  }

  @Test("Arms that share their start alone have no pairs, and one pair is too few for means")
  func none() throws {
    let chains = base.map { LadderSample.chain($0) }
    let files = try LadderSample.written(
      LadderSample.study("[sgd, gd, langevin]"), [chains, chains, chains])
    #expect(files["pairs.csv"] == nil && files["compare.md"]?.contains("pair by pair") == false)
    let alone = try LadderSample.written(
      LadderSample.study("[sgd, { sgd-batch: 2 }]"), [chains, [chains[0]]])
    let row = try #require(LadderSample.rows(alone["pairs.csv"]).first)
    #expect(
      row["pairs"] == "1" && row["rmst_difference_paired"] == ""
        && number(row, "entered_difference_upper") < 1)
  }

  @Test(
    "rank_exit_rate_ratio: exact, with one limit where only one of the two has exits, and nothing where neither has"
  )
  func exits() throws {
    func arm(_ exits: Int) -> [ChainOutcome] {
      base.enumerated().map {
        LadderSample.chain(min($1, 5900), exits: $0 == 0 ? exits : 0, inside: $0 == 0 ? 150 : 200)
      }
    }
    func row(_ reference: Int, _ own: Int) throws -> [String: String] {
      let files = try LadderSample.written(
        LadderSample.study("[sgd, gd]"), [arm(reference), arm(own)])
      return LadderSample.rows(files["compare.csv"])[1]
    }
    func expected(_ reference: Int, _ own: Int) throws -> RateComparison {
      func rate(_ events: Int) throws -> PoissonRate {
        try PoissonRate(events: events, exposure: 59 * 200 + 150)
      }
      return try RateComparison(first: rate(reference), second: rate(own))
    }
    for (reference, own) in [(4, 9), (4, 0), (0, 9)] {
      let (row, known) = (try row(reference, own), try expected(reference, own))
      #expect(
        known.ratio.map { number(row, "rank_exit_rate_ratio") == $0 }
          ?? (row["rank_exit_rate_ratio"] == ""))
      #expect(number(row, "rank_exit_rate_ratio_lower") == known.lower)
      #expect(
        known.upper.map { number(row, "rank_exit_rate_ratio_upper") == $0 }
          ?? (row["rank_exit_rate_ratio_upper"] == ""))
    }
    let neither = try row(0, 0)
    #expect(
      ["rank_exit_rate_ratio", "rank_exit_rate_ratio_lower", "rank_exit_rate_ratio_upper"]
        .allSatisfy { neither[$0] == "" })
  }

  @Test(
    "The files that a plan implies are written, and others only where they have something to say")
  func files() throws {
    let chains = base.map { LadderSample.chain($0) }
    func files(_ dynamics: String, _ changes: [Int: String] = [:]) throws -> Set<String> {
      let study = try LadderSample.study(dynamics, changes)
      let implied = Set(StudyReport.files(of: try study.plan()))
      let written = try LadderSample.written(study, study.arms.map { _ in chains }, isChecked: true)
      #expect(implied.isSubset(of: written.keys), "\(implied.subtracting(written.keys))")
      #expect(
        Set(written.keys).subtracting(implied).allSatisfy {
          $0.hasPrefix("hazard.") || $0.hasPrefix("incidence.")
        })
      return implied
    }
    let optional: Set = [
      "directions.csv", "temperature.csv", "pairs.csv", "compare.csv", "compare.tex", "compare.md",
      "compare.png",
    ]
    let watched = "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3 }"
    #expect(try files("[sgd, { sgd-batch: 2 }, langevin]").isSuperset(of: optional))
    #expect(try files("[sgd]").isDisjoint(with: optional.subtracting(["directions.csv"])))
    #expect(try files("[langevin]", [10: watched]).intersection(optional) == ["temperature.csv"])
    #expect(try files("[sgd, gd]").isDisjoint(with: ["pairs.csv", "temperature.csv"]))
  }
}
