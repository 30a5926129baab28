/// Curves over an abscissa in powers of ten, with upright lines at places of interest: branches of
/// solutions over a parameter.
///
/// Where a curve ends it has a dot, unless that is the edge of the picture.
public struct BranchPicture: Picture {
  /// An upright line with a name.
  public struct Mark: Equatable, Sendable {
    /// Where it stands.
    public let x: Double
    /// What stands beside it.
    public let name: String

    /// Makes a mark.
    public init(_ name: String, at x: Double) {
      self.x = x
      self.name = name
    }
  }

  /// The stem of the picture's files.
  public let name: String
  /// The file with the curves' rows, in the picture's folder.
  public let table: String
  /// The columns of that file.
  public let columns: PictureColumns
  /// The range of the abscissa.
  public let range: ClosedRange<Double>
  /// The range of heights; drawn in powers of ten.
  public let heights: ClosedRange<Double>
  /// The upright lines.
  public let marks: [Mark]
  /// The title.
  public let title: PictureText
  /// Lines below the title, in smaller letters.
  public let subtitle: [String]
  /// The name of the horizontal axis.
  public let xLabel: PictureText
  /// The name of the other axis.
  public let yLabel: PictureText
  private let curves: [PictureCurve]

  /// Makes a picture; curves after the 24th, and curves without rows, are left out; heights outside
  /// their range are drawn at its edge.
  ///
  /// - Precondition: Both ranges are above 0, finite and not empty.
  public init(
    name: String, table: String? = nil, columns: PictureColumns, curves: [PictureCurve],
    range: ClosedRange<Double>,
    heights: ClosedRange<Double>, marks: [Mark], title: PictureText, subtitle: [String] = [],
    xLabel: PictureText,
    yLabel: PictureText
  ) {
    for range in [range, heights] {
      precondition(
        range.lowerBound > 0 && range.upperBound.isFinite && range.lowerBound < range.upperBound,
        "an axis needs a range above 0")
    }
    self.name = name
    self.table = table ?? name + ".csv"
    self.columns = columns
    self.curves = PictureCurve.drawn(curves)
    self.range = range
    self.heights = heights
    self.marks = marks
    self.title = title
    self.subtitle = subtitle
    self.xLabel = xLabel
    self.yLabel = yLabel
  }

  /// The gnuplot program.
  public var program: String {
    let frame = PictureFrame(
      name: name, title: title, subtitle: subtitle, xLabel: xLabel, yLabel: yLabel,
      legend: PictureLegend(names: curves.map(\.name), strip: nil))
    let axes = """
      set xrange [\(range.lowerBound):\(range.upperBound)]
      set yrange [\(heights.lowerBound):\(heights.upperBound)]
      set logscale xy
      set format xy '10^{%L}'
      # A line between two points outside is drawn where it is inside.
      set clip two
      # Heights outside the range are drawn just inside its edges.
      inside(y) = y < \(lowest) ? \(lowest) : y > \(heights.upperBound) ? \(heights.upperBound) : y
      \(upright)
      """
    return frame.program(
      table: table, axes: axes, data: curves.isEmpty ? "" : PictureCurve.arrays(curves),
      curves: curves.isEmpty ? ["\(heights.lowerBound / 10) with lines"] : drawn)
  }

  /// A little above the axis, so that the line is seen.
  private var lowest: Double { heights.lowerBound * 1.06 }

  /// The lines, and their names along them.
  private var upright: String {
    marks.filter { range.contains($0.x) }.map { mark in
      """
      set arrow from first \(mark.x), graph 0 to first \(mark.x), graph 1 nohead front linecolor rgb '#444444' dashtype (6,6) linewidth 1
      set label \(PictureText.quoted(mark.name)) at first \(mark.x), graph 0.98 offset -1.3,0 rotate by 90 right front noenhanced \
      textcolor rgb '#444444' font ',11'
      """
    }.joined(separator: "\n")
  }

  private var drawn: [String] {
    let rows = "for [curve = 1:\(curves.count)] table skip 1 every"
    let ends =
      "using (\(isInside) ? $\(columns.x) : 1/0):(inside($\(columns.y))) with points linestyle curve pointtype 7 pointsize 0.9"
    return [
      "\(rows) stride[curve]::first[curve]::final[curve] using \(columns.x):(inside($\(columns.y))) with lines linestyle curve",
      "\(rows) ::first[curve]::first[curve] \(ends)",
      "\(rows) ::final[curve]::final[curve] \(ends)",
    ]
  }

  /// Whether a point is off the left and right edges.
  private var isInside: String {
    "$\(columns.x) > \(range.lowerBound * 1.000001) && $\(columns.x) < \(range.upperBound * 0.999999)"
  }
}
