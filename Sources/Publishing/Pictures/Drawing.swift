/// Pictures that were drawn, and those that could not be.
public struct Drawing: Equatable, Sendable {
  /// The files that are there.
  public private(set) var files: [String] = []
  /// The files that are not.
  public private(set) var missing: [String] = []
  /// Why the last of them is not; nil when all are there.
  public private(set) var reason: String?

  /// No pictures.
  init() {}

  /// Draws pictures whose programs and tables are in a folder.
  public init(_ pictures: [any Picture], with gnuplot: Gnuplot, in folder: String) {
    for picture in pictures {
      if let failure = gnuplot.draw(picture.programFile, in: folder) {
        missing += picture.files
        reason = failure
      } else {
        files += picture.files
      }
    }
  }
}
