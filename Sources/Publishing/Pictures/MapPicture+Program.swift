extension MapPicture {
  /// Room for a panel's title, for the axes and between panels.
  private static let panelTitle = 26.0
  private static let left = 86.0
  private static let between = 78.0
  private static let rightMargin = 24.0
  private static let swatch = 22.0
  private static let cellHeight = 26.0...34.0

  /// Room below a panel: for the ticks, as high as they are wide where they are turned, and the
  /// name of the axis.
  private var axisHeight: Double { 62 + (areTurned ? widestTick : 18) }
  private var widestTick: Double { x.map { SmallText.width(AxisTicks.label($0)) }.max() ?? 0 }
  private var areTurned: Bool { widestTick > panelWidth / Double(x.count) }

  private var across: Int { panels.count > 1 ? 2 : 1 }
  private var down: Int { max(1, (panels.count + across - 1) / across) }
  private var panelWidth: Double {
    (PictureStyle.width - Self.left - Self.rightMargin - Self.between * Double(across - 1))
      / Double(across)
  }
  private var panelHeight: Double {
    let room = 430 / Double(y.count)
    return Double(y.count) * min(max(room, Self.cellHeight.lowerBound), Self.cellHeight.upperBound)
  }

  /// The gnuplot program.
  public var program: String {
    let frame = PictureFrame(
      name: name, title: title, subtitle: subtitle, xLabel: xLabel, yLabel: yLabel,
      legend: PictureLegend(names: [], strip: nil))
    let panelRoom = Self.panelTitle + panelHeight + axisHeight
    let legendTop = frame.top + panelRoom * Double(down)
    let (legend, end) = legend(below: legendTop)
    return """
      \(frame.opening(table: table, data: data, height: end))
      \(PictureStyle.axes)
      unset grid
      set border 0
      set xrange [0.5:\(x.count).5]
      set yrange [0.5:\(y.count).5]
      set xtics \(ticks(x, turned: areTurned)) font ',\(tickSize)'
      set ytics \(ticks(y, turned: false)) font ',\(tickSize)'

      \(PictureStyle.output(name, height: end, plot: plots(frame, legend: frame.titles + legend, panelRoom)))
      """
  }

  /// Where values stand on an axis, and how cells are coloured.
  private var data: String {
    func list(_ items: [String]) -> String {
      "[\(items.count)] = [\(items.joined(separator: ", "))]"
    }
    let fills = PictureStyle.fills.prefix(kinds.count)
    return """
      array xs\(list(x.map { "\($0)" }))
      array ys\(list(y.map { "\($0)" }))
      array kinds\(list(kinds.map { PictureText.quoted($0) }))
      array reds\(list(fills.map { "\($0.red)" }))
      array greens\(list(fills.map { "\($0.green)" }))
      array blues\(list(fills.map { "\($0.blue)" }))
      # The place of a cell among the listed values, outside the picture where it is not one of them.
      xplace(value) = (sum [i = 1:|xs|] (xs[i] == value ? i : 0)) + (sum [i = 1:|xs|] (xs[i] == value ? 0 : 1) == |xs| ? -9 : 0)
      yplace(value) = (sum [i = 1:|ys|] (ys[i] == value ? i : 0)) + (sum [i = 1:|ys|] (ys[i] == value ? 0 : 1) == |ys| ? -9 : 0)
      kind(word) = (sum [i = 1:|kinds|] (kinds[i] eq word ? i : 0))
      # A colour mixed with white: a share of 1 has it whole, a share near 0 a third of it.
      mixed(part, share) = int(255 - (0.3 + 0.7 * share) * (255 - part) + 0.5)
      colour(k, share) = k < 1 ? 0xffffff : mixed(reds[k], share) * 65536 + mixed(greens[k], share) * 256 + mixed(blues[k], share)
      bright(k, share) = k < 1 ? 255 : 0.3 * mixed(reds[k], share) + 0.59 * mixed(greens[k], share) + 0.11 * mixed(blues[k], share)
      """
  }

  private var tickSize: Int { y.count > 24 || x.count > 24 ? 8 : 10 }

  /// The listed values as ticks: turned where they would touch, and only every few where there are
  /// very many.
  private func ticks(_ values: [Double], turned: Bool) -> String {
    let labels = values.map { AxisTicks.label($0) }
    let stride = max(1, (values.count + 39) / 40)
    let places = labels.enumerated().filter { $0.offset % stride == 0 }.map {
      "'\($0.element)' \($0.offset + 1)"
    }
    return (turned ? "rotate by 90 right " : "") + "(" + places.joined(separator: ", ")
      + ") scale 0"
  }

  private func plots(_ frame: PictureFrame, legend: String, _ panelRoom: Double) -> String {
    let parts = (panels.isEmpty ? [nil] : panels.map(Optional.some)).enumerated().map {
      index, panel in
      let left = Self.left + (panelWidth + Self.between) * Double(index % across)
      let top = frame.top + Self.panelTitle + panelRoom * Double(index / across)
      return """
        set lmargin at screen across(\(left))
        set rmargin at screen across(\(left + panelWidth))
        set tmargin at screen down(\(top))
        set bmargin at screen down(\(top + panelHeight))
        set title \(PictureText(panel?.title ?? "").command(size: 12, room: Int(panelWidth / 8)))
        set xlabel \(frame.xLabel.command(size: 12, room: Int(panelWidth / 8)))
        set ylabel \(frame.yLabel.command(size: 12, room: Int(panelHeight / 8)))
        plot \(panel.map(cells) ?? PictureFrame.nothing)
        unset label
        unset object
        """
    }
    return "set multiplot\n" + legend + parts.joined(separator: "\n") + "\nunset multiplot"
  }

  /// The cells, then their numbers.
  private func cells(_ panel: Panel) -> String {
    let rows = "table skip 1 every ::\(panel.rows.lowerBound)::\(panel.rows.upperBound - 1) using"
    let (x, y) = ("xplace(column(\(columns.x)))", "yplace(column(\(columns.y)))")
    let (kind, share, number) = (
      "kind(strcol(\(columns.kind)))", "column(\(columns.share))", "column(\(columns.number))"
    )
    let text =
      "(strcol(\(columns.number)) eq '' ? '' : \(number) > 0 ? sprintf('%.1f', log10(\(number))) : '')"
    let ink = "(bright(\(kind), \(share)) < 110 ? 0xffffff : 0x000000)"
    let size = max(5, min(11, Int(panelWidth / Double(self.x.count) / 3.2)))
    return """
      \(rows) (\(x)):(\(y)):(\(x) - 0.5):(\(x) + 0.5):(\(y) - 0.5):(\(y) + 0.5):(colour(\(kind), \(share))) \\
             with boxxyerror fillstyle solid 1 border rgb '#ffffff' linecolor rgb variable, \\
           \(rows) (\(x)):(\(y)):\(text):\(ink) with labels font ',\(size)' textcolor rgb variable noenhanced
      """
  }

  /// A swatch and a word for each kind, side by side in lines as they fit; and where they end.
  private func legend(below top: Double) -> (text: String, bottom: Double) {
    var lines = ""
    var (x, y) = (Self.left, top + PictureStyle.lineHeight)
    for (index, kind) in kinds.enumerated() {
      let width = Self.swatch + 8 + SmallText.width(kind) + 26
      if x > Self.left, x + width > PictureStyle.width {
        (x, y) = (Self.left, y + PictureStyle.lineHeight + 4)
      }
      let fill = PictureStyle.fills[index]
      let colour =
        "#"
        + [fill.red, fill.green, fill.blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        .joined()
      lines += """
        set object rectangle from screen across(\(x)), screen down(\(y - 7)) to screen across(\(x + Self.swatch)), \
        screen down(\(y + 7)) fillcolor rgb '\(colour)' fillstyle solid 1 noborder
        set label \(PictureText.quoted(kind)) at screen across(\(x + Self.swatch + 8)), screen down(\(y)) left noenhanced font ',11'

        """
      x += width
    }
    return (lines, (y + PictureStyle.lineHeight + 2).rounded(.up))
  }
}
