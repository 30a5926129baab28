import Foundation
import Threads

/// The place where the new files of a folder are made until all of them are complete.
///
/// A hidden folder inside the other, on the same disk, with a name of this process's own. When all
/// files are there, each is moved to its place, which replaces an earlier one at once. Whatever
/// fails before that leaves the earlier results as they were.
public final class Stage {
  /// Where the files are made.
  public let path: String
  /// The folder of the results, held for this process.
  private let folder: ReportFolder
  private var names: [String] = []
  private var drawing = Drawing()

  /// The stages of this process: moving files into place, or removing a stage, is done by one
  /// thread at a time.
  private static let live = Locked<Set<String>>([])

  /// Makes an empty place for files.
  init(of folder: ReportFolder) throws(ReportError) {
    self.folder = folder
    path = try Leftover.made(in: folder.path)
    _ = Self.live.withLock { [path] in $0.insert(path) }
  }

  deinit {
    Self.live.withLock { live in
      Leftover.remove(path)
      live.remove(path)
    }
  }

  /// Ends programs that draw, removes what has been staged, and ends the process. A stage whose
  /// files are being moved into place is waited for; nothing is moved afterwards.
  public static func abandonAll(then end: () -> Never) -> Never {
    live.withLock { live -> Never in
      ExternalTool.endAll()
      // A program that draws may write a last file after it was told to end.
      for path in live {
        for _ in 0..<20 where FileManager.default.fileExists(atPath: path) {
          Leftover.remove(path)
          usleep(5_000)
        }
      }
      end()
    }
  }

  /// Opens one new file, for text that comes in pieces.
  public func sink(_ name: String) throws(ReportError) -> TextSink {
    names.append(name)
    return try TextSink(path: path + "/" + name, shown: folder.path + "/" + name)
  }

  /// Writes one new file.
  public func write<Answer>(_ name: String, _ body: (inout TextSink) throws -> Answer) throws
    -> Answer
  {
    var sink = try sink(name)
    let answer = try body(&sink)
    try sink.finish()
    return answer
  }

  /// Writes one new file from its text.
  public func write(_ name: String, text: String) throws {
    try write(name) { sink in try sink.write(text) }
  }

  /// Draws pictures from the files that are there, and keeps their programs beside them.
  public func draw(_ pictures: [any Picture], with gnuplot: Gnuplot) throws {
    for picture in pictures { try write(picture.programFile, text: picture.program) }
    drawing = Drawing(pictures, with: gnuplot, in: path)
    names += drawing.files
  }

  /// Every file that has been made.
  var files: [String] { names }

  /// Moves the new files to their places and removes those that the new results do not have.
  ///
  /// - Parameters:
  ///   - stale: Files that go unless they were made again; so do pictures that could not be drawn.
  ///   - last: The file that says that all others are there, moved after them.
  ///   - setsAside: Whether an earlier one of that name is out of the way meanwhile, see
  ///     `earlier(_:)`: then a process that is killed in between leaves none.
  /// - Throws: `ReportError`; where a picture could not be drawn, when everything else is in its
  ///   place.
  public func commit(removing stale: [String] = [], last: String? = nil, setsAside: Bool = false)
    throws(ReportError)
  {
    try move { () throws(ReportError) in
      if let last, setsAside {
        rename(folder.path + "/" + last, folder.path + "/" + Self.earlier(last))
      }
      for name in names where name != last { try move(name) }
      for name in stale + drawing.missing where !names.contains(name) {
        unlink(folder.path + "/" + name)
      }
      if let last { try move(last) }
      if let last, setsAside { unlink(folder.path + "/" + Self.earlier(last)) }
    }
    if let reason = drawing.reason { throw .picture(files: drawing.missing, reason: reason) }
  }

  /// Writes one file and moves it into place before all others.
  func commitFirst(_ name: String, text: String) throws {
    try write(name, text: text)
    names.removeLast()
    try move { () throws(ReportError) in try move(name) }
  }

  /// Moves files unless this process is ending.
  private func move(_ body: () throws(ReportError) -> Void) throws(ReportError) {
    let result = Self.live.withLock { live in
      live.contains(path) ? Result(catching: body) : .failure(ReportError.inUse(path: folder.path))
    }
    try result.get()
  }

  /// The name of an earlier last file while others are moved.
  public static func earlier(_ name: String) -> String { ".earlier-" + name }

  private func move(_ name: String) throws(ReportError) {
    guard rename(path + "/" + name, folder.path + "/" + name) == 0 else {
      throw .file(
        path: folder.path + "/" + name, doing: "moving the new file into place",
        reason: ReportError.reason(errno))
    }
  }
}
