import DeepLinear

/// A chart of the matrices of rank r near one of them: A(X, Y, Z) = (U + U' Y) (S + s_r X) (V + V'
/// Z)^T.
struct RankChart {
  private let left: Matrix
  private let right: Matrix
  private let values: [Double]
  private let rank: Int

  /// nil where the matrix has no such rank.
  init?(_ decomposition: SingularDecomposition, rank: Int) {
    guard rank >= 1, rank <= decomposition.values.count, decomposition.values[rank - 1] > 0 else {
      return nil
    }
    (left, right) = (Self.frame(decomposition.left, rank), Self.frame(decomposition.right, rank))
    values = Array(decomposition.values.prefix(rank))
    self.rank = rank
  }

  /// r (d_in + d_out - r).
  var dimension: Int { rank * (left.rows + right.rows - rank) }

  /// The matrix at coordinates that are 0 but for some: X, then Y, then Z, each row by row.
  func matrix(_ moves: [(place: Int, value: Double)]) -> Matrix {
    var middle = Matrix(rows: rank, columns: rank)
    for k in 0..<rank { middle[k, k] = values[k] }
    var (u, v) = (Matrix(rows: left.rows, columns: rank), Matrix(rows: right.rows, columns: rank))
    for k in 0..<rank { (u[k, k], v[k, k]) = (1, 1) }
    let rows = (left.rows - rank) * rank
    for (place, value) in moves {
      if place < rank * rank {
        middle.elements[place] += value * values[rank - 1]
      } else if place < rank * rank + rows {
        u.elements[place] += value
      } else {
        v.elements[place - rows] += value
      }
    }
    return left * u * middle * v.transposed * right.transposed
  }

  /// The first columns of a matrix, completed to an orthonormal basis by Gram and Schmidt on the
  /// unit vectors.
  private static func frame(_ matrix: Matrix, _ rank: Int) -> Matrix {
    let size = matrix.rows
    var columns = (0..<rank).map(matrix.column)
    while columns.count < size {
      // The unit vector that is least in the span so far: at least sqrt(1/size) of it is left.
      let inside = (0..<size).map { index in columns.reduce(0) { $0 + $1[index] * $1[index] } }
      var vector = [Double](repeating: 0, count: size)
      vector[inside.indices.min { inside[$0] < inside[$1] } ?? 0] = 1
      for _ in 0..<2 {
        for column in columns {
          let overlap = zip(vector, column).reduce(0) { $0 + $1.0 * $1.1 }
          for index in 0..<size { vector[index] -= overlap * column[index] }
        }
      }
      let length = NewtonSearch.norm(vector)
      columns.append(vector.map { $0 / length })
    }
    return Matrix(
      rows: size, columns: size, elements: (0..<(size * size)).map { columns[$0 % size][$0 / size] }
    )
  }
}
