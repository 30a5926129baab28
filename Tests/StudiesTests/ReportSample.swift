import AbsorbingSets
import Chains
import Foundation
import Testing

@testable import Studies

/// Two arms of five chains, made by hand so that their estimates can be checked on paper.
enum ReportSample {
  static let sweep = ["sweep: { network.depth: [3, 4] }"]
  static let tables = [
    "chains.csv", "directions.csv", "hazard.csv", "hazard.gp", "incidence.csv", "incidence.gp",
    "outcomes.csv", "passages.csv",
    "plateau.csv", "resting.csv", "summary.csv", "summary.md", "survival.csv", "survival.gp",
  ]
  static let pictures = ["hazard", "incidence", "survival"].flatMap { [$0 + ".svg", $0 + ".png"] }

  static let outcomes: [[ChainOutcome]] = [
    [
      ChainOutcome(
        kind: .entered, time: 1200, collapseTime: nil, stepsInside: 200, steps: 1400, restingRank: 1
      ),
      ChainOutcome(
        kind: .entered, time: 700, collapseTime: nil, exits: ExitCounts(rank: 2), reentries: 1,
        stepsInside: 120, steps: 900,
        restingRank: 2),
      ChainOutcome(kind: .censored, time: 6000, collapseTime: nil, steps: 6000, restingRank: 2),
      ChainOutcome(
        kind: .entered, time: 1200, collapseTime: 1150, exits: ExitCounts(rank: 1), reentries: 1,
        stepsInside: 180, steps: 1400,
        restingRank: 0),
      ChainOutcome(kind: .diverged, time: 1500, collapseTime: nil, steps: 1500),
    ],
    [ChainOutcome](
      repeating: ChainOutcome(kind: .censored, time: 6000, collapseTime: nil, steps: 6000), count: 5
    ),
  ]

  static let run = RunFacts(
    started: Date(timeIntervalSince1970: 1_000_000),
    finished: Date(timeIntervalSince1970: 1_000_004), threads: 2,
    chainSteps: 41_200)

  static func report(
    _ changes: [Int: String] = [:], adding extra: [String] = sweep, gnuplot: String = "gnuplot"
  ) throws
    -> StudyReport
  {
    let study = try StudySample.study(changes, adding: extra)
    return StudyReport(study: study, plan: try study.plan(), gnuplot: gnuplot)
  }

  static func visit(_ arm: Int, _ visit: (Int, ChainOutcome) throws -> Void) throws {
    for (chain, outcome) in outcomes[arm].enumerated() { try visit(chain, outcome) }
  }

  static func text(_ folder: String, _ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

  /// The names and contents of everything in a folder.
  static func contents(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: try names.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0)))
      })
  }
}
