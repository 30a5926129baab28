/// The names of a panel's series, lines and ground below it, one under the other, each with a
/// sample.
struct PanelLegend {
  /// How lines across panels look.
  static let rule = "linecolor rgb '#444444' dashtype (20,12) linewidth 1"
  /// The colour of the ground of a stretch.
  static let shade = "#ececec"

  private struct Entry {
    let name: String
    let ink: String
    /// The commands that draw the sample, given where its line of text is.
    let sample: (Double) -> String
  }

  private let entries: [Entry]
  private let left: Double
  private let right: Double

  private static let sampleWidth = 28.0
  private static let nameStart = 36.0
  private static let mostLines = 4

  /// The legend of a panel between two places across the picture.
  init(_ panel: PanelPicture.Panel, left: Double, right: Double) {
    (self.left, self.right) = (left, right)
    let end = left + Self.sampleWidth
    func place(_ x: Double, _ y: Double) -> String { "screen across(\(x)), screen down(\(y))" }
    let series = panel.series.compactMap { series in
      series.rows.isEmpty
        ? nil
        : series.name.map {
          Entry(name: $0, ink: series.colour.ink) { series.sample(from: left, to: end, at: $0) }
        }
    }
    let rules = panel.rules.compactMap { rule in
      rule.name.map { name in
        Entry(name: name, ink: PictureColour.black.ink) {
          "set arrow from \(place(left, $0)) to \(place(end, $0)) nohead \(Self.rule)"
        }
      }
    }
    let shade = panel.shade?.name.map { name in
      Entry(name: name, ink: PictureColour.black.ink) { y in
        "set object rectangle from \(place(left, y - 6)) to \(place(end, y + 6)) fillcolor rgb '\(Self.shade)' fillstyle solid 1 noborder"
      }
    }
    entries = series + rules + (shade.map { [$0] } ?? [])
  }

  /// The commands that draw the legend below `top` points from the picture's top, and where it
  /// ends.
  func commands(below top: Double) -> (text: String, bottom: Double) {
    var y = top + PictureStyle.lineHeight / 2
    var lines: [String] = []
    for entry in entries {
      lines.append(entry.sample(y))
      for text in SmallText.wrapped(
        entry.name, room: right - left - Self.nameStart, most: Self.mostLines)
      {
        lines.append(
          "set label \(PictureText.quoted(text)) at screen across(\(left + Self.nameStart)), screen down(\(y)) left noenhanced "
            + "textcolor rgb '\(entry.ink)' font ',11'")
        y += PictureStyle.lineHeight
      }
      y += 2
    }
    return (lines.map { $0 + "\n" }.joined(), y)
  }
}
