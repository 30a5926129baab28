import Ensemble
import Foundation
import Studies

/// The folder of a study's results.
struct ResultsFolder {
  let path: String

  /// The file of the ensemble.
  var database: String { path + "/ensemble.sqlite" }

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

  /// Whether every file that the plan implies is there, written by this version for this study and the plan's numbers of chains.
  func isComplete(for study: Study, plan: EnsemblePlan) -> Bool {
    struct Written: Decodable {
      struct Text: Decodable { let text: String }
      struct Program: Decodable { let rankfall: String }
      let chains: [Int]
      let study: Text
      let versions: Program
    }
    guard
      StudyReport.files(of: plan).allSatisfy({
        (try? FileManager.default.attributesOfItem(atPath: path + "/" + $0)[.size] as? Int).map { $0 > 0 } ?? false
      }),
      let data = FileManager.default.contents(atPath: path + "/provenance.json"),
      let written = try? JSONDecoder().decode(Written.self, from: data)
    else { return false }
    let chains = plan.arms.indices.map(plan.chains(ofArm:))
    return written.chains == chains && written.study.text == study.text && written.versions.rankfall == Versions.program
  }
}
