extension PanelSeries {
  /// The piece of gnuplot's `plot` that draws it on these axes.
  func plot(x: PanelPicture.Axis, y: PanelPicture.Axis) -> String {
    let stride = max(1, rows.count / PictureCurve.mostPoints)
    let source =
      "\(PictureText.quoted(table)) skip 1 every \(stride)::\(rows.lowerBound)::\(rows.upperBound - 1) using"
    let (across, height) = (Self.place(columns.x, x), Self.place(columns.y, y))
    let limits = columns.band.map { "\(Self.place($0.lower, y)):\(Self.place($0.upper, y))" } ?? ""
    let style = "linecolor rgb '\(colour.line)' linewidth 1.8"
    switch form {
    case .line: return "\(source) \(across):\(height) with lines \(style)"
    case .dashed: return "\(source) \(across):\(height) with lines \(style) dashtype (14,7)"
    case .steps: return "\(source) \(across):\(height) with steps \(style)"
    case .points:
      return "\(source) \(across):\(height) with points \(style) pointtype 7 pointsize 0.6"
    case .intervals:
      return
        "\(source) \(across):\(height):\(limits) with yerrorbars \(style) pointtype 7 pointsize 0.6"
    case .band:
      return "\(source) \(across):\(limits) with filledcurves linecolor rgb '\(colour.line)'"
    case .bars(let width):
      return
        "\(source) \(across):\(height):(\(width)) with boxes linecolor rgb '\(colour.line)' fill solid 0.75 noborder"
    }
  }

  /// The commands that draw its sample in a legend, from one place on the screen to another in the
  /// middle of a line of text.
  func sample(from start: Double, to end: Double, at y: Double) -> String {
    let style = "linecolor rgb '\(colour.line)' linewidth 1.8"
    func place(_ x: Double, _ y: Double) -> String { "screen across(\(x)), screen down(\(y))" }
    let line = "set arrow from \(place(start, y)) to \(place(end, y)) nohead \(style)"
    let point =
      "set label '' at \(place((start + end) / 2, y)) point \(style) pointtype 7 pointsize 0.6"
    let area =
      "set object rectangle from \(place(start, y - 5)) to \(place(end, y + 5)) fillcolor rgb '\(colour.line)' fillstyle"
    switch form {
    case .line, .steps: return line
    case .dashed: return line + " dashtype (14,7)"
    case .points: return point
    case .intervals: return line + "\n" + point
    case .band: return area + " transparent solid 0.25 noborder"
    case .bars: return area + " solid 0.75 noborder"
    }
  }

  /// A column's value on an axis. A logarithmic one knows no 0; what is far below it comes to a
  /// place below it, where lines to it are cut off.
  private static func place(_ column: Int, _ axis: PanelPicture.Axis) -> String {
    guard axis.isLogarithmic else { return "(column(\(column)))" }
    let below = max(axis.range.lowerBound / 1000, 1e-300)
    return "(column(\(column)) < \(below) ? \(below) : column(\(column)))"
  }
}
