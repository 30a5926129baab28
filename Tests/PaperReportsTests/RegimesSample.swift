import AbsorbingSets
import Chains
import Ensemble
import Foundation
import Publishing
import Studies

@testable import PaperReports

/// A study over a grid of 2 x 2 cells, and outcomes by hand.
enum RegimesSample {
  static let sweep = "{ schedule.1.eta: [0.1, 0.4], schedule.1.lambda: [0.05, 0.2] }"

  static func study(
    sweep: String? = sweep, dynamics: String = "[sgd, gd]", follow: Int = 100, chains: Int = 4
  ) throws -> Study {
    try Study(
      text: """
        study: sample
        problem:
          two-by-two: { epsilon: 0.25 }
        network: { depth: 3, width: 2, init: { law: normal, std: 1/sqrt(width) } }
        convention: figures
        schedule:
          - { steps: 500, eta: 0.03, lambda: 0.1 }
          - { eta: 0.2, lambda: 0.1 }
        horizon: 6000
        event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: \(follow) }
        dynamics: \(dynamics)
        chains: \(chains)
        seed: 7
        \(sweep.map { "sweep: \($0)" } ?? "")

        """, file: "sample.yaml")
  }

  static func entered(_ time: Int, collapse: Int? = nil, exits: Int = 0, diverges: Bool = false)
    -> ChainOutcome
  {
    ChainOutcome(
      kind: .entered, time: time, collapseTime: collapse, exits: ExitCounts(rank: exits),
      steps: time + (diverges ? 10 : 100),
      divergence: diverges ? time + 10 : nil)
  }
  static let censored = ChainOutcome(kind: .censored, time: 6_000, collapseTime: nil, steps: 6_000)
  static let diverged = ChainOutcome(kind: .diverged, time: 700, collapseTime: nil, steps: 700)

  /// Those of the sample's eight arms: each point of the sweep with sgd, then gd.
  static let outcomes: [[ChainOutcome]] = [
    [censored, censored, censored, entered(3_000)],
    [censored, censored, censored, censored],
    [entered(1_000), entered(1_200), entered(1_400), entered(1_600)],
    [entered(1_500), entered(1_500), entered(1_500), entered(1_500)],
    [entered(900, exits: 2), entered(1_100), censored, diverged],
    [censored, censored, censored, censored],
    [
      entered(600, collapse: 650), entered(620, collapse: 630), entered(640, diverges: true),
      diverged,
    ],
    [entered(800), entered(800), censored, censored],
  ]

  static func visit(_ arm: Int, _ visit: (Int, ChainOutcome) throws -> Void) throws {
    for (chain, outcome) in outcomes[arm].enumerated() { try visit(chain, outcome) }
  }

  /// The files that a report writes, by name.
  static func files(of study: Study, outcomes: StudyReport.Outcomes = visit) throws -> [String:
    Data]
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "rankfall-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try RegimeReport(study: study, plan: try study.plan()).write(
      to: ReportFolder(folder), outcomes: outcomes)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, FileManager.default.contents(atPath: folder + "/" + $0) ?? Data())
      })
  }
}
