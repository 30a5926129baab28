/// Lines with bands, such as hazards over time.
public struct LinePicture: Picture {
  /// The axis of heights.
  public enum HeightAxis: Equatable, Sendable {
    /// From 0.
    case linear
    /// In powers of ten from `floor`, which is above 0; heights and limits below it are drawn at
    /// it.
    case logarithmic(floor: Double)
  }

  /// A level that a curve keeps over a stretch, drawn as a dashed line with a tick at its
  /// beginning.
  public struct Level: Equatable, Sendable {
    /// The curve's index among all that are handed in.
    public let curve: Int
    /// Where it begins.
    public let from: Double
    /// Where it ends.
    public let to: Double
    /// Its height.
    public let height: Double

    /// Makes a level.
    public init(curve: Int, from: Double, to: Double, height: Double) {
      (self.curve, self.from, self.to, self.height) = (curve, from, to, height)
    }
  }

  /// The stem of the picture's files.
  public let name: String
  /// The file with the curves' rows, in the picture's folder.
  public let table: String
  /// The columns of that file.
  public let columns: PictureColumns
  /// The title.
  public let title: PictureText
  /// Lines below the title, in smaller letters.
  public let subtitle: [String]
  /// The name of the horizontal axis.
  public let xLabel: PictureText
  /// The name of the other axis.
  public let yLabel: PictureText
  /// Where the horizontal axis ends.
  public let end: Double
  /// The other axis.
  public let heights: HeightAxis
  private let curves: [PictureCurve]
  /// The commands that draw the levels of curves that are drawn.
  private let levels: [String]

  /// Makes a picture; curves after the 24th, and curves without rows, are left out.
  ///
  /// - Precondition: `end` is finite, and the floor of a logarithmic axis is above 0.
  public init(
    name: String, table: String? = nil, columns: PictureColumns, curves: [PictureCurve],
    end: Double, heights: HeightAxis = .linear,
    levels: [Level] = [], title: PictureText, subtitle: [String] = [], xLabel: PictureText,
    yLabel: PictureText
  ) {
    precondition(end.isFinite, "an axis ends at a finite place")
    if case .logarithmic(let floor) = heights {
      precondition(floor > 0 && floor.isFinite, "a logarithmic axis begins above 0")
    }
    self.name = name
    self.table = table ?? name + ".csv"
    self.columns = columns
    self.curves = PictureCurve.drawn(curves)
    self.end = end > 0 ? end : 1
    self.heights = heights
    let places = PictureCurve.places(curves)
    self.levels = levels.compactMap { level in
      places[level.curve].map { place in
        let line = "set arrow from \(level.from), \(level.height) to \(level.to), \(level.height)"
        let tick = "set arrow from \(level.from), graph 0 to \(level.from), \(level.height)"
        let colour = PictureStyle.inks[place % PictureStyle.inks.count]
        let style = "nohead linecolor rgb '\(colour)' dashtype (9,7) linewidth 1.2 front"
        return "\(line) \(style)\n\(tick) \(style)"
      }
    }
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
      set xrange [0:\(end)]
      set xtics \(AxisTicks.list(AxisTicks.upTo(end)))
      \(([heightAxis] + levels).joined(separator: "\n"))
      """
    return frame.program(
      table: table, axes: axes, data: curves.isEmpty ? "" : PictureCurve.arrays(curves),
      curves: curves.isEmpty ? [PictureFrame.nothing] : drawn)
  }

  private var heightAxis: String {
    switch heights {
    case .linear: "set yrange [0:\(curves.isEmpty ? "1" : "*")]"
    case .logarithmic(let floor):
      "set yrange [\(floor):\(curves.isEmpty ? "\(floor * 10)" : "*")]\nset logscale y\nset format y '10^{%L}'"
    }
  }

  private var drawn: [String] {
    let rows =
      "for [curve = 1:\(curves.count)] table skip 1 every stride[curve]::first[curve]::final[curve] using"
    let band = columns.band.map {
      "\(rows) \(columns.x):(\(height($0.lower))):(\(height($0.upper))) with filledcurves linestyle curve"
    }
    return (band.map { [$0] } ?? []) + [
      "\(rows) \(columns.x):(\(height(columns.y))) with lines linestyle curve"
    ]
  }

  private func height(_ column: Int) -> String {
    switch heights {
    case .linear: "$\(column)"
    case .logarithmic(let floor): "$\(column) < \(floor) ? \(floor) : $\(column)"
    }
  }
}
