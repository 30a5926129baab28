/// What stands in a column of a row.
///
/// What is not defined is nil, or `missing` with a word of its own; a NaN or an infinity counts as
/// not defined. Formats for machines leave the cell empty (JSON: null), those for readers say so in
/// words.
public enum Cell: Equatable, Sendable {
  /// A text.
  case text(String)
  /// A whole number.
  case count(Int)
  /// A number.
  case number(Double?, NumberStyle = .significant(4))
  /// An estimate with its interval. Its column has the shape `interval`.
  case estimate(Estimate)
  /// A value with its standard error: `6972 ± 89`. Its column has the shape `standardError`.
  case value(Double?, standardError: Double?)
  /// A p-value: readers see two digits, with a power of ten below 1e-4, and `< 1e-300` for 0.
  case pValue(Double?)
  /// Nothing, and the word that tells a reader why.
  case missing(String = "not defined")

  /// A share of 1 in percent; machines are given the share.
  public static func percent(_ share: Double?, decimals: Int = 1) -> Cell {
    .number(share, .percent(decimals: decimals))
  }
}
