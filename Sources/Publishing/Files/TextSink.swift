import Foundation

/// A file that text is written to, in pieces, through a buffer of 64 KiB.
public struct TextSink: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Opens the file at `path`, emptied if it was there.
  public init(path: String) throws(ReportError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw Self.failure("opening the file", path) }
    self.path = path
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
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw Self.failure("writing", path) }
  }

  private mutating func flush() throws(ReportError) {
    var done = 0
    while done < buffer.count {
      let count = buffer.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("writing", path) }
      done += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ doing: String, _ path: String) -> ReportError {
    .file(path: path, doing: doing, reason: String(cString: strerror(errno)))
  }
}
