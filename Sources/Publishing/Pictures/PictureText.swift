/// A text in a picture, as gnuplot's enhanced mode writes it.
public struct PictureText: Equatable, Sendable, ExpressibleByStringInterpolation {
  /// The text with gnuplot's markup, such as `B_{1}`.
  let markup: String

  /// A text that is shown to the letter.
  public init(_ plain: String) {
    markup = TableText.oneLine(plain).map { "\\^_@&~{}".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// A text that is shown to the letter.
  public init(stringLiteral plain: String) { self.init(plain) }

  /// A text with gnuplot's markup: `B_{1}` has its 1 lowered.
  public init(markup: String) {
    self.markup = TableText.oneLine(markup)
  }

  /// A gnuplot string. Single quotes, because inside double ones gnuplot runs what stands between backquotes as a command.
  static func quoted(_ text: String) -> String { "'" + TableText.oneLine(text).replacing("'", with: "''") + "'" }

  /// The size at which a text in one line fits where `room` characters of size `size` do.
  func fitting(_ size: Double, room: Int) -> String {
    TableText.fixed(max(size * min(1, Double(room) / Double(max(1, markup.count))), 6), decimals: 0)
  }
}
