import Foundation

/// Why results could not be written.
public enum ReportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file or folder could not be made, written or moved.
  case file(path: String, doing: String, reason: String)
  /// Another process writes into this folder.
  case inUse(path: String)
  /// The folder has a file of a name that is to be written, and no earlier report has written it.
  case taken(path: String)
  /// gnuplot could not draw the pictures of these files; the tables are there all the same.
  case picture(files: [String], reason: String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .file(let path, let doing, let reason): "\(path): \(doing) failed: \(reason)"
    case .inUse(let path): "\(path): another run is using this folder"
    case .taken(let path):
      "\(path) is there already and is not of an earlier report; name another folder"
    case .picture(let files, let reason):
      "the tables are written, but \(files.joined(separator: " and ")) are not: \(reason)"
    }
  }

  /// The system's word for an error number; where a path cannot be found because the folder that it
  /// begins in is gone, that.
  static func reason(_ number: Int32) -> String {
    if number == ENOENT, let here = getcwd(nil, 0) {
      free(here)
    } else if number == ENOENT {
      return "the current folder was deleted; go to another one"
    }
    return String(cString: strerror(number))
  }
}
