import Foundation

/// A file that text is written to, in pieces, through a buffer of 64 KiB.
public struct TextSink: ~Copyable {
  private let descriptor: Int32
  /// The path to name in errors.
  private let shown: String
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Opens the file at `path`, emptied if it was there.
  ///
  /// - Parameter shown: The path to name in errors, where it is another.
  public init(path: String, shown: String? = nil) throws(ReportError) {
    self.shown = shown ?? path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure("opening the file", self.shown) }
    buffer.reserveCapacity(Self.bufferSize + 4096)
  }

  deinit { close(descriptor) }

  /// Appends text.
  public mutating func write(_ text: String) throws(ReportError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Hands everything to the disk; without it the end of the text may be lost.
  public consuming func finish() throws(ReportError) {
    try flush()
    // A device that has nothing to hand on says EINVAL.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw Self.failure("writing", shown) }
  }

  private mutating func flush() throws(ReportError) {
    var done = 0
    while done < buffer.count {
      let count = buffer.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("writing", shown) }
      done += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ doing: String, _ path: String) -> ReportError {
    .file(path: path, doing: doing, reason: ReportError.reason(errno))
  }
}
