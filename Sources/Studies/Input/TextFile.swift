import DataFiles
import Foundation

/// Reads text files that a person wrote, with a sentence for whatever is wrong with them.
enum TextFile {
  /// Why a file could not be read; `message` goes after the file's name and a colon.
  struct Failure: Error {
    let message: String
  }

  /// The text of the file at `path`, without a byte-order mark.
  ///
  /// - Throws: `Failure` when there is no such file, it cannot be read, is larger than `limit` bytes, empty, or not UTF-8 text.
  static func read(_ path: String, limit: Int) throws(Failure) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(message: "there is no such file")
    }
    guard !isFolder.boolValue else { throw Failure(message: "this is a folder, not a file") }
    let data: Data
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      data = try handle.read(upToCount: limit + 1) ?? Data()
    } catch {
      throw Failure(message: "the file cannot be read")
    }
    guard data.count <= limit else { throw Failure(message: "the file is larger than \(limit >> 20) MiB") }
    guard !data.isEmpty else { throw Failure(message: "the file is empty") }
    do throws(TextCheck) {
      try TextCheck.utf8(data.span)
    } catch {
      let place = error.line.map { "line \($0): " } ?? ""
      throw Failure(message: place + error.problem + (error.mayBeEncoded ? "; save it as UTF-8" : ""))
    }
    guard !data.contains(0) else { throw Failure(message: "the file holds a zero byte, so it is not text") }
    let text = String(decoding: data, as: UTF8.self)
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
  }
}
