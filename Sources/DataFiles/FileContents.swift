import Foundation

/// The bytes of a data file.
public enum FileContents {
  /// Maps a file where it can be mapped, reads it else; `-` is standard input.
  ///
  /// - Throws: `DataError` when there is no such file, it is a folder, or it cannot be read.
  public static func of(_ path: String) throws(DataError) -> Data {
    if path == "-" {
      do {
        return try FileHandle.standardInput.readToEnd() ?? Data()
      } catch {
        throw DataError(
          file: name(path), line: nil,
          problem: "it cannot be read; give it a file, or the output of another program")
      }
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw DataError(file: path, line: nil, problem: "there is no such file")
    }
    guard !isFolder.boolValue else {
      throw DataError(file: path, line: nil, problem: "this is a folder; a CSV file is needed")
    }
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      if attributes[.type] as? FileAttributeType == .typeRegular {
        return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
      }
      // A pipe is read to its end.
      return try FileHandle(forReadingFrom: URL(fileURLWithPath: path)).readToEnd() ?? Data()
    } catch {
      let reason = (error as NSError).localizedDescription
      throw DataError(file: path, line: nil, problem: "the file cannot be read: \(reason)")
    }
  }

  /// How messages name a path.
  public static func name(_ path: String) -> String { path == "-" ? "standard input" : path }
}
