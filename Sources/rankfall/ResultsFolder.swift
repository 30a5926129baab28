import Ensemble
import Foundation
import Studies

/// The folder of a study's results.
struct ResultsFolder {
  let path: String

  /// The file of the ensemble.
  var database: String { path + "/ensemble.sqlite" }

  /// Whether every file that the plan implies is there, written by this version for this study and
  /// the plan's numbers of chains.
  func isComplete(for study: Study, plan: EnsemblePlan) -> Bool {
    let files = StudyReport.files(of: plan) + study.matrices.map(\.copy)
    let isThere = files.allSatisfy { file in
      let size = try? FileManager.default.attributesOfItem(atPath: path + "/" + file)[.size] as? Int
      return (size ?? 0) > 0
    }
    guard isThere, let written = try? Provenance(of: path) else { return false }
    return written.isOf(plan) && written.study.text == study.text
      && (written.later.last ?? written.computed).versions.rankfall == Versions.program
  }
}
