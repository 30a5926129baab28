import Chains
import Foundation
import Publishing
import Testing

@testable import Studies

@Suite("Tables") struct ReportTests {
  private func written(_ report: StudyReport, outcomes: StudyReport.Outcomes = ReportSample.visit)
    throws -> [String: String]
  {
    try withTemporaryFolder { (folder: String) throws in
      try report.write(
        to: ReportFolder(folder + "/deep/results"), run: ReportSample.run, outcomes: outcomes)
      return try ReportSample.contents(folder + "/deep/results").mapValues {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  /// Whether two cells are the same text, or the same number to 12 digits (the last ones are the C
  /// library's).
  private func same(_ found: Substring, _ expected: Substring) -> Bool {
    if found == expected { return true }
    guard let found = Double(found), let expected = Double(expected) else { return false }
    return abs(found - expected) <= 1e-12 * abs(expected)
  }

  private func expectTable(_ found: String?, _ expected: String) throws {
    let found = try #require(found).split(separator: "\n", omittingEmptySubsequences: false)
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(found.first == expected.first)
    #expect(found.count == expected.count)
    for (line, golden) in zip(found, expected) {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let goldens = golden.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells.count == goldens.count && zip(cells, goldens).allSatisfy(same), "\(line)")
    }
  }

  @Test("The folder holds these files and nothing else")
  func names() throws {
    let files = try written(ReportSample.report())
    #expect(
      Set(files.keys) == Set(ReportSample.tables + ReportSample.pictures + ["provenance.json"]))
  }

  @Test("chains.csv, to the letter")
  func chains() throws {
    let files = try written(ReportSample.report())
    #expect(
      files["chains.csv"] == """
        arm,chain,outcome,time,collapse_time,exits
        0,0,entered,1200,,0
        0,1,entered,700,,2
        0,2,censored,6000,,0
        0,3,entered,1200,1150,1
        0,4,diverged,1500,,0
        1,0,censored,6000,,0
        1,1,censored,6000,,0
        1,2,censored,6000,,0
        1,3,censored,6000,,0
        1,4,censored,6000,,0

        """)
  }

  // By hand, arm 0: S = 4/5 at 700 and 4/5 * 2/4 at 1200, where nothing changes after; se(1200) =
  // 0.4 sqrt(1/20 + 2/8); rmst = 700 + 0.8 * 500 + 0.4 * 4800; 3 events in 10 600 steps.
  @Test("summary.csv, to the letter but for the last digits of estimates")
  func summary() throws {
    try expectTable(
      try written(ReportSample.report())["summary.csv"],
      """
      arm,dynamics,convention,network.depth,chains,entered,censored,diverged,collapsed,exits,median,median_lower,median_upper,\
      rmst,rmst_se,entered_fraction,entered_fraction_lower,entered_fraction_upper,rate,rate_lower,rate_upper,chain_steps
      0,sgd,figures,3,5,3,1,1,1,3,1200,700,,3020,1091.2011730198974,0.6,0.14663279963467318,0.947255049473683,\
      0.0002830188679245283,5.836529461279261e-05,0.0008271012329945588,10600
      1,sgd,figures,4,5,0,5,0,0,0,,,,6000,0,0,0,0.5218237501049814,0,0,0.0001229626484704645,30000

      """)
  }

  @Test("survival.csv, to the letter but for the last digits of estimates")
  func survival() throws {
    try expectTable(
      try written(ReportSample.report())["survival.csv"],
      """
      arm,time,at_risk,events,censored,survival,std_error,lower,upper,cumulative_hazard
      0,700,5,1,0,0.8,0.17888543819998318,0.2038092632676392,0.9691797888667426,0.2
      0,1200,4,2,0,0.4,0.21908902300206645,0.05197575037746756,0.7528157913587552,0.7
      0,1500,2,0,1,0.4,0.21908902300206645,0.05197575037746756,0.7528157913587552,0.7
      0,6000,1,0,1,0.4,0.21908902300206645,0.05197575037746756,0.7528157913587552,0.7
      1,6000,5,0,5,1,0,,,0

      """)
  }

