/// Why a completion problem was refused. Rows and columns are counted from 1 in the sentences, from
/// 0 in the values.
public enum ProblemError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No rows, or a first row without columns.
  case empty
  /// A row has another number of entries than the first.
  case ragged(row: Int, found: Int, expected: Int)
  /// More rows or columns than `CompletionProblem.largestDimension`.
  case tooLarge(rows: Int, columns: Int)
  /// A value is infinite or not a number.
  case notFinite(row: Int, column: Int)
  /// No entry is observed.
  case nothingObserved
  /// The 2x2 family's epsilon is not usable.
  case epsilon(Double)
  /// The true matrix has another shape than the observed one.
  case truthShape(rows: Int, columns: Int, expectedRows: Int, expectedColumns: Int)
  /// The true matrix differs from an observed value.
  case truthContradicts(row: Int, column: Int)
  /// A cell of a CSV file is not a number.
  case cell(text: String, line: Int, column: Int)
  /// A cell of a CSV file is a number other than 0 that is nearer to 0 than every double.
  case vanishing(text: String, line: Int, column: Int)
  /// Every line of a CSV file ends in a separator, and nothing is in the column behind it.
  case trailingSeparator
  /// A CSV file has no cells to look at.
  case unreadable(line: Int?, problem: String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .empty: "the matrix is empty; at least one row with one column is needed"
    case .ragged(let row, let found, let expected):
      "row \(row + 1) of the matrix has \(found) entries where the first row has \(expected)"
    case .tooLarge(let rows, let columns):
      "a matrix of \(rows) x \(columns) is larger than \(CompletionProblem.largestDimension) rows or columns"
    case .notFinite(let row, let column):
      "the value in row \(row + 1), column \(column + 1) is not a finite number"
    case .nothingObserved: "no entry of the matrix is observed; at least one value is needed"
    case .epsilon(let value):
      "epsilon = \(value) gives no problem; a finite number other than 0 is needed, with 1/epsilon finite"
    case .truthShape(let rows, let columns, let expectedRows, let expectedColumns):
      "the true matrix is \(rows) x \(columns) where the observed one is \(expectedRows) x \(expectedColumns)"
    case .truthContradicts(let row, let column):
      "the true matrix differs from the observed value in row \(row + 1), column \(column + 1)"
    case .cell(let text, let line, let column):
      "line \(line), column \(column) holds '\(text)', which is not a number; leave a cell empty when it is not observed"
    case .vanishing(let text, let line, let column):
      "line \(line), column \(column) holds '\(text)', which is too near to 0 to be told from it"
    case .trailingSeparator:
      "every line ends in a separator, which makes a last column without any entry; leave the "
        + "separators out, or write NA where a column that is not observed is meant"
    case .unreadable(let line, let problem): (line.map { "line \($0): " } ?? "") + problem
    }
  }
}
