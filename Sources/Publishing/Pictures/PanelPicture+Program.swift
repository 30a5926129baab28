extension PanelPicture {
  /// Room left of a panel for the numbers and the name of its axis, right of the last, above a
  /// panel for its title, and below for its axis.
  private static let axisWidth = 92.0
  private static let rightMargin = 24.0
  private static let panelTitle = 28.0
  private static let axisHeight = 72.0
  private static let plotHeight = 350.0

  /// The width of a panel between its axes.
  private var width: Double {
    PictureStyle.width / Double(panels.count) - Self.axisWidth - Self.rightMargin
  }

  /// The gnuplot program.
  public var program: String {
    let frame = PictureFrame(
      name: name, title: title, subtitle: subtitle, xLabel: "", yLabel: "",
      legend: PictureLegend(names: [], strip: nil))
    let top = frame.top + Self.panelTitle
    let bottom = top + Self.plotHeight
    let legends = panels.indices.map { index in
      PanelLegend(
        panels[index], left: left(index) - Self.axisWidth + 14,
        right: left(index) + width + Self.rightMargin - 6
      )
      .commands(below: bottom + Self.axisHeight)
    }
    let height = ((legends.map(\.bottom).max() ?? bottom) + 8).rounded(.up)
    var tables: [String] = []
    for series in panels.flatMap(\.series) where !tables.contains(series.table) {
      tables.append(series.table)
    }
    let labels = frame.titles + legends.map(\.text).joined()
    return """
      \(frame.opening(tables: tables, data: "", height: height))
      set tmargin at screen down(\(top))
      set bmargin at screen down(\(bottom))
      \(PictureStyle.axes)
      set style fill transparent solid 0.25 noborder

      \(PictureStyle.output(name, height: height, plot: plots(labels)))
      """
  }

  /// Where a panel's axis of heights stands.
  private func left(_ index: Int) -> Double {
    PictureStyle.width / Double(panels.count) * Double(index) + Self.axisWidth
  }

  /// One panel after the other; the labels and legends come with the first.
  private func plots(_ labels: String) -> String {
    let parts = panels.enumerated().map { index, panel in
      return """
        set lmargin at screen across(\(left(index)))
        set rmargin at screen across(\(left(index) + width))
        set title \(panel.title.command(size: 13, room: Int(width / 9.6))) offset 0,-0.3
        set xlabel \(panel.x.label.command(size: 12, room: Int(width / 8.8)))
        set ylabel \(panel.y.label.command(size: 12, room: Int(Self.plotHeight / 8.8)))
        \(Self.commands(panel.x, letter: "x", most: 6))
        \(Self.commands(panel.y, letter: "y", most: 8))
        \(ground(panel))plot \(drawn(panel).joined(separator: ", \\\n     "))
        unset label
        unset arrow
        unset object
        """
    }
    return "set multiplot\n" + labels + parts.joined(separator: "\n") + "\nunset multiplot"
  }

  private static func commands(_ axis: Axis, letter: String, most: Int) -> String {
    let (low, high) = (axis.range.lowerBound, axis.range.upperBound)
    let ticks =
      if let ticks = axis.ticks {
        AxisTicks.list(ticks)
      } else {
        axis.isLogarithmic
          ? AxisTicks.decades(axis.range) : AxisTicks.list(AxisTicks.within(axis.range, most: most))
      }
    return """
      \(axis.isLogarithmic ? "set" : "unset") logscale \(letter)
      set \(letter)range [\(low):\(high)]
      set \(letter)tics \(ticks)
      """
  }

  /// What stands behind and across the series.
  private func ground(_ panel: Panel) -> String {
    let stretches = panel.shade?.stretches ?? []
    let shades = stretches.map { stretch in
      "set object rectangle from first \(stretch.lowerBound), graph 0 to first \(stretch.upperBound), graph 1 behind "
        + "fillcolor rgb '\(PanelLegend.shade)' fillstyle solid 1 noborder\n"
    }
    let rules = panel.rules.map { rule in
      let ends =
        switch rule.place {
        case .x(let place): "from first \(place), graph 0 to first \(place), graph 1"
        case .y(let place): "from graph 0, first \(place) to graph 1, first \(place)"
        }
      return "set arrow \(ends) nohead \(PanelLegend.rule)\n"
    }
    return (shades + rules).joined()
  }

  private func drawn(_ panel: Panel) -> [String] {
    let series = panel.series.filter { !$0.rows.isEmpty }
    // gnuplot draws axes only around something: a point outside of them.
    guard !series.isEmpty else {
      return ["'+' using (\(panel.x.range.lowerBound)):(NaN) every ::0::0 with points"]
    }
    return series.map { $0.plot(x: panel.x, y: panel.y) }
  }
}
