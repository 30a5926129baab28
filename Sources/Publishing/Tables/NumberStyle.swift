/// How a number is rounded for a reader. Formats for machines always have all of its digits.
public enum NumberStyle: Equatable, Sendable {
  /// All digits, in the shortest form that reads back to the same number.
  case shortest
  /// So many digits that count: `0.0123`, `12300`; a power of ten below 1e-4.
  case significant(Int)
  /// So many digits after the point.
  case decimals(Int)
  /// So many digits that the uncertainty keeps two of them: 5243.7 with an uncertainty of 230 is
  /// `5240`.
  case spread(Double)
  /// Three digits and a power of ten: `1.46e-4`.
  case scientific
  /// A share as a percentage with so many digits after the point: 0.6 is `60.0 %`. Machines are
  /// given the share.
  case percent(decimals: Int)

  /// The number without its unit.
  func text(_ value: Double) -> String {
    switch self {
    case .shortest: TableText.csv(value)
    case .significant(let digits): TableText.significant(value, digits: digits)
    case .decimals(let decimals): TableText.fixed(value, decimals: decimals)
    case .spread(let spread): TableText.rounded(value, spread: spread)
    case .scientific: TableText.scientific(value)
    case .percent(let decimals): TableText.percent(value, digits: decimals)
    }
  }

  /// What stands behind the number.
  var unit: String {
    if case .percent = self { " %" } else { "" }
  }
}
