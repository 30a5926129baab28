/// Why results could not be written.
public enum ReportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file or folder could not be made, written or moved.
  case file(path: String, doing: String, reason: String)
  /// gnuplot could not draw the pictures of these files; the tables are there all the same.
  case picture(files: [String], reason: String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .file(let path, let doing, let reason): "\(path): \(doing) failed: \(reason)"
    case .picture(let files, let reason): "the tables are written, but \(files.joined(separator: " and ")) are not: \(reason)"
    }
  }
}
