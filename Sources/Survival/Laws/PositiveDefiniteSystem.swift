/// A symmetric positive definite matrix, kept row by row, as its Cholesky factor L L'.
struct PositiveDefiniteSystem {
  private let size: Int
  private var factor: [Double]

  /// Nil when the matrix is not positive definite to rounding.
  init?(_ matrix: [Double], size: Int) {
    self.size = size
    factor = matrix
    for column in 0..<size {
      for row in column..<size {
        var sum = matrix[row * size + column]
        for inner in 0..<column {
          sum -= factor[row * size + inner] * factor[column * size + inner]
        }
        if row > column {
          factor[row * size + column] = sum / factor[column * size + column]
        } else {
          guard sum > 1e-14 * matrix[row * size + row] else { return nil }
          factor[row * size + column] = sum.squareRoot()
        }
      }
    }
  }

  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<size {
      for inner in 0..<row { x[row] -= factor[row * size + inner] * x[inner] }
      x[row] /= factor[row * size + row]
    }
    for row in (0..<size).reversed() {
      for inner in (row + 1)..<max(size, row + 1) {
        x[row] -= factor[inner * size + row] * x[inner]
      }
      x[row] /= factor[row * size + row]
    }
    return x
  }
}