  @Test("summary.md reads well, and says what the convention means elsewhere")
  func prose() throws {
    let text = try #require(try written(ReportSample.report())["summary.md"])
    let opening = """
      # small

      The event: first step in B_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance spectral. Times are in steps.

      - Careful, sgd, network.depth = 3: 2 of 3 chains leave B_1 again (exits: 3 by the rank), and 83.3 % of the steps after an entry are inside.

      | arm | dynamics | convention | network.depth | chains | entered | censored | diverged | collapsed | exits | median | rmst \
      | entered_fraction | rate | chain_steps |
      | ---: | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | 0 | sgd | figures | 3 | 5 | 3 | 1 | 1 | 1 | 3 | 1200 (700 or later) | 3000 ± 1100 | 60.0 % (14.7 to 94.7) \
      | 2.83e-4 (5.84e-5 to 8.27e-4) | 10600 |
      | 1 | sgd | figures | 4 | 5 | 0 | 5 | 0 | 0 | 0 | not reached | 6000 | 0.0 % (0.0 to 52.2) | 0 (0 to 1.23e-4) | 30000 |

      ## How chains ended

      | arm | outcome | chains | share |
      | ---: | --- | ---: | ---: |
      | 0 | entered | 2 | 40.0 % (5.3 to 85.3) |
      | 0 | collapsed | 1 | 20.0 % (0.5 to 71.6) |
      | 0 | diverged | 1 | 20.0 % (0.5 to 71.6) |
      | 0 | censored | 1 | 20.0 % (0.5 to 71.6) |
      | 1 | entered | 0 | 0.0 % (0.0 to 52.2) |
      | 1 | collapsed | 0 | 0.0 % (0.0 to 52.2) |
      | 1 | diverged | 0 | 0.0 % (0.0 to 52.2) |
      | 1 | censored | 5 | 100.0 % (47.8 to 100.0) |

      ## Where the hazard is flat

      | arm | onset | rate beyond it (interval) | Poisson interval from | to | may change by a factor from | to | events beyond it \
      | time at risk | p at the choice |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | 0 | no plateau found |  |  |  |  |  |  |  |  |
      | 1 | no plateau found |  |  |  |  |  |  |  |  |

      ## Both directions: exits and re-entries

      | arm | name | entered | steps_followed | steps_inside | inside | exits | by rank | by bound | by balance | rank exit rate | clustered from | to | \
      exit_rate | clustered from | to | dispersion | chains_with_exit | with_exit | diverged_after | diverged after | reentries | steps_outside | reentry_rate | clustered from | to |
      | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | \
      ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | 0 | sgd, network.depth = 3 | 3 | 600 | 500 | 83.3 % (10.8 to 99.5) | 3 | 3 | 0 | 0 | 6.00e-3 (1.24e-3 to 1.75e-2) | 2.74e-4 | \
      1.31e-1 | 6.00e-3 (1.24e-3 to 1.75e-2) | 2.74e-4 | \
      1.31e-1 | 1.74 | 2 | 66.7 % (9.4 to 99.2) | 0 | 0.0 % (0.0 to 70.8) | 2 | 100 | 2.00e-2 (2.42e-3 to 7.22e-2) | 9.77e-6 | 4.09e1 |
      | 1 | sgd, network.depth = 4 | 0 | 0 | 0 | never inside | 0 | 0 | 0 | 0 | no such step | not defined | not defined | no such step | not defined | not defined | not \
      defined | 0 | not defined | 0 | not defined | 0 | 0 | no such step | not defined | not defined |

      ## Where gradient descent leads from the last states

      | arm | name | ended | resting_rank | chains | share |
      | ---: | --- | --- | --- | ---: | ---: |
      | 0 | sgd, network.depth = 3 | entered | 0 | 1 | 33.3 % (0.8 to 90.6) |
      | 0 | sgd, network.depth = 3 | entered | 1 | 1 | 33.3 % (0.8 to 90.6) |
      | 0 | sgd, network.depth = 3 | entered | 2 | 1 | 33.3 % (0.8 to 90.6) |
      | 0 | sgd, network.depth = 3 | entered | diverged | 0 | 0.0 % (0.0 to 70.8) |
      | 0 | sgd, network.depth = 3 | entered | not at rest | 0 | 0.0 % (0.0 to 70.8) |
      | 0 | sgd, network.depth = 3 | censored | 0 | 0 | 0.0 % (0.0 to 97.5) |
      | 0 | sgd, network.depth = 3 | censored | 1 | 0 | 0.0 % (0.0 to 97.5) |
      | 0 | sgd, network.depth = 3 | censored | 2 | 1 | 100.0 % (2.5 to 100.0) |
      | 0 | sgd, network.depth = 3 | censored | not at rest | 0 | 0.0 % (0.0 to 97.5) |
      | 1 | sgd, network.depth = 4 | censored | 0 | 0 | 0.0 % (0.0 to 52.2) |
      | 1 | sgd, network.depth = 4 | censored | 1 | 0 | 0.0 % (0.0 to 52.2) |
      | 1 | sgd, network.depth = 4 | censored | not at rest | 5 | 100.0 % (47.8 to 100.0) |

      ## What was run

      Convention `figures`: a step multiplies every weight by 1 - eta lambda and subtracts 2 eta (A_k - a_k) times the gradient of A_k.

      The schedule:

      - 500 steps: `figures`(eta = 0.03, lambda = 0.1), the same as `main`(eta = 0.06, lambda = 0.025) and as `appendix`\
      (eta = 0.06, lambda = 0.05)
      - to the end: `figures`(eta = 0.2, lambda = 0.1), the same as `main`(eta = 0.4, lambda = 0.025) and as `appendix`\
      (eta = 0.4, lambda = 0.05)

      ## How to read this

      Parentheses hold 95 % intervals, ± a standard error.
      """
    #expect(text.hasPrefix(opening), "\(text.commonPrefix(with: opening).suffix(80))")
    #expect(text.contains("A chain that diverged counts as censored at the step of its divergence"))
  }

