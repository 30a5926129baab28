import Foundation

/// The hidden folders in which processes make files, and what is left of them by processes that
/// were killed.
///
/// A folder is ours if its name has our form and it holds our mark, or nothing but a part of it;
/// its process is dead if nobody holds the lock of the folder around it, which the caller of
/// `sweep` does.
enum Leftover {
  private static let start = ".rankfall-partial-"
  private static let mark = ".rankfall-partial"
  private static let markText =
    "Files of a rankfall process that are not complete yet. This folder goes when the process ends.\n"

  /// Makes an empty folder in another, with a name that no other process gives.
  static func made(in folder: String) throws(ReportError) -> String {
    let path = "\(folder)/\(start)\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 16))"
    guard mkdir(path, 0o777) == 0 else {
      throw .file(
        path: folder, doing: "making a place for new files", reason: ReportError.reason(errno))
    }
    do {
      try Data(markText.utf8).write(to: URL(fileURLWithPath: path + "/" + mark))
    } catch {
      let reason = ReportError.reason(errno)
      remove(path)
      throw .file(path: folder, doing: "making a place for new files", reason: reason)
    }
    return path
  }

  /// Removes a folder that is ours. What cannot be removed is left to the next sweep, as is what a
  /// kill leaves: the mark goes last.
  static func remove(_ path: String) {
    for name in names(path) where name != mark {
      try? FileManager.default.removeItem(atPath: path + "/" + name)
    }
    guard names(path).allSatisfy({ $0 == mark }) else { return }
    unlink(path + "/" + mark)
    rmdir(path)
  }

  private static func names(_ path: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  /// Removes what killed processes have left in a folder. The caller holds the lock of the folder,
  /// so their processes are dead.
  static func sweep(_ folder: String) {
    for name in names(folder) where isOurs(name) {
      let path = folder + "/" + name
      var found = stat()
      // Not through a link, which could lead anywhere.
      guard lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR else { continue }
      let text = FileManager.default.contents(atPath: path + "/" + mark) ?? Data()
      // Killed while it set its mark, or took it away: then nothing else is there, and a part of
      // the mark at most.
      let isBare = names(path).allSatisfy { $0 == mark } && Data(markText.utf8).starts(with: text)
      if text == Data(markText.utf8) || isBare { remove(path) }
    }
  }

  private static func isOurs(_ name: String) -> Bool {
    name.hasPrefix(start) && name.dropFirst(start.count).wholeMatch(of: /[0-9]+-[0-9a-f]+/) != nil
  }
}
