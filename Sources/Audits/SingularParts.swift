import DeepLinear

/// A matrix taken apart in its own singular bases, W = sum_i s_i u_i v_i^T, between its r largest
/// singular values and the rest.
struct SingularParts {
  /// sum over i <= r of s_i u_i v_i^T.
  let head: Matrix
  /// sum over i > r of t_i u_i v_i^T with t_i = s_i / s_{r+1}: adding x times this adds x t_i to
  /// s_i, so that all are scaled alike. Where s_{r+1} is below 1e-12 s_1, and its direction is made
  /// of rounding, t_i = 1 in any orthonormal directions.
  let tail: Matrix

  /// Takes a matrix of finite entries apart. Costs some sweeps of rows x columns^2 multiply-adds,
  /// columns being the smaller side.
  init(_ matrix: Matrix, rank: Int) {
    guard matrix.rows >= matrix.columns else {
      let mirrored = SingularParts(matrix.transposed, rank: rank)
      (head, tail) = (mirrored.head.transposed, mirrored.tail.transposed)
      return
    }
    let (left, right, values) = Self.decomposition(matrix)
    var (head, tail) = (
      Matrix(rows: matrix.rows, columns: matrix.columns),
      Matrix(rows: matrix.rows, columns: matrix.columns)
    )
    let top = values.count > rank ? values[rank] : 0
    let isSeen = top > Self.seen * values[0]
    for index in values.indices {
      if index < rank {
        Self.add(values[index], left[index], right[index], to: &head)
      } else {
        Self.add(isSeen ? values[index] / top : 1, left[index], right[index], to: &tail)
      }
    }
    (self.head, self.tail) = (head, tail)
  }

  /// The share of s_1 below which a singular value's direction is made of rounding.
  private static let seen = 1e-12

  /// u_i, v_i and s_1 >= s_2 >= ..., by one-sided Jacobi rotations of the columns (Golub and Van
  /// Loan, Matrix Computations, section 8.6.3).
  private static func decomposition(_ matrix: Matrix) -> (
    left: [[Double]], right: [[Double]], values: [Double]
  ) {
    let n = matrix.columns
    var columns = (0..<n).map(matrix.column)
    var turns = (0..<n).map { k in (0..<n).map { $0 == k ? 1.0 : 0.0 } }
    // Convergence is quadratic: a handful of sweeps, 30 for what nobody has seen.
    for _ in 0..<30 {
      var isDone = true
      for p in 0..<n {
        for q in (p + 1)..<max(n, p + 1) {
          let (a, b, c) = (
            dot(columns[p], columns[p]), dot(columns[q], columns[q]), dot(columns[p], columns[q])
          )
          guard c.magnitude > 1e-16 * (a * b).squareRoot(), c.magnitude > .leastNormalMagnitude
          else { continue }
          isDone = false
          let zeta = (b - a) / (2 * c)
          let t = (zeta < 0 ? -1 : 1) / (zeta.magnitude + (1 + zeta * zeta).squareRoot())
          let cosine = 1 / (1 + t * t).squareRoot()
          rotate(&columns, p, q, cosine, t * cosine)
          rotate(&turns, p, q, cosine, t * cosine)
        }
      }
      if isDone { break }
    }
    let norms = columns.map { dot($0, $0).squareRoot() }
    let order = (0..<n).sorted { (-norms[$0], $0) < (-norms[$1], $1) }
    var left: [[Double]] = []
    for index in order {
      left.append(
        direction(
          columns[index], norms[index], isSeen: norms[index] > seen * norms[order[0]], beside: left)
      )
    }
    return (left, order.map { turns[$0] }, order.map { norms[$0] })
  }

  private static func rotate(
    _ vectors: inout [[Double]], _ p: Int, _ q: Int, _ cosine: Double, _ sine: Double
  ) {
    for k in vectors[p].indices {
      let (x, y) = (vectors[p][k], vectors[q][k])
      vectors[p][k] = (cosine * x).addingProduct(-sine, y)
      vectors[q][k] = (sine * x).addingProduct(cosine, y)
    }
  }

  /// A column's direction; where rounding has made it, the first unit vector that is not in the
  /// span of the others, made orthogonal to them.
  private static func direction(
    _ column: [Double], _ length: Double, isSeen: Bool, beside others: [[Double]]
  ) -> [Double] {
    if isSeen { return column.map { $0 / length } }
    for unit in column.indices {
      var candidate = column.indices.map { $0 == unit ? 1.0 : 0.0 }
      for _ in 0..<2 {
        for other in others {
          let overlap = dot(candidate, other)
          for k in candidate.indices {
            candidate[k] = candidate[k].addingProduct(-overlap, other[k])
          }
        }
      }
      let rest = dot(candidate, candidate).squareRoot()
      // The rests of all unit vectors have squares that add up to the dimensions left: one of them
      // is this long.
      if rest * rest * Double(column.count) > 0.5 { return candidate.map { $0 / rest } }
    }
    return column
  }

  private static func add(
    _ value: Double, _ left: [Double], _ right: [Double], to matrix: inout Matrix
  ) {
    for i in left.indices {
      for j in right.indices {
        matrix[i, j] = matrix[i, j].addingProduct(value * left[i], right[j])
      }
    }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0.addingProduct($1.0, $1.1) }
  }
}
