/// How all pictures look.
enum PictureStyle {
  /// The most curves that a picture can tell apart: 8 colours in 3 dash styles.
  static let mostCurves = colours.count * dashes.count
  /// The width of a picture in points.
  static let width = 900.0
  /// The height of a line of small text in points.
  static let lineHeight = 18.0

  /// The colours of Okabe and Ito, which people who see colours differently can tell apart; yellow
  /// last, as it is faint on white.
  static let colours = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#F0E442",
  ]
  /// The same, darker where words would be too faint.
  static let inks = [
    "#0072B2", "#C24E00", "#007A5A", "#A8497C", "#A06E00", "#1F7FB8", "#000000", "#7D7500",
  ]
  private static let dashes = ["1", "(14,7)", "(3,5)"]
  /// Areas that words stand on, the bright ones first: sky blue, orange, yellow, purple, black,
  /// green.
  static let fills: [(red: Int, green: Int, blue: Int)] = [
    (0x56, 0xB4, 0xE9), (0xE6, 0x9F, 0x00), (0xF0, 0xE4, 0x42), (0xCC, 0x79, 0xA7),
    (0x00, 0x00, 0x00), (0x00, 0x9E, 0x73),
  ]

  /// Line styles 1 to `count`, and the colours of words beside them.
  static func lines(_ count: Int) -> String {
    let styles = (0..<count).map { index in
      "set style line \(index + 1) linecolor rgb '\(colours[index % colours.count])' "
        + "dashtype \(dashes[index / colours.count % dashes.count]) linewidth 1.8 pointtype 1 pointsize 0.9\n"
    }
    let words = (0..<count).map { "'\(inks[$0 % inks.count])'" }.joined(separator: ", ")
    return
      "# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.\n"
      + styles.joined()
      + "array ink[\(count)] = [\(words)]\nset style fill transparent solid \(count > colours.count ? 0.05 : count > 3 ? 0.1 : 0.18) noborder\n"
  }

  /// The axes and the grid.
  static let axes = """
    set border 3 linecolor rgb '#444444'
    set format '%g'
    set tics nomirror out font ',11'
    set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
    unset key
    """

  /// Draws to the two files by the commands `plot`, the macro `curves` unless told otherwise.
  /// Letters are as large in both, where a PNG has 96 dots an inch and an SVG 72.
  static func output(_ name: String, height: Double, plot: String = "plot @curves") -> String {
    let (svg, png) = (PictureText.quoted(name + ".svg"), PictureText.quoted(name + ".png"))
    let (wide, high) = (Int(width), Int(height))
    return """
      set terminal svg size \(wide),\(high) dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
      set output \(svg)
      \(plot)
      set terminal pngcairo size \(2 * wide),\(2 * high) background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
      set output \(png)
      \(plot)
      unset output

      """
  }
}
