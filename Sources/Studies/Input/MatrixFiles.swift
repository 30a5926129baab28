import Foundation

/// A matrix that a study reads from a file of its own.
public struct MatrixFile: Equatable, Sendable {
  /// The file's name, as the study has it.
  public let name: String
  /// What is in the file.
  public let text: String
  /// The name of its copy in a folder of results: `problem.csv`, `truth.csv`, or `problem-2.csv`
  /// and so on for a second file.
  public let copy: String
}

/// Hands out the texts of a study's matrix files, and remembers them: results keep them, so that
/// they stand alone.
final class MatrixFiles {
  /// What a matrix is to a study.
  enum Role: String {
    case problem
    case truth
  }

  /// Texts that stand for files, by the names that the study has for them.
  private let given: [String: String]
  /// The files that have been read, each once.
  private(set) var files: [MatrixFile] = []

  /// - Parameter given: Texts that stand for files, by the names that the study has for them.
  init(given: [String: String] = [:]) {
    self.given = given
  }

  /// The text of a file, whose name is relative to the folder of the study.
  func text(_ name: String, of study: String, role: Role, limit: Int) throws(TextFile.Failure)
    -> String
  {
    if let known = files.first(where: { $0.name == name }) { return known.text }
    let text: String
    if let kept = given[name] {
      text = kept
    } else {
      let folder = URL(fileURLWithPath: study).deletingLastPathComponent()
      text = try TextFile.read(URL(fileURLWithPath: name, relativeTo: folder).path, limit: limit)
    }
    let count = files.count { $0.copy.hasPrefix(role.rawValue) }
    files.append(
      MatrixFile(
        name: name, text: text, copy: role.rawValue + (count > 0 ? "-\(count + 1)" : "") + ".csv"))
    return text
  }
}
