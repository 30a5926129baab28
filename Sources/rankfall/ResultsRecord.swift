import Ensemble
import Foundation
import Studies

/// What a folder of results says of the study that made it: from its database or, where that is not there, from its provenance.
struct ResultsRecord {
  let plan: EnsemblePlan
  private let store: EnsembleStore?

  private struct Provenance: Decodable {
    struct StudyText: Decodable { let text: String }
    let study: StudyText
    let seed: UInt64
    let identity_sha256: String
  }

  /// Reads a folder. `studyFile` stands for the study's own file, for paths that are relative to it.
  init(folder: String, studyFile: String?) throws {
    let database = ResultsFolder(path: folder).database
    let provenance = folder + "/provenance.json"
    let (text, seed, digest): (String, UInt64, String?)
    if FileManager.default.fileExists(atPath: database) {
      let store = try EnsembleStore(reading: database)
      self.store = store
      (text, seed, digest) = (try store.studyText(), try store.seed(), nil)
    } else if let data = FileManager.default.contents(atPath: provenance) {
      store = nil
      guard let record = try? JSONDecoder().decode(Provenance.self, from: data) else {
        throw CommandFailure(status: 1, description: "\(provenance) is damaged: it does not hold a study's text and seed")
      }
      (text, seed, digest) = (record.study.text, record.seed, record.identity_sha256)
    } else {
      throw CommandFailure(
        status: 1, description: "\(folder) holds neither ensemble.sqlite nor provenance.json; name the folder of a study's results")
    }
    plan = try Study(text: text, file: studyFile ?? folder + "/the study").plan(seed: seed)
    let isTheSame = try store.map { try $0.identity() == plan.identity } ?? (digest == StudyReport.identityDigest(of: plan))
    guard isTheSame else {
      throw CommandFailure(
        status: 1, description: "\(folder): the chains were made by another version, or from a matrix file that has changed since")
    }
  }

  /// The last step that was simulated of a chain, where the database knows it.
  func lastStep(arm: Int, chain: Int) -> Int? {
    (try? store?.outcome(arm: arm, chain: chain))?.steps
  }
}
