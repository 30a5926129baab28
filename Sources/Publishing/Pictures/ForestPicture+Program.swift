extension ForestPicture {
  /// Room for the panels' titles, for the ticks and names of their axes, between them, and right of
  /// them.
  private static let panelTitle = 26.0
  private static let axisHeight = 66.0
  private static let gap = 42.0
  private static let rightMargin = 24.0
  private static let widestName = 300.0
  private static let nameStart = 14.0

  /// The gnuplot program.
  public var program: String {
    let frame = PictureFrame(
      name: name, title: title, subtitle: subtitle, xLabel: "", yLabel: "",
      legend: PictureLegend(names: [], strip: nil))
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
    let width =
      (PictureStyle.width - left - Self.rightMargin - Self.gap * Double(panels.count - 1))
      / Double(panels.count)
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
        set xtics \(AxisTicks.decades(scale.range))
        \(range)
        """
    }
  }

  private func drawn(_ panel: Panel) -> [String] {
    guard !rows.isEmpty else {
      return ["'+' using (\(panel.scale.range.lowerBound)):(-9) every ::0::0 with points"]
    }
    return panel.series.enumerated().flatMap { index, series in
      drawn(series, panel, isSecond: index > 0)
    }
  }

  /// Intervals as lines, estimates as points, and on a logarithmic axis arrows for rows whose
  /// estimate is 0.
  private func drawn(_ series: Series, _ panel: Panel, isSecond: Bool) -> [String] {
    let each = "table skip 1 every ::0::\(rows.count - 1) using"
    let shift = panel.series.count == 1 ? 0 : isSecond ? 0.14 : -0.14
    let style = "linestyle \(isSecond ? 2 : 1)"
    let edge = panel.scale.range.lowerBound
    let (value, lower, upper) = (
      "column(\(series.value))", "column(\(series.lower))", "column(\(series.upper))"
    )
    func part(_ condition: String, _ place: String, _ length: String?, _ looks: String) -> String {
      // Cells that are empty are not looked at.
      let vector = length.map { ":(\(condition) ? \($0) : 0):(0)" } ?? ""
      return
        "\(each) (\(condition) ? \(place) : \(edge)):(height(\(shift), \(condition)))\(vector) with \(looks)"
    }
    var isEstimate = "valid(\(series.value))"
    var parts: [String] = []
    if case .logarithmic = panel.scale {
      parts.append(
        part(
          "(\(isEstimate) && valid(\(series.upper)) && \(value) == 0)", upper,
          "\(edge) * 1.05 - \(upper)",
          "vectors head size screen 0.008,20 \(style)"))
      isEstimate = "(\(isEstimate) && \(value) > 0)"
    }
    let isInterval = "(\(isEstimate) && valid(\(series.lower)) && valid(\(series.upper)))"
    parts.append(part(isInterval, lower, "\(upper) - \(lower)", "vectors nohead \(style)"))
    parts.append(
      part(
        series.isDrawnAlone ? isEstimate : isInterval, value, nil,
        "points \(style) pointtype \(isSecond ? 7 : 6)"))
    return parts
  }
}
