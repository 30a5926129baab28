import Foundation

/// Holds a folder for one run: a lock of the operating system on the folder itself, gone when the process ends, however it ends.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Throws: `CommandFailure` when another process holds it.
  init(_ path: String) throws {
    descriptor = open(path, O_RDONLY | O_DIRECTORY)
    // A file system without locks is not worth refusing: the database has one of its own.
    guard descriptor < 0 || flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      close(descriptor)
      throw CommandFailure(status: 1, description: "\(path): another run is using this folder")
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
