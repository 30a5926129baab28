/// A matrix-completion problem: some entries of a d_out x d_in matrix are observed, the rest are to
/// be filled in.
///
/// The data part of the loss is (c_data / 2N) * sum over the observed entries k of (A_k - a_k)^2,
/// with N = `entries.count`. Source: Wang and Jacot (ICLR 2024), section 2.
public struct CompletionProblem: Equatable, Sendable {
  /// One observed entry: its place, counted from 0, and its value a_k.
  public struct Entry: Equatable, Sendable {
    /// The row i_k in 0..<d_out.
    public let row: Int
    /// The column j_k in 0..<d_in.
    public let column: Int
    /// The observed value a_k, finite.
    public let value: Double

    /// The entry with a value that is `shift` larger.
    public func shifted(by shift: Double) -> Entry {
      Entry(row: row, column: column, value: value + shift)
    }

    /// Makes an entry.
    public init(row: Int, column: Int, value: Double) {
      self.row = row
      self.column = column
      self.value = value
    }
  }

  /// d_out, the number of rows.
  public let rows: Int
  /// d_in, the number of columns.
  public let columns: Int
  /// The observed entries, row by row from the top left: the order in which random numbers choose
  /// among them.
  public let entries: [Entry]
  /// The full matrix where it is known: what test errors are measured against.
  public let truth: Matrix?

  /// min(d_in, d_out), the largest rank that the network's product can have.
  public var smallerDimension: Int { min(rows, columns) }

  /// max_k |a_k|, the scale of the problem.
  public var largestValue: Double { entries.reduce(0) { max($0, abs($1.value)) } }

  /// The observed values, with `missing(row, column)` in every other entry.
  public func filled(_ missing: (Int, Int) -> Double) -> Matrix {
    var matrix = Matrix(rows: rows, columns: columns)
    for i in 0..<rows {
      for j in 0..<columns { matrix[i, j] = missing(i, j) }
    }
    for entry in entries { matrix[entry.row, entry.column] = entry.value }
    return matrix
  }

  /// The largest number of rows or columns that a problem may have.
  public static let largestDimension = 4096

  /// Makes a problem from a table of observed values, `nil` where an entry is not observed.
  ///
  /// - Throws: `ProblemError` when the table is empty, ragged, too large, without an observed
  ///   entry, or holds a value that is not finite; or when `truth` is of another shape or
  ///   contradicts an observed value.
  public init(observed table: [[Double?]], truth: Matrix? = nil) throws(ProblemError) {
    guard let first = table.first, !first.isEmpty else { throw .empty }
    guard max(table.count, first.count) <= Self.largestDimension else {
      throw .tooLarge(rows: table.count, columns: first.count)
    }
    var entries: [Entry] = []
    for (i, row) in table.enumerated() {
      guard row.count == first.count else {
        throw .ragged(row: i, found: row.count, expected: first.count)
      }
      for (j, value) in row.enumerated() {
        guard let value else { continue }
        guard value.isFinite else { throw .notFinite(row: i, column: j) }
        entries.append(Entry(row: i, column: j, value: value))
      }
    }
    guard !entries.isEmpty else { throw .nothingObserved }
    if let truth {
      guard truth.rows == table.count, truth.columns == first.count else {
        throw .truthShape(
          rows: truth.rows, columns: truth.columns, expectedRows: table.count,
          expectedColumns: first.count)
      }
      for (index, value) in truth.elements.enumerated() where !value.isFinite {
        throw .notFinite(row: index / truth.columns, column: index % truth.columns)
      }
      for entry in entries where truth[entry.row, entry.column] != entry.value {
        throw .truthContradicts(row: entry.row, column: entry.column)
      }
    }
    rows = table.count
    columns = first.count
    self.entries = entries
    self.truth = truth
  }

  /// The paper's family [[1, *], [epsilon, 1]] with the entry in row 0, column 1 missing; its
  /// rank-1 completion is 1/epsilon.
  ///
  /// - Throws: `ProblemError.epsilon` unless `epsilon` is finite, not zero, and 1/epsilon is
  ///   finite.
  public static func twoByTwo(epsilon: Double) throws(ProblemError) -> CompletionProblem {
    guard epsilon.isFinite, epsilon != 0, (1 / epsilon).isFinite else { throw .epsilon(epsilon) }
    return try CompletionProblem(
      observed: [[1, nil], [epsilon, 1]],
      truth: Matrix(rows: 2, columns: 2, elements: [1, 1 / epsilon, epsilon, 1]))
  }
}
