import Foundation
import Publishing

/// Standard output in large pieces.
final class StandardOutput {
  /// The reader has seen enough, as `head` does: no fault, but there is nobody to write for.
  struct ReaderGone: Error {}

  private var pending = ""

  /// Writes a text.
  ///
  /// - Throws: `ReaderGone`; `CommandFailure` where it cannot be written.
  static func show(_ text: String) throws {
    let output = StandardOutput()
    try output.write(text)
    try output.flush()
  }

  /// Writes a line about work that is done; a reader who has gone does not mind.
  static func say(_ line: String) throws {
    do { try show(line + "\n") } catch is ReaderGone {}
  }

  /// Writes the files of a report where it has a folder, then shows its document: a reader who has
  /// seen enough costs no file.
  ///
  /// - Throws: `CommandFailure`, or `ReaderGone` when all files are written.
  static func publish(
    _ document: Document, in format: TableFormat, to folder: ReportFolder?,
    _ write: (ReportFolder) throws -> Void
  ) throws {
    var failure: CommandFailure?
    if let folder {
      do { try write(folder) } catch { failure = .work(error) }
    }
    do {
      try show(document.text(in: format))
    } catch is ReaderGone where failure != nil {}
    if let failure { throw failure }
  }

  /// Adds text.
  func write(_ text: String) throws {
    pending += text
    if pending.utf8.count > 1 << 16 { try flush() }
  }

  /// Hands everything on.
  func flush() throws {
    let bytes = Array(pending.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(STDOUT_FILENO, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EPIPE { throw ReaderGone() }
      guard count > 0 else {
        throw CommandFailure(
          status: 1,
          description: "standard output cannot be written: \(String(cString: strerror(errno)))")
      }
      done += count
    }
    pending = ""
  }
}

/// Standard error. Where nobody reads it there is nobody to tell: that is no reason to fail, and
/// none to stop.
enum StandardError {
  /// Writes a text at once.
  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
