import Publishing

/// A column of a study's table: what it is called, what it says, and its cell in a row.
struct StudyColumn<Row>: Sendable {
  /// Makes a cell of a row.
  typealias MakeCell = @Sendable (Row) throws -> Cell

  /// What it is called and what it says.
  let words: ColumnWords
  /// Its cell in a row.
  let cell: MakeCell

  /// A column of words.
  static func words(
    _ key: String, heading: String? = nil, shown: String? = nil, _ meaning: String,
    cell: @escaping MakeCell
  ) -> StudyColumn {
    let column = TableColumn.words(key, heading: heading)
    let words = ColumnWords(column, .word, unit: nil, shown: shown, meaning)
    return StudyColumn(words: words, cell: cell)
  }

  /// A column of whole numbers. The unit says what they count.
  static func whole(
    _ key: String, heading: String? = nil, unit: String, shown: String? = nil, _ meaning: String,
    cell: @escaping MakeCell
  ) -> StudyColumn {
    let column = TableColumn(key, heading: heading)
    let words = ColumnWords(column, .whole, unit: unit, shown: shown, meaning)
    return StudyColumn(words: words, cell: cell)
  }

  /// A column of numbers, alone or with their limits or standard errors. Numbers without a unit are
  /// pure.
  static func number(
    _ key: String, heading: String? = nil, unit: String? = nil, shape: TableColumn.Shape = .single,
    shown: String? = nil, _ meaning: String, cell: @escaping MakeCell
  ) -> StudyColumn {
    let column = TableColumn(key, heading: heading, shape: shape)
    let words = ColumnWords(column, .number, unit: unit, shown: shown, meaning)
    return StudyColumn(words: words, cell: cell)
  }
}

/// What a column of a table is called and what it says.
public struct ColumnWords: Equatable, Sendable {
  /// What its values are.
  public enum Kind: String, Sendable {
    /// A word or a name.
    case word
    /// A whole number.
    case whole = "whole number"
    /// Any number.
    case number
  }

  /// Its name, heading and shape.
  public let column: TableColumn
  /// What its values are.
  public let kind: Kind
  /// The unit of its numbers, or what they count; nil for words and pure numbers.
  public let unit: String?
  /// What a page of columns calls it, where a study may have several of its kind, such as a column
  /// for each swept key; nil for its own name.
  public let shown: String?
  /// What it says.
  public let meaning: String

  init(
    _ column: TableColumn, _ kind: Kind, unit: String?, shown: String?, _ meaning: String
  ) {
    (self.column, self.kind, self.unit) = (column, kind, unit)
    (self.shown, self.meaning) = (shown, meaning)
  }
}
