/// The colours of a panel's series: those of Okabe and Ito, which people who see colours
/// differently can tell apart, and grey.
public enum PictureColour: Int, CaseIterable, Sendable {
  /// Dark blue.
  case blue
  /// A red that is not green to anybody.
  case vermilion
  /// Bluish green.
  case green
  /// Reddish purple.
  case purple
  /// Orange.
  case orange
  /// Light blue.
  case sky
  /// Black.
  case black
  /// Grey, for what stands back.
  case grey

  /// The colour of lines, as gnuplot spells it.
  var line: String { self == .grey ? "#8a8a8a" : PictureStyle.colours[rawValue] }
  /// The colour of words, darker where words would be too faint.
  var ink: String { self == .grey ? "#5c5c5c" : PictureStyle.inks[rawValue] }
}
