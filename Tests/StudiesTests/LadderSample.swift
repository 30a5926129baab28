import AbsorbingSets
import Chains
import Ensemble
import Foundation
import Ladder
import Publishing

@testable import Studies

/// A study at one point with several rungs, and made-up chains for them.
enum LadderSample {
  static let network = [
    4: "network: { depth: 3, width: 2, init: { law: normal, std: 1/sqrt(width) } }"
  ]

  static func study(_ dynamics: String, _ changes: [Int: String] = [:], adding extra: [String] = [])
    throws -> Study
  {
    try StudySample.study(
      changes.merging(network) { $1 }.merging([11: "dynamics: \(dynamics)"]) { $1 }, adding: extra)
  }

  /// A chain that enters and is followed for 200 steps, or is censored at the horizon 6000.
  static func chain(
    _ time: Int, exits: Int = 0, reentries: Int = 0, inside: Int = 200, rests: Int? = nil,
    noise: MinimumNoise.Summary? = nil
  ) -> ChainOutcome {
    time < 6000
      ? ChainOutcome(
        kind: .entered, time: time, collapseTime: nil, exits: ExitCounts(rank: exits),
        reentries: reentries, stepsInside: inside,
        steps: time + 200,
        restingRank: rests ?? 1, noise: noise)
      : ChainOutcome(
        kind: .censored, time: 6000, collapseTime: nil, steps: 6000, restingRank: rests ?? 2,
        noise: noise)
  }

  /// Times after even quantiles of an exponential law with a delay, in a fixed disorder, so that
  /// chains of two arms go together as far as `twist` lets them.
  static func times(_ count: Int, delay: Double, mean: Double, twist: Int = 1) -> [Int] {
    (0..<count).map { index in
      let place = (index * 77 * twist + index % 3) % count
      return Int(delay - mean * log(1 - (Double(place) + 0.5) / Double(count)))
    }
  }

  /// The files that a report on these outcomes, by arm and chain, consists of.
  static func written(
    _ study: Study, _ outcomes: [[ChainOutcome]], gnuplot: String = "gnuplot",
    isChecked: Bool = false
  ) throws -> [String: String] {
    try withTemporaryFolder { (folder: String) throws in
      let report = StudyReport(study: study, plan: try study.plan(), gnuplot: gnuplot)
      let check = isChecked ? StudyCheck(try study.plan(), threads: 1) : nil
      try report.write(to: ReportFolder(folder), check: check, run: ReportSample.run) {
        arm, visit in
        for (chain, outcome) in outcomes[arm].enumerated() { try visit(chain, outcome) }
      }
      return try ReportSample.contents(folder).mapValues { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The rows of a CSV file as cells by their keys.
  static func rows(_ text: String?) -> [[String: String]] {
    let lines = (text ?? "").split(separator: "\n").map { cells($0) }
    guard let keys = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(keys, $0)) }
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
