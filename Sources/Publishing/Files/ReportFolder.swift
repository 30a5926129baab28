import Foundation

/// A folder of results that this process alone writes into.
///
/// Made, found to be writable and locked before the work whose results it is for; the lock is the
/// operating system's and ends with the process. What killed processes have left in it is swept
/// away.
public final class ReportFolder {
  /// The folder's path, as it was named.
  public let path: String
  /// The folders that had to be made for it, outermost first.
  private let made: [String]
  private let lock: FolderLock

  /// Makes the folder where it is missing, and holds it until this value goes.
  ///
  /// - Throws: `ReportError` when it cannot be made or written, or another process holds it.
  public init(_ path: String) throws(ReportError) {
    self.path = path
    made = try Self.make(path)
    do throws(ReportError) {
      guard access(path, W_OK | X_OK) == 0 else {
        throw .file(path: path, doing: "writing into the folder", reason: ReportError.reason(errno))
      }
      lock = try FolderLock(path)
    } catch {
      Self.removeEmpty(made)
      throw error
    }
    if lock.isSeen { Leftover.sweep(path) }
  }

  /// A folder that was made for results that never came goes again.
  deinit { Self.removeEmpty(made) }

  /// Makes a place for new files.
  public func stage() throws(ReportError) -> Stage { try Stage(of: self) }

  /// Writes a report: all files first, then pictures from them; all are complete before the first
  /// is put in its place.
  ///
  /// - Parameters:
  ///   - pictures: Pictures beside those that the files bring.
  ///   - replacement: Which files of the folder may be replaced and removed.
  /// - Throws: `ReportError`, or what writes a file throws. Where only pictures fail, everything
  ///   else is put in place.
  public func write(
    _ files: [ReportFile], pictures: [any Picture] = [], with gnuplot: Gnuplot = Gnuplot(),
    _ replacement: Replacement
  ) throws {
    let stage = try stage()
    var drawn: [any Picture] = []
    for file in files {
      if let picture = try stage.write(file.name, file.write) { drawn.append(picture) }
    }
    try stage.draw(drawn + pictures, with: gnuplot)
    switch replacement {
    case .named(let stale): try stage.commit(removing: stale)
    case .listed(let list): try commit(stage, listed: list)
    }
  }

  /// Refuses, before the work, files that the report is sure to write and that no earlier report
  /// has written.
  ///
  /// - Throws: `ReportError.taken`.
  public func check(_ names: [String], listedIn list: String) throws(ReportError) {
    let earlier = listed(in: list)
    let foreign = names.first {
      !earlier.contains($0) && FileManager.default.fileExists(atPath: path + "/" + $0)
    }
    if let foreign { throw .taken(path: path + "/" + foreign) }
  }

  /// Moves a stage's files into place, if they replace only what earlier reports have listed, with
  /// a new list.
  private func commit(_ stage: Stage, listed list: String) throws {
    let (earlier, names) = (listed(in: list), stage.files + [list])
    try check(names, listedIn: list)
    // Until all files are in their places the list has the earlier ones as well: a process that is
    // killed in between leaves none that is nobody's.
    try stage.commitFirst(list, text: Self.lines(Set(names).union(earlier)))
    try stage.write(list, text: Self.lines(Set(names)))
    try stage.commit(removing: earlier, last: list)
  }

  private static func lines(_ names: Set<String>) -> String {
    names.sorted().joined(separator: "\n") + "\n"
  }

  private func listed(in list: String) -> [String] {
    guard let text = try? String(contentsOfFile: path + "/" + list, encoding: .utf8) else {
      return []
    }
    return text.split(separator: "\n").map(String.init).filter { !$0.contains("/") }
  }

  /// Makes a folder with those around it, and returns what was missing.
  private static func make(_ path: String) throws(ReportError) -> [String] {
    var made: [String] = []
    let parts = path.split(separator: "/").map(String.init)
    guard !path.isEmpty else {
      throw .file(
        path: "''", doing: "making the folder of the results", reason: "the path is empty")
    }
    for count in parts.indices {
      let part = (path.hasPrefix("/") ? "/" : "") + parts[...count].joined(separator: "/")
      if mkdir(part, 0o777) == 0 {
        made.append(part)
      } else if errno != EEXIST || !isFolder(part) {
        let reason = ReportError.reason(errno == EEXIST ? ENOTDIR : errno)
        removeEmpty(made)
        throw .file(path: path, doing: "making the folder of the results", reason: reason)
      }
    }
    return made
  }

  private static func isFolder(_ path: String) -> Bool {
    let number = errno
    defer { errno = number }
    var found = stat()
    return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
  }

  private static func removeEmpty(_ folders: [String]) {
    for folder in folders.reversed() { rmdir(folder) }
  }
}
