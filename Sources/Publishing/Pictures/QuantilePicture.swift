/// Quantiles of observations against those of a model, with the diagonal on which both agree.
public struct QuantilePicture: Picture {
  /// The stem of the picture's files.
  public let name: String
  /// The file with the points' rows, in the picture's folder.
  public let table: String
  /// The columns of that file; the band is drawn around the points.
  public let columns: PictureColumns
  /// Both axes' range.
  public let range: ClosedRange<Double>
  /// Whether the axes are in powers of ten.
  public let isLogarithmic: Bool
  /// The title.
  public let title: PictureText
  /// Lines below the title, in smaller letters.
  public let subtitle: [String]
  /// The name of the horizontal axis.
  public let xLabel: PictureText
  /// The name of the other axis.
  public let yLabel: PictureText
  private let groups: [PictureCurve]

  /// Makes a picture; groups after the 24th, and groups without rows, are left out.
  ///
  /// - Precondition: The range is finite and not empty, and above 0 where the axes are logarithmic.
  public init(
    name: String, table: String? = nil, columns: PictureColumns, groups: [PictureCurve],
    range: ClosedRange<Double>,
    isLogarithmic: Bool = false, title: PictureText, subtitle: [String] = [], xLabel: PictureText,
    yLabel: PictureText
  ) {
    precondition(
      range.lowerBound.isFinite && range.upperBound.isFinite && range.lowerBound < range.upperBound
        && (range.lowerBound > 0 || !isLogarithmic), "the range of the axes is not one")
    self.name = name
    self.table = table ?? name + ".csv"
    self.columns = columns
    self.groups = PictureCurve.drawn(groups)
    self.range = range
    self.isLogarithmic = isLogarithmic
    self.title = title
    self.subtitle = subtitle
    self.xLabel = xLabel
    self.yLabel = yLabel
  }

  /// The gnuplot program.
  public var program: String {
    let frame = PictureFrame(
      name: name, title: title, subtitle: subtitle, xLabel: xLabel, yLabel: yLabel,
      legend: PictureLegend(names: groups.map(\.name), strip: nil), plotHeight: 560, isSquare: true)
    let axes = """
      set xrange [\(range.lowerBound):\(range.upperBound)]
      set yrange [\(range.lowerBound):\(range.upperBound)]
      \(isLogarithmic ? "set logscale xy\nset format xy '10^{%L}'" : "")
      """
    let rows =
      "for [curve = 1:\(groups.count)] table skip 1 every stride[curve]::first[curve]::final[curve] using"
    let band = columns.band.map {
      "\(rows) \(columns.x):\($0.lower):\($0.upper) with filledcurves linestyle curve"
    }
    let points =
      "\(rows) \(columns.x):\(columns.y) with points linestyle curve linewidth 1 pointtype 6 pointsize 0.6"
    let diagonal = "x with lines linecolor rgb '#444444' dashtype (20,12) linewidth 1"
    return frame.program(
      table: table, axes: axes, data: groups.isEmpty ? "" : PictureCurve.arrays(groups),
      curves: groups.isEmpty ? [diagonal] : (band.map { [$0] } ?? []) + [diagonal, points])
  }
}
