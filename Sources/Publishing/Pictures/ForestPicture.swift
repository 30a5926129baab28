/// Estimates with their intervals, a row each, in panels side by side: how several things compare.
public struct ForestPicture: Picture {
  /// Where a panel's numbers are in the CSV file, by columns counted from 1.
  public struct Series: Equatable, Sendable {
    /// The estimate.
    public let value: Int
    /// The lower limit.
    public let lower: Int
    /// The upper limit.
    public let upper: Int

    /// Finds the columns of a table by their keys; the limits are `value_lower` and `value_upper` unless others are named.
    ///
    /// - Precondition: The table has the keys.
    public init(of table: Table, _ value: String, lower: String? = nil, upper: String? = nil) {
      func place(_ key: String) -> Int {
        guard let found = table.keys.firstIndex(of: key) else {
          preconditionFailure("the table \(table.name) has no column \(key)")
        }
        return found + 1
      }
      (self.value, self.lower, self.upper) = (
        place(value), place(lower ?? value + "_lower"), place(upper ?? value + "_upper")
      )
    }
  }

  /// The axis of a panel.
  public enum Scale: Equatable, Sendable {
    /// Over a range that holds 0, with a line there.
    case linear(ClosedRange<Double>)
    /// In powers of ten over a range above 0. An estimate of 0 with an upper limit is an arrow that comes from there.
    case logarithmic(ClosedRange<Double>)
  }

  /// One panel: up to two series, the first with open points, the second with filled ones.
  public struct Panel: Equatable, Sendable {
    /// Its title.
    public let title: PictureText
    /// The name of its axis.
    public let xLabel: PictureText
    /// What is drawn in it.
    public let series: [Series]
    /// Its axis.
    public let scale: Scale

    /// Makes a panel.
    ///
    /// - Precondition: it has one or two series; the range is finite and has a length, and a logarithmic one begins above 0.
    public init(title: PictureText, xLabel: PictureText, series: [Series], scale: Scale) {
      precondition((1...2).contains(series.count), "a panel has one or two series")
      let range = scale.range
      precondition(
        range.lowerBound.isFinite && range.upperBound.isFinite && range.lowerBound < range.upperBound, "a range has a length")
      switch scale {
      case .linear: precondition(range.contains(0), "a difference is drawn beside 0")
      case .logarithmic: precondition(range.lowerBound > 0, "a logarithmic axis begins above 0")
      }
      self.title = title
      self.xLabel = xLabel
      self.series = series
      self.scale = scale
    }
  }

  /// The stem of the picture's files.
  public let name: String
  /// The file with the rows, in the picture's folder.
  public let table: String
  /// The rows' names, in the order of the file; those after the first `mostRows` are not drawn.
  public let rows: [String]
  /// The panels, from the left.
  public let panels: [Panel]
  /// The title.
  public let title: PictureText
  /// Lines below the title, in smaller letters.
  public let subtitle: [String]

  /// The most rows that are drawn.
  public static let mostRows = 40
  /// Room for the panels' titles, for the ticks and names of their axes, between them, and right of them.
  private static let panelTitle = 26.0
  private static let axisHeight = 66.0
  private static let gap = 42.0
  private static let rightMargin = 24.0
  private static let widestName = 300.0
  private static let nameStart = 14.0

  /// Makes a picture.
  ///
  /// - Precondition: there is a panel.
  public init(
    name: String, table: String? = nil, rows: [String], panels: [Panel], title: PictureText, subtitle: [String] = []
  ) {
    precondition(!panels.isEmpty, "a picture has a panel")
    self.name = name
    self.table = table ?? name + ".csv"
    self.rows = Array(rows.prefix(Self.mostRows))
    self.panels = panels
    self.title = title
    self.subtitle = subtitle
  }

  /// The gnuplot program.
  public var program: String {
    let frame = PictureFrame(
      name: name, title: title, subtitle: subtitle, xLabel: "", yLabel: "", legend: PictureLegend(names: [], strip: nil))
    let names = rows.map { SmallText.wrapped($0, room: Self.widestName, most: 3) }
    let rowHeight = PictureStyle.lineHeight * Double(names.map(\.count).max() ?? 1) + 14
    let count = max(rows.count, 1)
    let top = frame.top + Self.panelTitle
    let bottom = top + rowHeight * Double(count)
    let height = (bottom + Self.axisHeight).rounded(.up)
    let widest = names.joined().map { SmallText.width($0) }.max() ?? 0
    let left = Self.nameStart + min(widest, Self.widestName) + 16
    return """
      \(frame.opening(table: table, data: "", height: height))
      set tmargin at screen down(\(top))
      set bmargin at screen down(\(bottom))
      \(PictureStyle.axes)
      set border 1
      unset ytics
      set yrange [\(count) - 0.5:-0.5]
      # The height of a row of the table, of two series the first a little higher; and what is not there, outside of the picture.
      height(shift, isThere) = isThere ? column(0) + shift : -9

      \(PictureStyle.lines(2))
      \(PictureStyle.output(name, height: height, plot: plots(frame.titles + labels(names, below: top, rowHeight), from: left)))
      """
  }

