/// A file of a report: its name, and what writes it.
public struct ReportFile {
  /// The name within the folder.
  public let name: String
  /// Writes the file, and says which picture is drawn from it, if any.
  let write: (inout TextSink) throws -> (any Picture)?

  /// A file of a text.
  public init(_ name: String, text: String) {
    self.name = name
    write = { sink in
      try sink.write(text)
      return nil
    }
  }

  /// A file that is written as it is made, with the picture that is drawn from it.
  public init(_ name: String, _ write: @escaping (inout TextSink) throws -> (any Picture)?) {
    (self.name, self.write) = (name, write)
  }

  /// A table as CSV.
  public init(_ table: Table) { self.init(table.name + ".csv", text: table.text(in: .csv)) }
}

/// Which files of a folder a report may replace or remove.
public enum Replacement: Sendable {
  /// Any file of the names that are written; those of these names are removed where they are not
  /// written.
  case named(stale: [String])
  /// Only files that an earlier report has listed in a file of this name; what it listed and is not
  /// written again goes.
  case listed(in: String)
}
