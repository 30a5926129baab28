import Chains
import Foundation
import Ladder
import Survival
import Testing

@testable import Studies

@Suite("Both directions, minima and temperatures") struct DirectionTests {
  private func number(_ row: [String: String], _ key: String) -> Double {
    row[key].flatMap(Double.init) ?? .nan
  }

  @Test("passages.csv, to the letter")
  func passages() throws {
    let noise = MinimumNoise.Summary(trace: 0.48, rank: 2)
    let outcomes = [
      [
        LadderSample.chain(700, exits: 2, reentries: 1, inside: 120, rests: 2),
        LadderSample.chain(6000),
        ChainOutcome(kind: .diverged, time: 1500, collapseTime: nil, steps: 1500),
      ],
      [
        LadderSample.chain(6000, rests: 1, noise: noise),
        LadderSample.chain(900, noise: MinimumNoise.Summary(trace: 0.24, rank: nil)),
        LadderSample.chain(0),
      ],
    ]
    // T = eta tr Sigma/(2 P) with eta = 0.2 and the 12 weights of three 2 x 2 layers.
    #expect(
      try LadderSample.written(LadderSample.study("[sgd, langevin]"), outcomes)["passages.csv"]
        == """
        arm,chain,exits,exits_rank,exits_bound,exits_balance,reentries,steps_inside,steps_followed,resting_rank,noise_trace,noise_rank,temperature
        0,0,2,2,0,0,1,120,200,2,,,
        0,1,,,,,,,,2,,,
        0,2,,,,,,,,,,,
        1,0,,,,,,,,1,0.48,2,\(0.2 * 0.48 / 24)
        1,1,0,0,0,0,0,200,200,1,0.24,,\(0.2 * 0.24 / 24)
        1,2,0,0,0,0,0,200,200,1,,,

        """)
  }

  @Test("directions.csv: counts by hand, intervals as Survival gives them")
  func directions() throws {
    let outcomes = [
      [
        LadderSample.chain(700, exits: 2, reentries: 1, inside: 120), LadderSample.chain(800),
        LadderSample.chain(6000),
        LadderSample.chain(900, exits: 1, reentries: 1, inside: 180), LadderSample.chain(1000),
      ],
      (0..<5).map { LadderSample.chain(500 + $0) },
    ]
    let rows = LadderSample.rows(
      try LadderSample.written(LadderSample.study("[sgd, gd]"), outcomes)["directions.csv"])
    #expect(rows.map { $0["name"] } == ["sgd", "gd"])
    let (first, second) = (rows[0], rows[1])
    #expect(
      [
        "entered", "steps_followed", "steps_inside", "exits", "chains_with_exit", "reentries",
        "steps_outside",
      ].map { first[$0] }
        == ["4", "800", "700", "3", "2", "2", "100"])
    #expect(
      number(first, "inside") == 7 / 8 && number(first, "exit_rate") == 3 / 700
        && number(first, "reentry_rate") == 0.02)
    let exact = try PoissonRate(events: 3, exposure: 700)
    #expect(
      number(first, "exit_rate_lower") == exact.lower
        && number(first, "exit_rate_upper") == exact.upper)
    var totals = ClusterTotals()
    for (exits, inside) in [(2, 120), (0, 200), (1, 180), (0, 200)] {
      try totals.add(events: exits, exposure: inside)
    }
    let robust = try #require(try ClusteredRate(totals).robust).interval
    #expect(
      number(first, "exit_rate_clustered_lower") == robust.lower
        && number(first, "exit_rate_clustered_upper") == robust.upper)
    #expect(number(first, "dispersion") == (try ClusteredRate(totals).dispersion))
    let leaving = try BinomialProportion(events: 2, trials: 4).interval
    #expect(
      number(first, "with_exit_lower") == leaving.lower
        && number(first, "with_exit_upper") == leaving.upper)
    #expect(
      number(first, "inside_lower") > 0.3 && number(first, "inside_upper") < 1
        && number(first, "inside_lower") < 7 / 8)
    // None: an upper bound, and no interval from a spread that there is none of.
    #expect(second["exits"] == "0" && second["exit_rate"] == "0" && second["inside"] == "1")
    #expect(number(second, "exit_rate_upper") == (try PoissonRate(events: 0, exposure: 1000).upper))
    #expect(
      ["inside_lower", "exit_rate_clustered_lower", "dispersion", "reentry_rate"].allSatisfy {
        second[$0] == ""
      })
  }

  // By simulation of nothing: the interval on log odds is the same seen from inside and from
  // outside.
  @Test(
    "The interval of the time inside is that of the time outside, turned round, and holds the share"
  )
  func share() throws {
    func share(_ inside: [Int]) throws -> ShareOfTime {
      var totals = ClusterTotals()
      for steps in inside { try totals.add(events: 200 - steps, exposure: 200) }
      let sum = inside.reduce(0, +)
      return ShareOfTime(
        Double(sum) / Double(200 * inside.count), outside: try ClusteredRate(totals))
    }
    let counts = [120, 180, 190, 150, 60, 200, 170, 110]
    let (one, other) = (try share(counts), try share(counts.map { 200 - $0 }))
    let (lower, upper) = (try #require(one.lower), try #require(one.upper))
    #expect(lower < one.value && one.value < upper && lower > 0 && upper < 1)
    #expect(
      abs(lower - (1 - (other.upper ?? 0))) < 1e-12 && abs(upper - (1 - (other.lower ?? 0))) < 1e-12
    )
    // Near a half the interval is nearly +- t s/sqrt(m) with s the spread of the chains' shares.
    let shares = counts.map { Double($0) / 200 }
    let variance = shares.reduce(0) { $0 + ($1 - one.value) * ($1 - one.value) } / 7
    #expect(abs((upper - lower) / (2 * 2.364624 * (variance / 8).squareRoot()) - 1) < 0.1)
    #expect(
      try share([200, 200]).lower == nil && share([0, 0]).upper == nil
        && share([150, 150]).lower == nil)
  }

  @Test("Arms that are not followed have no directions, and no file")
  func notFollowed() throws {
    let event = [10: "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3 }"]
    let chain = ChainOutcome(kind: .entered, time: 7, collapseTime: nil, steps: 7, restingRank: 1)
    let files = try LadderSample.written(
      LadderSample.study("[sgd, gd]", event), [[chain, chain], [chain, chain]])
    #expect(
      files["directions.csv"] == nil
        && files["passages.csv"]?.contains("\n0,0,,,,,,,,1,,,\n") == true)
    #expect(files["compare.md"]?.contains("what came after the entries was not watched.") == true)
    #expect(files["summary.md"]?.contains("Both directions") == false)
  }

  @Test(
    "resting.csv: ranks up to the event's and those that were seen, and what is not at rest, by how chains ended"
  )
  func resting() throws {
    let chains =
      [0, 1, 1, 3].map { LadderSample.chain(700, rests: $0) } + [
        LadderSample.chain(6000), LadderSample.chain(6000, rests: 1),
        ChainOutcome(kind: .censored, time: 6000, collapseTime: nil, steps: 6000),
        ChainOutcome(kind: .diverged, time: 40, collapseTime: nil, steps: 40),
      ]
    let rows = LadderSample.rows(
      try LadderSample.written(LadderSample.study("[sgd]"), [chains])["resting.csv"])
    #expect(
      rows.map { row in ["ended", "resting_rank", "chains"].map { row[$0] ?? "" } } == [
        ["entered", "0", "1"], ["entered", "1", "2"], ["entered", "2", "0"], ["entered", "3", "1"],
        ["entered", "diverged", "0"], ["entered", "not at rest", "0"],
        ["censored", "0", "0"], ["censored", "1", "1"], ["censored", "2", "1"],
        ["censored", "not at rest", "1"],
      ])
    let half = try BinomialProportion(events: 2, trials: 4).interval
    #expect(number(rows[1], "share") == 0.5 && number(rows[1], "share_lower") == half.lower)
    #expect(number(rows[1], "share_upper") == half.upper)
  }

  @Test(
    "A chain that diverges after its entry is one that entered, and its divergence is no exit and no want of rest"
  )
  func divergedAfter() throws {
    let gone = ChainOutcome(
      kind: .entered, time: 700, collapseTime: nil, stepsInside: 90, steps: 790, divergence: 790)
    let lost = ChainOutcome(
      kind: .entered, time: 700, collapseTime: nil, stepsInside: 200, steps: 900)
    let chains = [gone, lost, LadderSample.chain(800), LadderSample.chain(6000)]
    let files = try LadderSample.written(
      LadderSample.study("[sgd, gd]"), [chains, [LadderSample.chain(800)]])
    let rows = LadderSample.rows(files["directions.csv"])
    #expect(
      rows.map { $0["diverged_after"] } == ["1", "0"] && rows[0]["exits"] == "0"
        && rows[0]["steps_followed"] == "490")
    let share = try BinomialProportion(events: 1, trials: 3).interval
    #expect(
      number(rows[0], "diverged_after_fraction") == 1 / 3.0
        && number(rows[0], "diverged_after_fraction_lower") == share.lower
        && number(rows[0], "diverged_after_fraction_upper") == share.upper)
    let compared = LadderSample.rows(files["compare.csv"])
    #expect(
      compared[0]["diverged_after"] == "1" && compared[0]["diverged"] == "0"
        && compared[1]["diverged_after"] == "0")
    #expect(
      compared[0]["above_rank_upper"]
        == "\(try BinomialProportion(events: 0, trials: 1).interval.upper)")
    let resting = LadderSample.rows(files["resting.csv"]).filter {
      $0["arm"] == "0" && $0["ended"] == "entered"
    }
    #expect(
      resting.map { [$0["resting_rank"], $0["chains"]] } == [
        ["0", "0"], ["1", "1"], ["diverged", "1"], ["not at rest", "1"],
      ])
    #expect(files["compare.md"]?.contains("; 1 of 3 chains diverges after its entry") == true)
  }

  @Test(
    "temperature.csv: a row for each rank of a minimum, with medians and ends, the floor beside epsilon2, and exits"
  )
  func temperature() throws {
    let traces = [0.5, 0.1, 0.3, 0.4]
    let matched = traces.enumerated().map { index, trace in
      LadderSample.chain(
        700 + index, exits: index == 1 ? 1 : 0, inside: index == 1 ? 150 : 200,
        noise: MinimumNoise.Summary(trace: trace, rank: index == 3 ? nil : 2 - index / 2))
    }
    let given = (0..<4).map { LadderSample.chain(700 + $0) }
    let files = try LadderSample.written(
      LadderSample.study(
        "[sgd, langevin, { langevin: { temperature: 1e-6, substeps: 2 } }, gaussian-frozen]"),
      [given, matched, given, matched])
    let rows = LadderSample.rows(files["temperature.csv"])
    #expect(rows.map { $0["arm"] } == ["1", "1", "1", "2", "3", "3", "3"])
    #expect(
      rows.map { $0["minimum_rank"] } == ["1", "2", "not at rest", "", "1", "2", "not at rest"])
    #expect(rows.map { $0["chains"] } == ["1", "2", "1", "4", "1", "2", "1"])
    #expect(rows[3]["name"] == "langevin(temperature: 1e-06, substeps: 2)")
    #expect(
      rows.allSatisfy {
        $0["hidden_widths"] == "2" && $0["parameters"] == "12" && $0["eta"] == "0.2"
      })
    #expect(
      rows[1]["trace_median"] == "0.3" && rows[1]["trace_min"] == "0.1"
        && rows[1]["trace_max"] == "0.5")
    #expect(rows[0]["trace_max"] == "0.3" && rows[2]["trace_min"] == "0.4")
    #expect(abs(number(rows[1], "temperature_median") - 0.2 * 0.3 / 24) < 1e-15)
    // v = 2 eta T/(1 - 0.98^2); its one weight's f_alpha in closed form.
    let v = 0.4 * (0.2 * 0.3 / 24) / (1 - 0.98 * 0.98)
    #expect(abs(number(rows[1], "floor_variance") / v - 1) < 1e-12)
    #expect(
      (0.5...0.6).contains(number(rows[1], "floor")) && rows[1]["floor_se"] == ""
        && rows[1]["epsilon2"] == "0.1")
    let inside = FloorInside.probability(
      rows: 1, columns: 1, variance: v, alpha: 0.03, allowed: 0.1)
    #expect(
      abs(number(rows[1], "floor_inside") / inside - 1) < 1e-9 && rows[1]["floor_stands"] == "near")
    #expect(rows[3]["floor_stands"] == "below" && number(rows[3], "floor_inside") > 0.99)
    #expect(rows[3]["trace_median"] == "" && rows[3]["temperature_max"] == "1e-06")
    #expect(
      rows[5]["temperature_median"] == rows[1]["temperature_median"]
        && rows[5]["trace_max"] == "0.5")
    #expect(
      ["floor_variance", "floor", "epsilon2", "floor_inside", "floor_stands"].allSatisfy {
        rows[5][$0] == ""
      })
    #expect(files["summary.md"]?.contains("| not computed |") == true)
    // Chain 1, of rank 2, leaves once.
    #expect(
      rows.map { $0["entered"] } == rows.map { $0["chains"] }
        && rows.map { $0["exits"] } == ["0", "1", "0", "0", "0", "1", "0"])
    #expect(rows[1]["steps_inside"] == "350" && number(rows[1], "exit_rate") == 1 / 350.0)
    let exact = try PoissonRate(events: 1, exposure: 350)
    #expect(
      number(rows[1], "exit_rate_lower") == exact.lower
        && number(rows[1], "exit_rate_upper") == exact.upper)
    #expect(
      files["compare.md"]?.contains(
        "chains whose gd minimum has rank 1 (1) carry T = ") == false,
      "T of both ranks is the same in the median")
    #expect(files["summary.md"]?.contains("## Temperatures and floors") == true)
    #expect(
      try LadderSample.written(LadderSample.study("[sgd]"), [given])["temperature.csv"] == nil)
  }
}
