/// What is possible in a completion problem, and seldom meant.
public enum ProblemWarning: Equatable, Sendable, CustomStringConvertible {
  /// Rows without any observed entry, counted from 0: nothing is known of them.
  case unobservedRows([Int])
  /// Columns without any observed entry, counted from 0.
  case unobservedColumns([Int])
  /// Three full columns, the first two of them places in a matrix, each once: a list of row, column
  /// and value, it seems, which is not how problems are read.
  case looksLikeTriplets(rows: Int)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .unobservedRows(let rows): Self.unobserved(rows, "row")
    case .unobservedColumns(let columns): Self.unobserved(columns, "column")
    case .looksLikeTriplets(let rows):
      "the matrix is \(rows) x 3 without a gap, and its first two columns read like places: was a "
        + "list of row, column and value meant? It was taken for the matrix itself"
    }
  }

  private static func unobserved(_ places: [Int], _ what: String) -> String {
    let shown = places.prefix(5).map { "\($0 + 1)" }.joined(separator: ", ")
    let more = places.count > 5 ? " and \(places.count - 5) more" : ""
    let isOne = places.count == 1
    return "\(what)\(isOne ? "" : "s") \(shown)\(more) of the matrix \(isOne ? "has" : "have") no "
      + "observed entry: the data say nothing of \(isOne ? "it" : "them"), and the ridge makes "
      + "\(isOne ? "it" : "them") 0"
  }
}

extension CompletionProblem {
  /// What a person should know of the problem before it is studied; empty where nothing is unusual.
  public var warnings: [ProblemWarning] {
    var (isRowSeen, isColumnSeen) = (
      [Bool](repeating: false, count: rows), [Bool](repeating: false, count: columns)
    )
    for entry in entries { (isRowSeen[entry.row], isColumnSeen[entry.column]) = (true, true) }
    let emptyRows = isRowSeen.indices.filter { !isRowSeen[$0] }
    let emptyColumns = isColumnSeen.indices.filter { !isColumnSeen[$0] }
    return (emptyRows.isEmpty ? [] : [.unobservedRows(emptyRows)])
      + (emptyColumns.isEmpty ? [] : [.unobservedColumns(emptyColumns)])
      + (looksLikeTriplets ? [.looksLikeTriplets(rows: rows)] : [])
  }

  /// Whether the table reads as places, each once, with values.
  private var looksLikeTriplets: Bool {
    guard columns == 3, rows >= 3, entries.count == 3 * rows else { return false }
    var places: Set<[Double]> = []
    for row in 0..<rows {
      let place = [entries[3 * row].value, entries[3 * row + 1].value]
      let isPlace = place.allSatisfy {
        $0 >= 0 && $0 <= Double(Self.largestDimension) && $0 == $0.rounded()
      }
      guard isPlace, places.insert(place).inserted else { return false }
    }
    return true
  }
}
