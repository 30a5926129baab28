import Publishing

/// A part of a report: tables for the document, files with one row for each time, and pictures of them.
struct ReportPart {
  /// A file that is written as it is made, because it may be long.
  struct File {
    let name: String
    let write: (inout TextSink) throws -> Void
  }

  var tables: [Table] = []
  var files: [File] = []
  var pictures: [any Picture] = []

  /// Puts another part behind this one.
  mutating func append(_ other: ReportPart) {
    tables += other.tables
    files += other.files
    pictures += other.pictures
  }
}
