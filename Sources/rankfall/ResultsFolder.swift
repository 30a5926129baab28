import Foundation

/// The folder of a study's results.
struct ResultsFolder {
  let path: String

  /// The file of the ensemble.
  var database: String { path + "/ensemble.sqlite" }

  /// What the folder holds when a run has come to its end.
  private static let files = [
    "chains.csv", "summary.csv", "summary.md", "survival.csv", "survival.gp", "survival.svg", "survival.png", "provenance.json",
  ]

  /// Makes the folder where it is missing.
  func make() throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        status: 1, description: "\(path): the folder of the results cannot be made: \(error.localizedDescription)")
    }
    guard access(path, W_OK) == 0 else {
      throw CommandFailure(status: 1, description: "\(path): the folder of the results cannot be written")
    }
  }

  /// Whether every file is there, written for `chains` chains an arm.
  func isComplete(chains: Int) -> Bool {
    struct Written: Decodable { let chains: Int }
    guard Self.files.allSatisfy({ FileManager.default.fileExists(atPath: path + "/" + $0) }),
      let data = FileManager.default.contents(atPath: path + "/provenance.json"),
      let written = try? JSONDecoder().decode(Written.self, from: data)
    else { return false }
    return written.chains == chains
  }
}
