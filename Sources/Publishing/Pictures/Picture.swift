/// A picture as a gnuplot program.
///
/// The program reads the picture's numbers from a CSV file in the same folder and writes the
/// picture twice, as SVG and as PNG, the same bytes every time. The file begins with a line of
/// keys; none of its cells may hold a line break or a quotation mark: see `PictureCurve.cell(_:)`.
public protocol Picture: Sendable {
  /// The stem of its files.
  var name: String { get }
  /// The program's text.
  var program: String { get }
}

extension Picture {
  /// The program's file.
  public var programFile: String { name + ".gp" }
  /// The files that the program writes.
  public var files: [String] { [name + ".svg", name + ".png"] }
}
