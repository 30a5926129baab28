/// A map: cells over two axes of listed values, coloured by kind, the fainter the smaller their
/// share; with a number in each.
///
/// Both axes are in steps of one cell, in the order in which their values are listed, whatever the
/// values are.
public struct MapPicture: Picture {
  /// The columns of the CSV file, counted from 1.
  public struct Columns: Equatable, Sendable {
    /// The value on the horizontal axis.
    public let x: Int
    /// The value on the vertical axis.
    public let y: Int
    /// The kind, one of the picture's `kinds`.
    public let kind: Int
    /// The kind's share of 1.
    public let share: Int
    /// The number whose logarithm to base 10 stands in the cell; empty cells stay without.
    public let number: Int

    /// Finds the columns of a table by their keys.
    ///
    /// - Precondition: The table has the keys.
    public init(of table: Table, x: String, y: String, kind: String, share: String, number: String)
    {
      func place(_ key: String) -> Int {
        guard let found = table.keys.firstIndex(of: key) else {
          preconditionFailure("the table \(table.name) has no column \(key)")
        }
        return found + 1
      }
      (self.x, self.y, self.kind, self.share, self.number) = (
        place(x), place(y), place(kind), place(share), place(number)
      )
    }
  }

  /// One map: its title, and its rows in the CSV file, counted from 0 after the header.
  public struct Panel: Equatable, Sendable {
    /// The title.
    public let title: String
    /// The rows, a cell each.
    public let rows: Range<Int>

    /// Makes a panel.
    public init(_ title: String, rows: Range<Int>) {
      self.title = title
      self.rows = rows
    }
  }

  /// The stem of the picture's files.
  public let name: String
  /// The file with the cells, in the picture's folder.
  public let table: String
  /// The columns of that file.
  public let columns: Columns
  /// The maps; those without rows, and those after the first `mostPanels`, are not drawn.
  public let panels: [Panel]
  /// The kinds as the file spells them, in the order of their colours. A cell of another kind is
  /// left white.
  public let kinds: [String]
  /// The values of the horizontal axis, from the left. A cell at another value is not drawn.
  public let x: [Double]
  /// The values of the vertical axis, from below.
  public let y: [Double]
  /// The title.
  public let title: PictureText
  /// Lines below the title, in smaller letters.
  public let subtitle: [String]
  /// The name of the horizontal axis.
  public let xLabel: PictureText
  /// The name of the vertical axis.
  public let yLabel: PictureText

  /// The most maps of a picture.
  public static let mostPanels = 12
  /// The most kinds.
  public static let mostKinds = PictureStyle.fills.count

  /// Makes a picture.
  ///
  /// - Precondition: There are 1 to `mostKinds` kinds, and each axis has finite values, none twice.
  public init(
    name: String, table: String? = nil, columns: Columns, panels: [Panel], kinds: [String],
    x: [Double], y: [Double],
    title: PictureText, subtitle: [String] = [], xLabel: PictureText, yLabel: PictureText
  ) {
    precondition((1...Self.mostKinds).contains(kinds.count), "a map has a colour for each kind")
    for axis in [x, y] {
      precondition(
        !axis.isEmpty && axis.allSatisfy(\.isFinite) && Set(axis).count == axis.count,
        "an axis of a map lists different values")
    }
    self.name = name
    self.table = table ?? name + ".csv"
    self.columns = columns
    self.panels = Array(panels.filter { !$0.rows.isEmpty }.prefix(Self.mostPanels))
    self.kinds = kinds
    self.x = x
    self.y = y
    self.title = title
    self.subtitle = subtitle
    self.xLabel = xLabel
    self.yLabel = yLabel
  }
}
