import Foundation
import Publishing

/// Standard output in large pieces. A reader that has seen enough (`head`) ends the program quietly.
final class StandardOutput {
  private var pending = ""

  /// Writes a document.
  static func show(_ document: Document, in format: TableFormat) throws {
    let output = StandardOutput()
    try output.write(document.text(in: format))
    try output.flush()
  }

  func write(_ text: String) throws {
    pending += text
    if pending.utf8.count > 1 << 16 { try flush() }
  }

  func flush() throws {
    let bytes = Array(pending.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress?.advanced(by: done), $0.count - done) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EPIPE { Foundation.exit(0) }
      guard count > 0 else {
        throw CommandFailure(status: 1, description: "standard output cannot be written: \(String(cString: strerror(errno)))")
      }
      done += count
    }
    pending = ""
  }
}
