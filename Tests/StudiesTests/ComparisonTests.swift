import Chains
import DeepLinear
import Foundation
import Ladder
import Publishing
import Survival
import Testing

@testable import Studies

@Suite("Comparisons of arms") struct ComparisonTests {
  /// Three rungs at two depths: at each, sgd in the middle, an arm that is sooner by pairs and
  /// leaves again, one that is too cold to be seen inside.
  private static let sweep = ["sweep: { network.depth: [3, 4] }"]
  private static let dynamics = "[{ sgd-batch: 2 }, sgd, { langevin: { temperature: matched } }]"
  private static let outcomes: [[ChainOutcome]] = (0..<2).flatMap { point in
    let base = LadderSample.times(120, delay: 800, mean: 1500 + 200 * Double(point))
    return [
      base.enumerated().map { index, time in
        LadderSample.chain(
          min(time * 2 / 3 + index % 7, 6000), exits: index % 40 == 0 ? 3 : 0,
          reentries: index % 40 == 0 ? 3 : 0, inside: 170)
      },
      base.map { LadderSample.chain(min($0, 6000)) },
      base.indices.map {
        LadderSample.chain(
          6000, rests: $0 == 0 ? 2 : 1, noise: MinimumNoise.Summary(trace: 4, rank: 2))
      },
    ]
  }

  private static let files = Result {
    try LadderSample.written(LadderSample.study(dynamics, adding: sweep), outcomes)
  }

  private func number(_ row: [String: String], _ key: String) -> Double {
    row[key].flatMap(Double.init) ?? .nan
  }

