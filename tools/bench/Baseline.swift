import Foundation

/// One measurement of another tool: a line of JSON from benchmarks/run.sh.
struct Baseline: Codable {
  let name: String
  let variant: String
  let hiddenWidth: Int
  let depth: Int
  let chainStepsPerSecond: Double
  let repeats: [Double]
  let version: String
  let threads: Int
  let coresUsed: Double
  let chains: Int
  let trials: [String: Double]

  /// The lines of a file.
  static func read(_ path: String) throws -> [Baseline] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(Baseline.self, from: Data($0.utf8))
    }
  }
}
