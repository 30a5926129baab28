/// What stands around the curves of every picture: the title, the axes' names, the legend, and how
/// much room each has.
struct PictureFrame {
  let name: String
  let title: PictureText
  let subtitle: [String]
  let xLabel: PictureText
  let yLabel: PictureText
  let legend: PictureLegend
  /// The height of the plot in points.
  var plotHeight = 430.0
  /// Whether the plot is as wide as high.
  var isSquare = false

  private static let rightMargin = 34.0
  /// What is plotted where there is no curve, so that gnuplot draws the axes: a line outside them.
  static let nothing = "-1 with lines"

  /// Room for the ticks and the name of the axis below the plot.
  private static let axisHeight = 66.0

  private var lines: [String] {
    subtitle.flatMap { SmallText.wrapped($0, room: PictureStyle.width - 30, most: 3) }
  }
  /// Where the plot begins, in points from the picture's top.
  var top: Double { 44 + PictureStyle.lineHeight * Double(lines.count) + 12 }

  /// How every program of one table begins: what it reads, and places in points.
  func opening(table: String, data: String, height: Double) -> String {
    opening(tables: [table], data: "table = \(PictureText.quoted(table))\n\(data)", height: height)
  }

  /// The same for any tables, whose names the program says itself.
  func opening(tables: [String], data: String, height: Double) -> String {
    """
    # Draw this picture again with:  gnuplot \(TableText.oneLine(name)).gp
    # Reads \(tables.map(TableText.oneLine).joined(separator: " and ")) in the same folder; writes \(TableText.oneLine(name)).svg and \(TableText.oneLine(name)).png.

    set macros
    set datafile separator comma
    set datafile commentschars ''
    \(data)

    # Places in points from the left and from the top.
    across(x) = x / \(PictureStyle.width)
    down(y) = 1 - y / \(height)
    """
  }

  /// The title and the lines below it.
  var titles: String {
    let subtitles = lines.enumerated().map { index, line in
      "set label \(PictureText.quoted(line)) at screen 0.5, screen down(\(48 + PictureStyle.lineHeight * Double(index))) "
        + "center noenhanced font ',11'\n"
    }
    return "set label \(title.command(size: 15, room: 66)) at screen 0.5, screen down(24) center\n"
      + subtitles.joined()
  }

  /// A whole program: `data` before, `axes` and then the macro `curves` that is plotted.
  func program(table: String, axes: String, data: String, curves: [String]) -> String {
    let bottom = top + plotHeight
    let (names, end) = legend.commands(below: bottom + Self.axisHeight)
    let height = (end + 2).rounded(.up)
    let left = isSquare ? (PictureStyle.width - plotHeight) / 2 : legend.leftMargin
    let right = isSquare ? left + plotHeight : PictureStyle.width - Self.rightMargin
    return """
      \(opening(table: table, data: data, height: height))
      set lmargin at screen across(\(left))
      set rmargin at screen across(\(right))
      set tmargin at screen down(\(top))
      set bmargin at screen down(\(bottom))
      \(titles)set xlabel \(xLabel.command(size: 13, room: 60))
      set ylabel \(yLabel.command(size: 13, room: 38))
      \(PictureStyle.axes)
      \(axes)

      \(PictureStyle.lines(max(1, legend.names.count)))
      \(names)
      curves = "\(curves.joined(separator: ", \" \\\n       . \""))"

      \(PictureStyle.output(name, height: height))
      """
  }
}