  @Test(
    "compare.csv: a row an arm, each against sgd of its own point, with what Survival says of the two"
  )
  func table() throws {
    let rows = LadderSample.rows(try Self.files.get()["compare.csv"])
    #expect(
      rows.map { $0["arm"] } == ["0", "1", "2", "3", "4", "5"]
        && rows.allSatisfy { $0["reference"] == "sgd" && $0["chains"] == "120" })
    #expect(
      rows.map { $0["shared"] } == [
        "start and entries", "", "start", "start and entries", "", "start",
      ])
    for arm in [0, 3] {
      let (row, own, others) = (rows[arm], Self.outcomes[arm], Self.outcomes[arm + 1])
      func sample(_ outcomes: [ChainOutcome]) throws -> RightCensoredSample {
        try RightCensoredSample(
          times: outcomes.map(\.time), observed: outcomes.map { $0.kind == .entered })
      }
      func pseudo(_ outcomes: [ChainOutcome]) throws -> PseudoObservations {
        try PseudoObservations(
          times: outcomes.map(\.time), observed: outcomes.map { $0.kind == .entered }, horizon: 6000
        )
      }
      let means = try RestrictedMeanComparison(
        first: KaplanMeierEstimate(sample(others)), second: KaplanMeierEstimate(sample(own)),
        horizon: 6000)
      #expect(number(row, "rmst_difference") == means.difference.value)
      #expect(number(row, "rmst_difference_lower") == means.difference.inference?.interval.lower)
      let paired = try PairedRestrictedMean(first: pseudo(others), second: pseudo(own)).difference
      #expect(
        number(row, "rmst_difference_paired") == paired.value
          && number(row, "correlation") == paired.correlation)
      #expect(
        number(row, "rmst_difference_paired_upper") == paired.inference?.interval.upper
          && row["pairs"] == "120")
      let width =
        number(row, "rmst_difference_paired_upper") - number(row, "rmst_difference_paired_lower")
      #expect(
        width < 0.5 * (number(row, "rmst_difference_upper") - number(row, "rmst_difference_lower")),
        "pairs tell more")
      let model = try GroupHazards(GroupedSample([sample(others), sample(own)]))
      let interval = try model.profileInterval(of: 1, to: 0)
      #expect(number(row, "hazard_ratio") == model.hazardRatio(of: 1, to: 0).estimate?.value)
      #expect(
        number(row, "hazard_ratio_lower") == interval.lower
          && number(row, "hazard_ratio_upper") == interval.upper)
      #expect(number(row, "hazard_ratio_p") == (try model.profilePValue(of: 1, to: 0)))
      #expect(number(row, "proportionality_p") == (try model.proportionalityTest().test?.pValue))
      #expect(
        number(row, "log_rank_p")
          == (try WeightedLogRank(GroupedSample([sample(others), sample(own)])).test?.pValue))
      #expect(row["exits"] == "9" && row["chains_above_rank"] == "0" && row["diverged"] == "0")
    }
    let tests = [0, 2, 3, 5].map { number(rows[$0], "log_rank_p") }
    #expect(
      [0, 2, 3, 5].map { number(rows[$0], "log_rank_p_holm") }
        == HolmAdjustment.adjusted(tests).map { $0 ?? .nan })
  }

  @Test(
    "An arm that never enters has a ratio of 0 with an upper limit, and no interval of its mean")
  func never() throws {
    let row = LadderSample.rows(try Self.files.get()["compare.csv"])[2]
    #expect(row["entered"] == "0" && row["hazard_ratio"] == "0" && row["hazard_ratio_lower"] == "0")
    #expect(number(row, "hazard_ratio_upper") < 0.1 && number(row, "log_rank_p") < 1e-10)
    #expect(
      number(row, "rmst_difference") > 1000 && row["rmst_difference_lower"] == ""
        && row["rmst_difference_paired_upper"] == "")
    #expect(row["exits"] == "0" && row["rank_exit_rate"] == "" && row["above_rank"] == "")
  }

  @Test("compare.md: what the numbers support, a sentence an arm, before the tables")
  func prose() throws {
    let text = try #require(try Self.files.get()["compare.md"])
    #expect(
      text.hasPrefix(
        """
        # small: arms compared

        The event: first step in B_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance spectral. Arms are compared at hidden width 2. \
        Each arm is compared with the reference of its sweep point, which is sgd where that is one of its arms.

        sgd-batch(2), network.depth = 3 falls sooner than sgd (restricted mean
        """.replacing("restricted mean\n", with: "restricted mean")), "\(text.prefix(600))")
    #expect(text.contains("\nsgd, network.depth = 3, the reference, enters B_1 in "))
    #expect(
      text.contains(
        "\nlangevin(temperature: matched), network.depth = 3 never enters B_1 within the horizon (none of 120 chains, a share below 3.0 %, hazard ratio below 0."
      ))
    #expect(
      text.contains(
        "but gd leads 119 of 120 of its last states to rank 1: these are in the basin of rank 1 at the end; its floor (expected f_alpha 0."
      ))
    #expect(
      text.contains("## Restricted means, against the reference\n")
        && text.contains("## What comes after an entry\n"))
    #expect(
      try Self.files.get()["summary.md"]?.contains(
        "Arms are compared at hidden width 2. compare.md says how they compare.") == true
    )
  }

  @Test("compare.tex holds the same sentences and tables")
  func latex() throws {
    let text = try #require(try Self.files.get()["compare.tex"])
    #expect(
      text.contains("\\label{tab:compare-means}") && text.contains("\\label{tab:compare-stay}"))
    #expect(
      text.contains("\nsgd-batch(2), network.depth = 3 falls sooner than sgd (restricted mean "))
    #expect(!text.contains("nan") && !text.contains("inf "))
  }

  @Test("The reference is sgd, or the first arm; one arm at each point is no comparison")
  func points() throws {
    func points(_ dynamics: String) throws -> [SweepPoint] {
      SweepPoint.compared(try LadderSample.study(dynamics, adding: Self.sweep).plan())
    }
    #expect(
      try points("[gd, sgd]") == [
        SweepPoint(arms: [0, 1], reference: 1), SweepPoint(arms: [2, 3], reference: 3),
      ])
    #expect(
      try points("[gd, langevin, sgd-shuffled]") == [
        SweepPoint(arms: [0, 1, 2], reference: 0), SweepPoint(arms: [3, 4, 5], reference: 3),
      ])
    #expect(try points("[sgd]").isEmpty)
  }

  @Test("Comparisons of an earlier study do not stay beside one without any")
  func stale() throws {
    try withTemporaryFolder { (folder: String) throws in
      let names =
        ComparisonReport.files + [
          "compare.csv", "compare.gp", "compare.svg", "compare.png", "directions.csv",
          "temperature.csv", "pairs.csv",
        ]
      for name in names {
        try "earlier".write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
      }
      try ReportSample.report().write(
        to: ReportFolder(folder), run: ReportSample.run, outcomes: ReportSample.visit)
      let found = try ReportSample.contents(folder)
      #expect(names.filter { found[$0] != nil } == ["directions.csv"])
      #expect(found["directions.csv"] != Data("earlier".utf8))
    }
  }

  @Test("What chains share is what their rungs draw alike")
  func shared() throws {
    func shared(_ one: Rung, _ other: Rung) throws -> SharedNumbers {
      let motion = try LadderSample.study("[sgd]").arms[0].law.motion
      return motion.with(one).sharedNumbers(with: motion.with(other))
    }
    #expect(
      try shared(.sgd, .sgdBatch(3)) == .entries && shared(.sgdBatch(2), .sgdBatch(3)) == .entries)
    #expect(
      try shared(.sgd, .labelNoise(std: 0.1)) == .entries && shared(.sgd, .sgdShuffled) == .start)
    #expect(try shared(.gaussianMatched(substeps: 1), .gaussianFrozen(substeps: 4)) == .normals)
    #expect(
      try shared(.langevin(.matched, substeps: 1), .langevin(.number(1), substeps: 2)) == .normals)
    #expect(try shared(.langevin(.matched, substeps: 1), .gaussianFrozen(substeps: 1)) == .start)
    for rung in [
      Rung.gradientDescent, .sgdShuffled, .gaussianMatched(substeps: 1),
      .langevin(.matched, substeps: 1),
    ] {
      #expect(
        try shared(.sgd, rung) == .start && shared(.gradientDescent, rung) == .start
          || rung == .gradientDescent)
    }
  }

  @Test(
    "Pairs are the first chains where arms have other numbers; divergences, lone chains and no entries leave gaps, and nothing else"
  )
  func uneven() throws {
    let fell = (0..<30).map { LadderSample.chain(500 + 37 * $0) }
    let gone = (0..<30).map {
      ChainOutcome(kind: .diverged, time: 100 + $0, collapseTime: nil, steps: 100 + $0)
    }
    let files = try LadderSample.written(
      LadderSample.study("[sgd, gd, sgd-shuffled, gaussian-matched, { sgd-batch: 9 }]"),
      [
        fell, Array(fell.prefix(7)), gone, [LadderSample.chain(40)],
        [LadderSample.chain(6000), LadderSample.chain(6000)],
      ])
    let rows = LadderSample.rows(files["compare.csv"])
    #expect(rows.map { $0["pairs"] } == ["", "7", "30", "0", "2"])
    #expect(
      rows[2]["rmst_difference"] == "" && rows[2]["diverged_fraction"] == "1"
        && rows[2]["hazard_ratio"] == "")
    #expect(
      rows[3]["rmst_difference_paired"] == "" && rows[4]["rmst_difference_paired_lower"] == "")
    #expect(
      !files.values.contains { $0.contains("nan,") || $0.contains(",inf") || $0.contains(",nan") })
    #expect(
      files["compare.md"]?.contains(
        "sgd-shuffled never enters B_1 within the horizon (none of 30 chains, a share below 11.6 %")
        == true)
    #expect(files.keys.contains("compare.png"))
  }

  @Test("A sentence quotes pairs only where both arms have as many chains; the table has both")
  func unequal() throws {
    let times = LadderSample.times(60, delay: 800, mean: 1500)
    let (own, others) = (
      times.map { LadderSample.chain(min($0 * 2 / 3, 5900)) },
      times.map { LadderSample.chain(min($0, 5900)) }
    )
    func sentence(_ count: Int) throws -> Substring {
      let files = try LadderSample.written(
        LadderSample.study("[sgd, { sgd-batch: 2 }]"), [others, Array(own.prefix(count))])
      let row = LadderSample.rows(files["compare.csv"])[1]
      #expect(
        row["pairs"] == "\(count)" && row["rmst_difference_paired_lower"] != ""
          && row["rmst_difference_lower"] != "")
      return (files["compare.md"] ?? "").split(separator: "\n").first {
        $0.hasPrefix("sgd-batch(2) ")
      } ?? ""
    }
    #expect(try sentence(60).contains(", by pairs"))
    let uneven = try sentence(59)
    #expect(uneven.contains("restricted mean ") && !uneven.contains("by pairs"))
  }

  @Test("Nobody enters anywhere: everything is written, nothing is compared")
  func nobody() throws {
    let chains = (0..<5).map { _ in LadderSample.chain(6000) }
    let files = try LadderSample.written(LadderSample.study("[sgd, gd]"), [chains, chains])
    let row = LadderSample.rows(files["compare.csv"])[1]
    #expect(
      ["hazard_ratio", "hazard_ratio_p", "log_rank_p", "log_rank_p_holm", "rank_exit_rate"]
        .allSatisfy { row[$0] == "" })
    #expect(row["rmst_difference"] == "0" && row["rmst_difference_lower"] == "")
    #expect(
      files["compare.md"]?.contains("| never compared |") == true
        && files.keys.contains("compare.svg"))
  }

  @Test(
    "A floor is spoken of in the phase that chains end in, and where chains are judged by their own weights"
  )
  func floors() throws {
    func sentence(_ changes: [Int: String]) throws -> String {
      let outcomes = [
        (0..<9).map { LadderSample.chain(700 + 50 * $0) },
        (0..<9).map { _ in LadderSample.chain(6000, rests: 1) },
      ]
      let files = try LadderSample.written(
        LadderSample.study("[sgd, { langevin: { temperature: 0.01 } }]", changes), outcomes)
      let lines = (files["compare.md"] ?? "").split(separator: "\n")
      return String(lines.first { $0.hasPrefix("langevin") } ?? "")
    }
    #expect(
      try sentence([:]).hasSuffix(
        "; its floor (expected f_alpha 0.77 against epsilon2 = 0.1) is within what B_1 allows 9.8 % of the time."
      ))
    let neither =
      "but gd leads 9 of 9 of its last states to rank 1: these are in the basin of rank 1 at the end."
    #expect(
      try sentence([
        7: "  - { steps: 500, eta: 0.2, lambda: 0.1 }", 8: "  - { eta: 0.03, lambda: 0.1 }",
      ]).hasSuffix(neither))
    let event =
      "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 200, quench: 64 }"
    let judged = try sentence([10: event])
    #expect(
      judged.hasSuffix(neither)
        && judged.contains(" never enters the basin of B_1 within the horizon "))
  }

  @Test("Looks and widths are said in words")
  func words() throws {
    let event =
      "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, quench: { every: 64, looks: 3 } }"
    let arms = try LadderSample.study("[sgd]", [10: event]).arms
    #expect(
      ArmWords.event(arms)
        == "first look into the basin of B_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance spectral; gradient descent is followed "
        + "to its rest every 64 steps, and 3 looks in a row must see the chain inside")
    #expect(
      ArmWords.event(arms + (try LadderSample.study("[sgd]").arms))
        == "first step in the absorbing set of the arm")
    let shapes = try [[4, 6], [5, 5]].map {
      try NetworkShape(inputs: 2, hiddenWidths: $0, outputs: 2)
    }
    #expect(shapes.map(ArmWords.widths) == ["4 x 6", "5"])
    let swept = try StudySample.study(adding: ["sweep: { network.width: [2, 4] }"]).arms
    #expect(
      ArmWords.comparedWidths(swept)
        == "Arms are compared within their sweep points, at the hidden widths 2, 4.")
  }

  @Test("Two runs write the same bytes, pictures included")
  func deterministic() throws {
    let again = try LadderSample.written(
      LadderSample.study(Self.dynamics, adding: Self.sweep), Self.outcomes)
    let first = try Self.files.get()
    for (name, text) in first where name != "provenance.json" {
      #expect(again[name] == text, "\(name)")
    }
    #expect(
      first.keys.contains("compare.png")
        && first["compare.svg"]?.contains("langevin(temperature: matched),") == true)
  }
}

extension Motion {
  fileprivate func with(_ rung: Rung) -> Motion {
    var motion = self
    motion.rung = rung
    return motion
  }
}
