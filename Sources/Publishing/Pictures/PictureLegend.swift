/// The names of a picture's curves below it, each with a piece of its line, and under a survival
/// curve the numbers at risk.
///
/// gnuplot's own legend cuts names off that are longer than the picture. Names that fit stand left
/// of their numbers; longer ones on lines of their own above them, wrapped.
struct PictureLegend {
  let names: [String]
  /// The strip's rows are those of `names`.
  let strip: AtRiskStrip?

  private static let sample = 14.0...42.0
  private static let nameStart = 48.0
  private static let mostLines = 4
  /// The room for the ticks and the name of the axis of heights.
  private static let axisWidth = 118.0
  /// The widest name that stands beside its numbers.
  private static let shortName = 200.0

  private var longest: Double { names.map { SmallText.width($0) }.max() ?? 0 }
  private var isBeside: Bool { strip != nil && longest <= Self.shortName }
  private var isWanted: Bool { strip != nil || names.count > 1 }

  /// The room left of the plot: for the axis, and for names that stand beside their numbers.
  var leftMargin: Double {
    // The number at time 0 is centred on the axis; half of it stands left.
    let number = strip?.counts.compactMap(\.first).map { SmallText.width(String($0)) }.max() ?? 0
    return isBeside
      ? max(Self.axisWidth, Self.nameStart + longest + number / 2 + 12) : Self.axisWidth
  }

  /// How many names stand side by side.
  private var columns: Int {
    guard strip == nil else { return 1 }
    return min(4, max(1, Int(PictureStyle.width / (Self.nameStart + longest + 10))))
  }

  /// The commands that draw the legend below `top` points from the picture's top, and where it
  /// ends.
  func commands(below top: Double) -> (text: String, bottom: Double) {
    guard isWanted else { return ("", top) }
    var lines = [
      "# The legend: pieces of the lines, names" + (strip == nil ? "." : ", numbers at risk.")
    ]
    var y = top + PictureStyle.lineHeight
    if let strip {
      lines.append(
        "set label \(PictureText.quoted(strip.title)) at \(place(Self.sample.lowerBound, y)) left noenhanced font ',11'"
      )
      y += PictureStyle.lineHeight + 2
    }
    var heights: [Double] = []
    for (index, name) in names.enumerated() {
      let column = index % columns
      let x = Double(column) * PictureStyle.width / Double(columns)
      let (start, end) = (
        place(Self.sample.lowerBound + x, y), place(Self.sample.upperBound + x, y)
      )
      lines.append("set arrow from \(start) to \(end) nohead linestyle \(index + 1)")
      let texts = SmallText.wrapped(
        name, room: PictureStyle.width - Self.nameStart - 10, most: Self.mostLines)
      for (line, text) in texts.enumerated() {
        let here = place(Self.nameStart + x, y + Double(line) * PictureStyle.lineHeight)
        lines.append(
          "set label \(PictureText.quoted(text)) at \(here) left noenhanced textcolor rgb ink[\(index + 1)] font ',11'"
        )
      }
      let rows = isBeside ? 0 : strip == nil ? texts.count - 1 : texts.count
      heights.append(y + Double(rows) * PictureStyle.lineHeight)
      if column == columns - 1 || index == names.count - 1 {
        y =
          (heights.suffix(column + 1).max() ?? y) + PictureStyle.lineHeight
          + (strip == nil || isBeside ? 0 : 6)
      }
    }
    if let strip, !strip.times.isEmpty { lines.append(numbers(strip, at: heights)) }
    return (lines.joined(separator: "\n") + "\n", y)
  }

  private func numbers(_ strip: AtRiskStrip, at heights: [Double]) -> String {
    let rows = zip(strip.counts, heights).enumerated().map { index, row in
      "counts[\(index + 1)] = '\(row.0.map(String.init).joined(separator: " "))'; level[\(index + 1)] = \(row.1)"
    }
    return """
      array times[\(strip.times.count)] = [\(strip.times.map { "\($0)" }.joined(separator: ", "))]
      array counts[\(rows.count)]
      array level[\(rows.count)]
      \(rows.joined(separator: "\n"))
      do for [curve = 1:\(rows.count)] {
        do for [tick = 1:|times|] {
          set label word(counts[curve], tick) at first times[tick], screen down(level[curve]) center \\
            textcolor rgb ink[curve] font ',11'
        }
      }
      """
  }

  private func place(_ x: Double, _ y: Double) -> String {
    "screen across(\(x)), screen down(\(y))"
  }
}
