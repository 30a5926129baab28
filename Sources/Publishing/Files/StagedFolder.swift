import Foundation

/// A folder of results that is replaced file by file only when everything new is complete.
///
/// New files are made in a hidden folder inside it, on the same disk, and moved at the end; each move replaces its file at once. Whatever
/// fails before that leaves the earlier results as they were. A leftover of a run that was killed is swept away by the next.
public struct StagedFolder: ~Copyable {
  /// The folder of the results.
  public let path: String
  /// Where the new files are made.
  public let staging: String

  /// Makes the folder where it is missing, and an empty place for new files in it.
  public init(_ path: String) throws(ReportError) {
    self.path = path
    staging = path + "/.partial"
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      if FileManager.default.fileExists(atPath: staging) { try FileManager.default.removeItem(atPath: staging) }
      try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: false)
    } catch {
      throw .file(path: path, doing: "making the folder of the results", reason: Self.reason(error))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: staging) }

  /// Opens one new file, for text that comes in pieces.
  public func sink(_ name: String) throws(ReportError) -> TextSink { try TextSink(path: staging + "/" + name) }

  /// Writes one new file.
  public func write(_ name: String, _ body: (inout TextSink) throws -> Void) throws {
    var sink = try sink(name)
    try body(&sink)
    try sink.finish()
  }

  /// Writes one new file from its text.
  public func write(_ name: String, text: String) throws {
    try write(name) { sink in try sink.write(text) }
  }

  /// Moves the new files to their places and removes those that the new results do not have.
  public consuming func commit(_ names: [String], removing stale: [String] = []) throws(ReportError) {
    for name in names {
      guard rename(staging + "/" + name, path + "/" + name) == 0 else {
        throw .file(path: path + "/" + name, doing: "moving the new file into place", reason: String(cString: strerror(errno)))
      }
    }
    for name in stale { unlink(path + "/" + name) }
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let underlying, underlying.domain == NSPOSIXErrorDomain else { return (error as NSError).localizedDescription }
    return String(cString: strerror(Int32(underlying.code)))
  }
}
