import Chains
import Ensemble
import Foundation
import Publishing
import Studies
import TestKit
import Testing

@testable import PaperReports

/// Small studies of the figures, and chains made up for them.
enum FigureSample {
  /// A study of Figure 1: the lag is 4 / (0.2 * 0.1) = 200 steps, and the test error of zeros 16.
  static let annealing = """
    study: small-annealing
    problem:
      two-by-two: { epsilon: 0.25 }
    network: { depth: 3, width: 2, init: { law: normal, std: 1/sqrt(width) } }
    convention: figures
    schedule:
      phases:
        - { steps: 500, eta: 0.03, lambda: 0.1 }
        - { eta: 0.2, lambda: 0.1 }
      offshoots: { at: [1000, 2000, 4000], steps: 100, eta: 0.02, lambda: 0.001 }
    horizon: 6000
    event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3 }
    record: { every: 100, chains: 2 }
    dynamics: [sgd]
    chains: 100
    seed: 7

    """

  /// A study of Figure 2: the quiet phase begins at step 5000, and the test error of zeros is 100.
  static let depth = """
    study: small-depth
    problem:
      two-by-two: { epsilon: 0.1 }
    network: { depth: 3, width: 2, init: { law: normal, std: 1/sqrt(width) } }
    convention: figures
    schedule:
      phases:
        - { steps: 5000, eta: 0.25, lambda: 0.1 }
        - { eta: 0.05, lambda: 0.001 }
      offshoots: { at: [5000], steps: 1000, eta: 0.05, lambda: 0.001 }
    horizon: 6000
    event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3 }
    record: { every: 500, chains: 2 }
    dynamics: [sgd]
    chains: 400
    seed: 7
    sweep: { network.depth: [3, 4] }

    """

  static func files(_ figure: PaperFigure, _ text: String, gnuplot: String = "gnuplot") throws
    -> FigureFiles
  {
    let study = try Study(text: text, file: "x.yaml")
    return FigureFiles(figure: figure, study: study, plan: try study.plan(), gnuplot: gnuplot)
  }

  /// What a report on made-up chains, a list an arm, comes to.
  static func answer(_ figure: PaperFigure, _ text: String, _ arms: [[ChainOutcome]]) throws
    -> FigureAnswer
  {
    let files = try files(figure, text)
    var report = try figure.report(study: files.study, plan: files.plan)
    for (arm, outcomes) in arms.enumerated() {
      for (chain, outcome) in outcomes.enumerated() {
        try report.add(arm: arm, chain: chain, outcome)
      }
    }
    let answer = try report.answer()
    #expect(answer.tables.map(\.name).sorted() == figure.kind.tables.sorted())
    return answer
  }

  static func point(_ step: Int, error: Double) -> PathPoint {
    PathPoint(
      step: step, fitError: 0.5, testError: error, singularValues: [2, 0.5], rank: 2,
      squaredNorms: [1, 1, 1], level: nil)
  }

  /// A chain that enters at `time`, or is censored at the horizon when that is nil, with offshoots
  /// that end with a test error.
  static func chain(
    entering time: Int?, offshoots: [(at: Int, error: Double?)], length: Int = 100,
    points: [PathPoint] = []
  ) -> ChainOutcome {
    let records = offshoots.map { offshoot in
      ChainRecord.Offshoot(
        at: offshoot.at,
        points: [
          point(offshoot.at, error: 9), point(offshoot.at + length, error: offshoot.error ?? 9),
        ],
        isDiverged: offshoot.error == nil)
    }
    return ChainOutcome(
      kind: time == nil ? .censored : .entered, time: time ?? 6000, collapseTime: nil, steps: 6000,
      record: ChainRecord(points: points, offshoots: records))
  }
}

/// Runs `body` with an empty folder that is removed afterwards.
func withFigureFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "rankfall-\(UUID().uuidString)"
  ).path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}
