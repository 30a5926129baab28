/// A dense real matrix, row by row.
///
/// Small and plain on purpose: it carries weights and data between the rooms and through the scalar
/// reference. The engines of `Dynamics` keep layouts of their own.
@frozen
public struct Matrix: Equatable, Sendable {
  /// The number of rows, at least 1.
  public let rows: Int
  /// The number of columns, at least 1.
  public let columns: Int
  /// The entries, row by row: entry (i, j) is `elements[i * columns + j]`.
  public var elements: [Double]

  /// Makes a matrix from its entries, row by row.
  ///
  /// - Precondition: `rows` and `columns` are positive and `elements` has `rows * columns` entries.
  @inlinable
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(
      rows > 0 && columns > 0 && elements.count == rows * columns,
      "a matrix needs rows x columns entries")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Makes a matrix of zeros.
  @inlinable
  public init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, elements: [Double](repeating: 0, count: rows * columns))
  }

  /// Entry (row, column), both counted from 0.
  @inlinable
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// Row `index` as an array.
  @inlinable
  public func row(_ index: Int) -> [Double] {
    Array(elements[(index * columns)..<((index + 1) * columns)])
  }

  /// Column `index` as an array.
  @inlinable
  public func column(_ index: Int) -> [Double] {
    (0..<rows).map { self[$0, index] }
  }

  /// The transposed matrix.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { result[j, i] = self[i, j] }
    }
    return result
  }
}
