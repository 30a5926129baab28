import Foundation
import Testing

@testable import Survival

/// A fixture made by R: a comma-separated file with a header, read into rows that know their
/// columns.
struct Fixture {
  struct Row {
    let cells: [String: Substring]

    func text(_ column: String) throws -> String { String(try #require(cells[column])) }
    /// R's NA is nil.
    func number(_ column: String) throws -> Double? {
      let text = try text(column)
      if text == "NA" { return nil }
      let number: Double = try #require(Double(text), "\(column): \(text)")
      return number
    }
    func required(_ column: String) throws -> Double { try #require(try number(column)) }
    func count(_ column: String) throws -> Int { try #require(Int(exactly: try required(column))) }
    func level() throws -> ConfidenceLevel { try ConfidenceLevel(try required("level")) }
    func transform() throws -> IntervalTransform {
      try #require(IntervalTransform(rawValue: try text("transform")))
    }
  }

  let rows: [Row]

  init(_ name: String) throws {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Fixtures"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let header = try #require(lines.first).split(separator: ",").map(String.init)
    rows = try lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      try #require(cells.count == header.count)
      return Row(cells: Dictionary(uniqueKeysWithValues: zip(header, cells)))
    }
  }

  /// The samples of samples.csv by name.
  static func samples() throws -> [String: RightCensoredSample] {
    let groups = try Dictionary(grouping: Fixture("samples").rows) { try $0.text("set") }
    return try groups.mapValues { rows in
      try RightCensoredSample(
        times: try rows.map { try $0.required("time") },
        observed: try rows.map { try $0.required("event") == 1 })
    }
  }

  static func estimates() throws -> [String: KaplanMeierEstimate] {
    try samples().mapValues(KaplanMeierEstimate.init)
  }
}

/// Whether two numbers agree to a relative tolerance; nil agrees with nil alone.
func agree(_ found: Double?, _ expected: Double?, _ tolerance: Double) -> Bool {
  guard let found, let expected else { return found == nil && expected == nil }
  return found == expected || abs(found - expected) <= tolerance * abs(expected)
}
