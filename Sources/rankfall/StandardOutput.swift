import Foundation

/// Standard output in large pieces. A reader that has seen enough (`head`) ends the program quietly.
final class StandardOutput {
  private var pending = ""

  func write(_ text: String) throws {
    pending += text
    if pending.utf8.count > 1 << 16 { try flush() }
  }

  func flush() throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(pending.utf8))
    } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      if cause?.code == Int(EPIPE) || errno == EPIPE { Foundation.exit(0) }
      throw CommandFailure(status: 1, description: "standard output: \(error.localizedDescription)")
    }
    pending = ""
  }
}
