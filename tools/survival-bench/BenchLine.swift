import Foundation

/// One measurement, a line of JSON: what benchmarks/survival_lifelines.py and benchmarks/survival.R
/// write too.
struct BenchLine: Codable {
  /// Who was measured: rankfall, R or lifelines.
  let tool: String
  /// Its version; for R, survival's too.
  let version: String
  /// What was done: see `BenchTask`.
  let task: String
  /// The observations.
  let rows: Int
  /// The wall time of each repeat, in seconds.
  let seconds: [Double]
  /// The processor time over the wall time, of all repeats together: below 1, other programs were
  /// in the way.
  let coresUsed: Double?
  /// What came out, by name: equal names mean the same.
  let results: [String: Double]

  /// Appends the line to standard output.
  func write() throws {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = .sortedKeys
    FileHandle.standardOutput.write(try encoder.encode(self) + Data("\n".utf8))
  }

  /// The lines of a file.
  static func read(_ path: String) throws -> [BenchLine] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(BenchLine.self, from: Data($0.utf8))
    }
  }
}
