import Foundation

/// Holds a folder for one process: a lock of the operating system on the folder itself, gone when
/// the process ends, however it ends.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Whether the lock is one that other processes see: not on file systems without locks.
  let isSeen: Bool

  /// How often the folder is looked for again where it was removed between opening and locking it.
  private static let tries = 8

  /// Takes the lock of a folder that is there.
  ///
  /// - Throws: `ReportError.inUse` when another process holds it.
  init(_ path: String) throws(ReportError) {
    for _ in 0..<Self.tries {
      let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard opened >= 0 else {
        throw .file(path: path, doing: "opening the folder", reason: ReportError.reason(errno))
      }
      if flock(opened, LOCK_EX | LOCK_NB) != 0 {
        let reason = errno
        // A file system without locks is not worth refusing: files are made in a place of each
        // process's own.
        guard reason != EWOULDBLOCK else {
          close(opened)
          throw .inUse(path: path)
        }
        (descriptor, isSeen) = (opened, false)
        return
      }
      if Self.isSame(opened, path) {
        (descriptor, isSeen) = (opened, true)
        return
      }
      close(opened)
    }
    throw .inUse(path: path)
  }

  /// A child that was started a moment ago may still hold the descriptor: the lock is given back
  /// for all who do.
  deinit {
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Whether a path still leads to the folder that was opened.
  private static func isSame(_ opened: Int32, _ path: String) -> Bool {
    var (there, here) = (stat(), stat())
    return fstat(opened, &here) == 0 && stat(path, &there) == 0 && here.st_dev == there.st_dev
      && here.st_ino == there.st_ino
  }
}
