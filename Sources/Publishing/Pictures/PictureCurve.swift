/// A curve of a picture: its name and its rows in the CSV file.
public struct PictureCurve: Equatable, Sendable {
  /// The curve's name in the legend.
  public let name: String
  /// Its rows in the CSV file, counted from 0 after the header, in the order of its abscissa. A
  /// curve without rows is not drawn.
  public let rows: Range<Int>
  /// Where a step curve ends, when that is behind its last row.
  public let end: Double?

  /// The most points of a curve that are drawn; the table keeps all.
  static let mostPoints = 2000

  /// Makes a curve.
  public init(_ name: String, rows: Range<Int>, end: Double? = nil) {
    self.name = name
    self.rows = rows
    self.end = end
  }

  /// A curve's name as a cell of the picture's CSV file: on one line and without quotation marks,
  /// because gnuplot reads neither as RFC 4180 says. The picture itself shows names to the letter.
  public static func cell(_ name: String) -> Cell { .text(plain(name)) }

  /// The same as text of a CSV file.
  public static func csv(_ name: String) -> String { TableText.csv(plain(name)) }

  private static func plain(_ name: String) -> String {
    TableText.oneLine(name).replacing("\"", with: "'")
  }

  /// Every how many of its rows one is drawn.
  var stride: Int { max(1, rows.count / Self.mostPoints) }

  /// The curves that are drawn: those with rows, and not more than can be told apart.
  static func drawn(_ curves: [PictureCurve]) -> [PictureCurve] {
    Array(curves.filter { !$0.rows.isEmpty }.prefix(PictureStyle.mostCurves))
  }

  /// Where each curve stands among those that are drawn, from 0; nil for one that is not.
  static func places(_ curves: [PictureCurve]) -> [Int?] {
    var next = 0
    return curves.map { curve in
      guard !curve.rows.isEmpty, next < PictureStyle.mostCurves else { return nil }
      defer { next += 1 }
      return next
    }
  }

  /// The program's arrays of where each curve's rows are.
  static func arrays(_ curves: [PictureCurve]) -> String {
    func list(_ items: [Int]) -> String {
      "[" + items.map(String.init).joined(separator: ", ") + "]"
    }
    let count = curves.count
    return """
      # Where each curve's rows begin and end in the table, and every how many of them one is drawn.
      array first[\(count)] = \(list(curves.map(\.rows.lowerBound)))
      array final[\(count)] = \(list(curves.map { $0.rows.upperBound - 1 }))
      array stride[\(count)] = \(list(curves.map(\.stride)))
      """
  }
}

/// The columns of the CSV file that a picture draws, counted from 1.
public struct PictureColumns: Equatable, Sendable {
  /// The abscissa.
  public let x: Int
  /// The height.
  public let y: Int
  /// The limits of the band, if there is one; where both cells are empty the band has a gap.
  public let band: (lower: Int, upper: Int)?
  /// A column that is above 0 where the curve has a mark.
  public let marks: Int?

  /// Makes the columns.
  public init(x: Int, y: Int, band: (lower: Int, upper: Int)? = nil, marks: Int? = nil) {
    self.x = x
    self.y = y
    self.band = band
    self.marks = marks
  }

  /// Finds the columns of a table by their keys: `y` has a band when the table has the keys
  /// `y_lower` and `y_upper`, or `band` names others.
  ///
  /// - Precondition: The table has the keys.
  public init(
    of table: Table, x: String, y: String, band: (lower: String, upper: String)? = nil,
    marks: String? = nil
  ) {
    func place(_ key: String) -> Int? { table.keys.firstIndex(of: key).map { $0 + 1 } }
    func known(_ key: String) -> Int {
      guard let found = place(key) else {
        preconditionFailure("the table \(table.name) has no column \(key)")
      }
      return found
    }
    let own = place(y + "_lower").flatMap { lower in place(y + "_upper").map { (lower, $0) } }
    self.init(
      x: known(x), y: known(y), band: band.map { (known($0.lower), known($0.upper)) } ?? own,
      marks: marks.map(known))
  }

  /// Compares all columns.
  public static func == (left: Self, right: Self) -> Bool {
    left.x == right.x && left.y == right.y && left.marks == right.marks
      && left.band?.lower == right.band?.lower && left.band?.upper == right.band?.upper
  }
}
