import DeepLinear

/// The columns and rows of a problem with the most observed entries: the set J in the proof of
/// Theorem E.2.
///
/// While only entries of r columns are drawn, the other columns of W_1 decay, and with them the
/// other singular values of every layer; the same goes for rows and W_L. The proof takes the
/// shorter of the two sides without need: the argument holds for both, whatever the shape, so the
/// better of them counts.
public struct FullestLines: Equatable, Sendable {
  /// N, the number of observed entries.
  public let total: Int
  private let columns: [Int]
  private let rows: [Int]

  /// Counts the observed entries of a problem.
  public init(_ problem: CompletionProblem) {
    var columns = [Int](repeating: 0, count: problem.columns)
    var rows = [Int](repeating: 0, count: problem.rows)
    for entry in problem.entries {
      columns[entry.column] += 1
      rows[entry.row] += 1
    }
    total = problem.entries.count
    self.columns = columns.sorted(by: >)
    self.rows = rows.sorted(by: >)
  }

  /// |J|, how many observed entries the r fullest columns hold, or the r fullest rows where these hold more.
  public func entries(in rank: Int) -> Int {
    max(columns.prefix(rank).reduce(0, +), rows.prefix(rank).reduce(0, +))
  }
}
