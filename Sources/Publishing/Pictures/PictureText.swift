/// A text in a picture: shown to the letter, or with gnuplot's markup.
public struct PictureText: Equatable, Sendable, ExpressibleByStringInterpolation {
  let text: String
  let hasMarkup: Bool

  /// A text that is shown to the letter.
  public init(_ plain: String) {
    text = plain
    hasMarkup = false
  }

  /// A text that is shown to the letter.
  public init(stringLiteral plain: String) { self.init(plain) }

  /// A text with gnuplot's markup: `B_{1}` has its 1 lowered. For texts of our own, as it must be
  /// right: gnuplot 5.4 writes a broken SVG where an ampersand is escaped in it.
  public init(markup: String) {
    text = markup
    hasMarkup = true
  }

  /// The text in a gnuplot command, at `size` or smaller so that `room` characters of that size fit
  /// where it stands.
  func command(size: Double, room: Int) -> String {
    let fitting = TableText.fixed(
      max(size * min(1, Double(room) / Double(max(1, text.count))), 6), decimals: 0)
    return "\(Self.quoted(text)) \(hasMarkup ? "" : "noenhanced ")font ',\(fitting)'"
  }

  /// A gnuplot string. Single quotes, because inside double ones gnuplot runs what stands between
  /// backquotes as a command. Apostrophes at the beginning become opening marks, as gnuplot 5.4
  /// does not read three quotes in a row as one and a string.
  static func quoted(_ text: String) -> String {
    let line = TableText.oneLine(text)
    let rest = line.drop { $0 == "'" }
    let opening = String(repeating: "\u{2018}", count: line.count - rest.count)
    return "'" + opening + rest.replacing("'", with: "''") + "'"
  }
}
