import Foundation
import Studies

/// A small study that is right, as lines to be changed by tests.
enum StudySample {
  static let lines = [
    "study: small",
    "problem:",
    "  two-by-two: { epsilon: 0.25 }",
    "network: { depth: 3, width: 4, init: { law: normal, std: 1/sqrt(width) } }",
    "convention: figures",
    "schedule:",
    "  - { steps: 500, eta: 0.03, lambda: 0.1 }",
    "  - { eta: 0.2, lambda: 0.1 }",
    "horizon: 6000",
    "event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, follow: 200 }",
    "dynamics: [sgd]",
    "chains: 5",
    "seed: 7",
  ]

  /// The study with some lines replaced (counted from 1) and others added at the end.
  static func text(_ changes: [Int: String] = [:], adding extra: [String] = []) -> String {
    let changed = lines.enumerated().map { changes[$0.offset + 1] ?? $0.element }
    return (changed + extra).joined(separator: "\n") + "\n"
  }

  static func study(_ changes: [Int: String] = [:], adding extra: [String] = []) throws -> Study {
    try Study(text: text(changes, adding: extra), file: "x.yaml")
  }

  /// The sentence with which a text is refused, or nil when it is accepted.
  static func refusal(of text: String, file: String = "x.yaml") -> String? {
    do throws(StudyError) {
      _ = try Study(text: text, file: file)
      return nil
    } catch {
      return error.description
    }
  }
}

/// Runs `body` with an empty folder that is removed afterwards.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "rankfall-\(UUID().uuidString)"
  ).path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}
