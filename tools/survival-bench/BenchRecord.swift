import Foundation
import Studies

/// Everything that one run has measured, the rounds of each task put together.
struct BenchRecord {
  let machine = Machine.current()
  let versions = Versions.current()
  let date = Date()
  private let lines: [BenchLine]

  init(_ lines: [BenchLine]) { self.lines = lines }

  /// What a tool did at a task; nil when it was not measured.
  func line(_ tool: String, _ task: String, rows: Int? = nil) -> BenchLine? {
    let found = lines.filter { $0.tool == tool && $0.task == task && $0.rows == rows ?? $0.rows }
    guard let last = found.last else { return nil }
    let weights = found.map { ($0.coresUsed ?? .nan) * $0.seconds.reduce(0, +) }
    let seconds = found.flatMap(\.seconds)
    return BenchLine(
      tool: tool, version: last.version, task: task, rows: last.rows, seconds: seconds,
      coresUsed: weights.reduce(0, +) / seconds.reduce(0, +), results: last.results)
  }

  /// Rankfall's lines whose task begins so, in their order.
  func lines(beginning prefix: String) -> [BenchLine] {
    lines.filter { $0.tool == "rankfall" && $0.task.hasPrefix(prefix) }
  }

  /// The tools, with their versions.
  var tools: [String] {
    var seen: [String] = []
    for line in lines where !seen.contains("\(line.tool) \(line.version)") {
      seen.append("\(line.tool) \(line.version)")
    }
    return seen
  }

  /// Whether other programs were in the way of one that has a processor to itself.
  var isDisturbed: Bool { lines.contains { $0.coresUsed.map { $0 < 0.97 } ?? false } }
}

extension BenchLine {
  /// The median of the repeats, in seconds.
  var median: Double {
    let sorted = seconds.sorted()
    guard !sorted.isEmpty else { return .nan }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// Bytes for each observation.
  var bytesPerRow: Double? { results["bytes"].map { $0 / Double(rows) } }
}
