import DeepLinear

/// Singular values of weight matrices.
public enum SingularValues {
  /// s_1^2 >= s_2^2 >= ..., min(rows, columns) of them; `nil` when an entry is not finite.
  ///
  /// A 2 x 2 matrix [[a, b], [c, d]] has the closed form x_1 = (p + q)/2, x_2 = det^2/x_1 with p =
  /// ||W||_F^2 and q = |(a + d, b - c)| |(a - d, b + c)|, accurate in both, also where they are
  /// close: q^2 = p^2 - 4 det^2 without its cancellation. Others go through the eigenvalues of the
  /// smaller Gram matrix, whose absolute error is a rounding of s_1^2: all that f_alpha can see.
  public static func squared(_ matrix: Matrix) -> [Double]? {
    guard matrix.elements.allSatisfy(\.isFinite) else { return nil }
    if matrix.rows == 2, matrix.columns == 2 {
      let lanes = PairMatrix(broadcasting: matrix).squaredSingularValues
      return [lanes.first[0], lanes.second[0]]
    }
    guard let values = SymmetricEigenvalues.descending(gram(matrix)) else { return nil }
    return values.map { max($0, 0) }
  }

  /// s_1 >= s_2 >= ...; `nil` when an entry is not finite. A value below 1e-8 s_1 is exact to that
  /// only, unless the matrix is 2 x 2.
  public static func values(_ matrix: Matrix) -> [Double]? {
    squared(matrix)?.map { $0.squareRoot() }
  }

  /// W W^T or W^T W, whichever is smaller.
  static func gram(_ matrix: Matrix) -> Matrix {
    matrix.rows <= matrix.columns ? outerGram(matrix) : innerGram(matrix)
  }

  /// W W^T. Symmetric to the bit: both halves add the same products in the same order.
  static func outerGram(_ matrix: Matrix) -> Matrix {
    matrix * matrix.transposed
  }

  /// W^T W.
  static func innerGram(_ matrix: Matrix) -> Matrix {
    matrix.transposed * matrix
  }
}
