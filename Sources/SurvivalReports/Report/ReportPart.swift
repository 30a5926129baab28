import Publishing

/// A part of a report: tables for the document, and figures.
struct ReportPart {
  /// A CSV file that is written as it is made, because it may be long, and the picture of it.
  struct Figure {
    /// The stem of its files.
    let name: String
    /// Writes the CSV file; returns the picture of what was written, if there is anything to see.
    let write: (inout TextSink) throws -> (any Picture)?
  }

  var tables: [Table] = []
  var figures: [Figure] = []

  /// Puts another part behind this one.
  mutating func append(_ other: ReportPart) {
    tables += other.tables
    figures += other.figures
  }
}