  /// The rows' names, left of their rows.
  private func labels(_ names: [[String]], below top: Double, _ rowHeight: Double) -> String {
    names.enumerated().map { row, lines in
      let middle = top + rowHeight * (Double(row) + 0.5)
      return lines.enumerated().map { index, line in
        let y = middle + PictureStyle.lineHeight * (Double(index) - Double(lines.count - 1) / 2)
        return
          "set label \(PictureText.quoted(line)) at screen across(\(Self.nameStart)), screen down(\(y)) left noenhanced font ',11'\n"
      }.joined()
    }.joined()
  }

  /// One panel after the other; the labels come with the first.
  private func plots(_ labels: String, from left: Double) -> String {
    let width = (PictureStyle.width - left - Self.rightMargin - Self.gap * Double(panels.count - 1)) / Double(panels.count)
    let parts = panels.enumerated().map { index, panel in
      let start = left + (width + Self.gap) * Double(index)
      return """
        set lmargin at screen across(\(start))
        set rmargin at screen across(\(start + width))
        set title \(panel.title.command(size: 13, room: Int(width / 8)))
        set xlabel \(panel.xLabel.command(size: 12, room: Int(width / 8)))
        \(axis(panel.scale))
        plot \(drawn(panel).joined(separator: ", \\\n     "))
        unset label
        """
    }
    return "set multiplot\n" + labels + parts.joined(separator: "\n") + "\nunset multiplot"
  }

  private func axis(_ scale: Scale) -> String {
    let range = "set xrange [\(scale.range.lowerBound):\(scale.range.upperBound)]"
    switch scale {
    case .linear:
      return """
        unset logscale x
        \(range)
        set xtics \(AxisTicks.list(AxisTicks.around(scale.range)))
        set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
        """
    case .logarithmic:
      return """
        unset arrow
        set logscale x
        set format x '10^{%L}'
        set xtics autofreq
        \(range)
        """
    }
  }

  private func drawn(_ panel: Panel) -> [String] {
    guard !rows.isEmpty else { return ["'+' using (\(panel.scale.range.lowerBound)):(-9) every ::0::0 with points"] }
    return panel.series.enumerated().flatMap { index, series in drawn(series, panel, isSecond: index > 0) }
  }

  /// Intervals as lines, estimates as points, and on a logarithmic axis arrows for rows whose estimate is 0.
  private func drawn(_ series: Series, _ panel: Panel, isSecond: Bool) -> [String] {
    let each = "table skip 1 every ::0::\(rows.count - 1) using"
    let shift = panel.series.count == 1 ? 0 : isSecond ? 0.14 : -0.14
    let style = "linestyle \(isSecond ? 2 : 1)"
    let edge = panel.scale.range.lowerBound
    let (value, lower, upper) = ("column(\(series.value))", "column(\(series.lower))", "column(\(series.upper))")
    func part(_ condition: String, _ place: String, _ length: String?, _ looks: String) -> String {
      // Cells that are empty are not looked at.
      let vector = length.map { ":(\(condition) ? \($0) : 0):(0)" } ?? ""
      return "\(each) (\(condition) ? \(place) : \(edge)):(height(\(shift), \(condition)))\(vector) with \(looks)"
    }
    var isEstimate = "valid(\(series.value))"
    var parts: [String] = []
    if case .logarithmic = panel.scale {
      parts.append(
        part(
          "(\(isEstimate) && valid(\(series.upper)) && \(value) == 0)", upper, "\(edge) * 1.05 - \(upper)",
          "vectors head size screen 0.008,20 \(style)"))
      isEstimate = "(\(isEstimate) && \(value) > 0)"
    }
    let isInterval = "(\(isEstimate) && valid(\(series.lower)) && valid(\(series.upper)))"
    parts.append(part(isInterval, lower, "\(upper) - \(lower)", "vectors nohead \(style)"))
    parts.append(part(isEstimate, value, nil, "points \(style) pointtype \(isSecond ? 7 : 6)"))
    return parts
  }
}

extension ForestPicture.Scale {
  /// What the axis shows.
  var range: ClosedRange<Double> {
    switch self {
    case .linear(let range), .logarithmic(let range): range
    }
  }
}
