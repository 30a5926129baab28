import DataFiles
import Foundation

/// Reads text files that a person wrote, with a sentence for whatever is wrong with them.
enum TextFile {
  /// Why a file could not be read; `message` goes after the file's name and a colon.
  struct Failure: Error {
    let message: String
  }

  /// How long a pipe may keep silent before that is said, in milliseconds.
  private static let patience: Int32 = 2000

  /// The text of the file at `path`, without a byte-order mark. A pipe is read to its end; while
  /// nobody writes into it, that is said on standard error.
  ///
  /// - Throws: `Failure` when there is no such file, it cannot be read, is larger than `limit`
  ///   bytes, empty, or not UTF-8 text.
  static func read(_ path: String, limit: Int) throws(Failure) -> String {
    var found = stat()
    guard stat(path, &found) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else {
        throw Failure(message: "the file cannot be read: \(reason)")
      }
      if let here = getcwd(nil, 0) {
        free(here)
      } else if !path.hasPrefix("/") {
        throw Failure(message: "the current folder was deleted; go to another one")
      }
      throw Failure(message: "there is no such file")
    }
    guard found.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(message: "this is a folder, not a file")
    }
    // A pipe that nobody writes into yet must not stop us here: it is waited for below, where that
    // can be said.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw Failure(message: "the file cannot be read: \(reason)") }
    defer { close(file) }
    return try text(of: file, named: path, limit: limit)
  }

  /// The text on standard input, as `read` reads a file.
  static func standardInput(limit: Int) throws(Failure) -> String {
    try text(of: STDIN_FILENO, named: "standard input", limit: limit)
  }

  private static func text(of file: Int32, named name: String, limit: Int) throws(Failure) -> String
  {
    var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    var hasSpoken = isatty(file) == 1
    while bytes.count <= limit {
      var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, hasSpoken ? -1 : patience)
      if ready == 0 {
        hasSpoken = true
        let words = Array(
          "rankfall: \(name): waiting for the other end of this pipe to write\n".utf8)
        _ = Foundation.write(STDERR_FILENO, words, words.count)
        continue
      }
      let count = Foundation.read(file, &piece, piece.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count >= 0 else { throw Failure(message: "the file cannot be read: \(reason)") }
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    guard bytes.count <= limit else {
      throw Failure(message: "the file is larger than \(limit >> 20) MiB")
    }
    guard !bytes.isEmpty else { throw Failure(message: "the file is empty") }
    do throws(TextCheck) {
      try TextCheck.utf8(bytes.span)
    } catch {
      let place = error.line.map { "line \($0): " } ?? ""
      throw Failure(
        message: place + error.problem + (error.mayBeEncoded ? "; save it as UTF-8" : ""))
    }
    guard !bytes.contains(0) else {
      throw Failure(message: "the file holds a zero byte, so it is not text")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
