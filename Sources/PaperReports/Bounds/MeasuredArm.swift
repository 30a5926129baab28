import Chains
import Ensemble
import Ladder
import Publishing
import Studies

/// What an ensemble measured in one arm: its row in summary.csv and, where chains were followed
/// after their entry, in directions.csv.
struct MeasuredArm {
  let index: Int
  let arm: Arm
  private let summary: [String: String]
  private let directions: [String: String]

  /// Reads the results of a study.
  ///
  /// - Throws: `ResultsAbsence` where there are none, or those of another study.
  static func read(_ study: Study, from folder: String) throws(ResultsAbsence) -> [MeasuredArm] {
    let path = folder + "/summary.csv"
    guard let summary = ResultRows(path: path) else {
      throw ResultsAbsence(
        "\(path) is not there or cannot be read; `rankfall run \(study.file)` makes it")
    }
    let directions = ResultRows(path: folder + "/directions.csv")?.rows ?? []
    guard summary.rows.count == study.arms.count else {
      throw ResultsAbsence(
        "\(path) has \(summary.rows.count) arms, not \(study.arms.count): it is of another study")
    }
    var arms: [MeasuredArm] = []
    for (index, (arm, row)) in zip(study.arms, summary.rows).enumerated() {
      let isOfArm =
        row["dynamics"] == arm.dynamics && arm.swept.allSatisfy { row[$0.key] == $0.value }
      guard isOfArm, Int(row["arm"] ?? "") == index else {
        throw ResultsAbsence("\(path), arm \(index): not the arm of this study; it is of another")
      }
      let followed = directions.first { Int($0["arm"] ?? "") == index }
      arms.append(MeasuredArm(index: index, arm: arm, summary: row, directions: followed ?? [:]))
    }
    return arms
  }

  /// A whole number of one of the tables.
  func count(_ key: String) -> Int? { (summary[key] ?? directions[key]).flatMap { Int($0) } }

  /// A number of one of the tables.
  func number(_ key: String) -> Double? { (summary[key] ?? directions[key]).flatMap { Double($0) } }

  /// An estimate with its interval.
  func estimate(_ key: String, kind: Estimate.Kind = .quantity, style: NumberStyle? = nil)
    -> Estimate
  {
    Estimate(number(key), number(key + "_lower"), number(key + "_upper"), kind: kind, style: style)
  }

  /// Whether chains were followed after their entry.
  var isFollowed: Bool { !directions.isEmpty }

  /// Which theorems speak of the arm's steps. The proof of Theorem B.1 takes any entry, or mean of
  /// entries, at a step; that of B.2 draws them independently. Normal numbers are not bounded, as
  /// the proofs need.
  var theorems: String {
    guard arm.law.motion.normals == 0 else { return "none" }
    switch arm.law.rung.kind.entries {
    case .independent(1): return "B.1, B.2"
    case .independent: return "B.1; B.2 with b T1 draws"
    case .shuffled, .none: return "B.1"
    }
  }
}

/// Why there is nothing to show of an ensemble.
struct ResultsAbsence: Error, Equatable {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
