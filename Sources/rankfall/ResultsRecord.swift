import Ensemble
import Foundation
import Studies

/// What a folder of results says of the study that made it: from its database or, where that is not
/// there, from its provenance.
struct ResultsRecord {
  let study: Study
  let plan: EnsemblePlan
  /// How many chains each arm has.
  let chains: [Int]
  private let store: EnsembleStore?

  /// What is read before the study is.
  private struct Source {
    let text: String
    let seed: UInt64
    let matrices: [String: String]
  }

  /// Reads a folder.
  ///
  /// - Parameter studyFile: The study's own file, beside which matrices are read anew; nil to take
  ///   them as the folder has them.
  init(folder: String, studyFile: String?) throws {
    let database = ResultsFolder(path: folder).database
    store =
      FileManager.default.fileExists(atPath: database) ? try EnsembleStore(reading: database) : nil
    let written = store == nil ? try Provenance(of: folder) : nil
    let source: Source
    if let store {
      source = Source(
        text: try store.studyText(), seed: try store.seed(), matrices: try store.files())
    } else if let written, let text = written.study.text {
      source = Source(
        text: text, seed: written.seed, matrices: Self.matrices(of: written, in: folder))
    } else {
      throw CommandFailure(
        status: 1,
        description:
          "\(folder) holds neither ensemble.sqlite nor provenance.json; name the folder of a study's results"
      )
    }
    study = try Self.study(source, folder: folder, file: studyFile)
    let plan = try study.plan(seed: source.seed)
    let isTheSame =
      try store.map { try $0.identity() == plan.identity } ?? written?.isOfChains(of: plan) ?? false
    guard isTheSame else {
      throw CommandFailure(
        status: 1,
        description:
          "\(folder): the chains were made by another version, or from a matrix file that has changed since"
      )
    }
    self.plan = plan
    let store = store
    chains = try plan.arms.indices.map {
      try store?.chains(ofArm: $0) ?? written?.chains[$0] ?? plan.chains(ofArm: $0)
    }
  }

  private static func study(_ source: Source, folder: String, file: String?) throws -> Study {
    do {
      let matrices = file == nil ? source.matrices : [:]
      return try Study(text: source.text, file: file ?? folder + "/the study", matrices: matrices)
    } catch {
      guard file == nil, source.matrices.isEmpty else { throw error }
      throw CommandFailure(
        status: 1,
        description:
          "\(error)\nthese results do not hold the matrices of their study; name its file with --study"
      )
    }
  }

  /// The matrices that a provenance has, or that lie beside it.
  private static func matrices(of written: Provenance, in folder: String) -> [String: String] {
    var matrices: [String: String] = [:]
    for matrix in written.matrices ?? [] {
      let copy = matrix.copy.flatMap {
        try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8)
      }
      if let text = matrix.text ?? copy { matrices[matrix.file] = text }
    }
    return matrices
  }

  /// The last step that was simulated of a chain, where the database knows it.
  func lastStep(arm: Int, chain: Int) -> Int? {
    (try? store?.outcome(arm: arm, chain: chain))?.steps
  }
}