  // Arm 0 by hand: 1 of 5 at 700; 2 of the 4 at risk at 1200, one entered and one collapsed; then 1
  // of 2 diverges at 1500.
  @Test("incidence.csv: each way to end, at its times and the last")
  func incidence() throws {
    let files = try written(ReportSample.report())
    let rows = try #require(files["incidence.csv"]).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(
      rows[0].joined(separator: ",")
        == "arm,cause,time,at_risk,events,other_events,censored,incidence,std_error,lower,upper")
    let expected: [(String, [String], Double)] = [
      ("entered", ["700", "5", "1", "0", "0"], 0.2),
      ("entered", ["1200", "4", "1", "1", "0"], 0.4),
      ("entered", ["6000", "1", "0", "0", "1"], 0.4),
      ("collapsed", ["1200", "4", "1", "1", "0"], 0.2),
      ("collapsed", ["6000", "1", "0", "0", "1"], 0.2),
      ("diverged", ["1500", "2", "1", "0", "0"], 0.2),
      ("diverged", ["6000", "1", "0", "0", "1"], 0.2),
    ]
    #expect(rows.count == 1 + expected.count, "an arm without events has no rows")
    for (row, (cause, counts, value)) in zip(rows.dropFirst(), expected) {
      #expect(row[0] == "0" && row[1] == cause && row[2...6].map(String.init) == counts, "\(row)")
      #expect(abs((Double(row[7]) ?? .nan) - value) < 1e-12, "\(row)")
    }
    // Binomial before the first censoring: sqrt(0.2 0.8 / 5).
    #expect(abs((Double(rows[1][8]) ?? .nan) - (0.2 * 0.8 / 5).squareRoot()) < 1e-12)
  }

  @Test("outcomes.csv and plateau.csv: a burn-in and then a flat rate are found")
  func plateau() throws {
    // Nobody before step 1000; then each of 400 chains after an even quantile of an exponential law
    // with rate 1/500.
    let files = try written(ReportSample.report(adding: [])) { _, visit in
      for chain in 0..<400 {
        let time = 1000 - 500 * log(1 - (Double(chain) + 0.5) / 400)
        try visit(
          chain, ChainOutcome(kind: .entered, time: Int(time), collapseTime: nil, steps: Int(time)))
      }
    }
    let row = try #require(files["plateau.csv"]).split(separator: "\n")[1].split(separator: ",")
      .compactMap { Double($0) }
    #expect((1000...1100).contains(row[1]) && row[3] < 0.002 && 0.002 < row[4], "\(row)")
    #expect(
      files["outcomes.csv"]?.hasPrefix(
        "arm,outcome,chains,share,share_lower,share_upper\n0,entered,400,1,0.990") == true)
    #expect(
      files.keys.contains("hazard.png") && !files.keys.contains("incidence.png"),
      "one way to end is no competition")
  }

  @Test("A swept convention has one column, and every convention its line")
  func sweptConvention() throws {
    let files = try written(
      ReportSample.report(adding: ["sweep: { convention: [main, appendix] }"]))
    #expect(files["summary.csv"]?.hasPrefix("arm,dynamics,convention,chains,") == true)
    #expect(files["summary.csv"]?.contains("\n1,sgd,appendix,5,0,") == true)
    #expect(
      files["summary.md"]?.contains(
        "Convention `main`: a step multiplies every weight by 1 - 2 eta lambda and subtracts eta (")
        == true)
    #expect(files["survival.gp"]?.contains("small: conventions main, appendix") == true)
  }

  @Test("Without a follow-up exits are not defined, and stay empty")
  func notFollowed() throws {
    let event = "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3 }"
    let files = try written(ReportSample.report([10: event], adding: []))
    #expect(files["summary.csv"]?.contains("\n0,sgd,figures,5,3,1,1,1,,1200,") == true)
    #expect(files["summary.md"]?.contains("| not watched |") == true)
  }

  @Test(
    "Chains that all enter at step 0 have no rate, and chains that all diverge no mean up to the horizon"
  )
  func degenerate() throws {
    let files = try written(ReportSample.report()) { arm, visit in
      for chain in 0..<5 {
        try visit(
          chain,
          ChainOutcome(
            kind: arm == 0 ? .entered : .diverged, time: 40 * arm, collapseTime: nil,
            steps: 40 * arm))
      }
    }
    let rows = try #require(files["summary.csv"]).split(separator: "\n").dropFirst()
    #expect(rows.first?.hasSuffix(",1,,,,0") == true && rows.first?.contains(",0,,,0,0,1,") == true)
    #expect(rows.last?.contains(",0,0,5,0,0,,,,,,0,0,0.52") == true)
    #expect(!files.values.contains { $0.contains("nan,") || $0.contains(",inf") })
    #expect(files["survival.csv"]?.contains("\n0,0,5,5,0,0,,,,1\n") == true)
  }
}
