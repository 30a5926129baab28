// Unsafe code: GSL's matrices live inside the initialiser only.
import CGSL
import DeepLinear

/// A = U S V^T with min(rows, columns) singular values.
public struct SingularDecomposition: Equatable, Sendable {
  /// U, rows x min(rows, columns). A column of a value that is 0 is 0.
  public let left: Matrix
  /// s_1 >= s_2 >= ... >= 0.
  public let values: [Double]
  /// V, columns x min(rows, columns).
  public let right: Matrix

  /// Decomposes a matrix by one-sided Jacobi rotations (`gsl_linalg_SV_decomp_jacobi`), which find
  /// small values to a rounding of the largest; nil where an entry is not finite, or GSL gives up.
  public init?(_ matrix: Matrix) {
    guard DenseSystem.handlerIsOff, matrix.elements.allSatisfy(\.isFinite) else { return nil }
    let isWide = matrix.columns > matrix.rows
    let tall = isWide ? matrix.transposed : matrix
    let count = tall.columns
    var (u, v) = (tall.elements, [Double](repeating: 0, count: count * count))
    var s = [Double](repeating: 0, count: count)
    let status = u.withUnsafeMutableBufferPointer { u in
      v.withUnsafeMutableBufferPointer { v in
        s.withUnsafeMutableBufferPointer { s in
          var left = gsl_matrix_view_array(u.baseAddress, tall.rows, count)
          var right = gsl_matrix_view_array(v.baseAddress, count, count)
          var values = gsl_vector_view_array(s.baseAddress, count)
          return Int(gsl_linalg_SV_decomp_jacobi(&left.matrix, &right.matrix, &values.vector))
        }
      }
    }
    guard status == GSL_SUCCESS, s.allSatisfy(\.isFinite) else { return nil }
    let order = s.indices.sorted { s[$0] != s[$1] ? s[$0] > s[$1] : $0 < $1 }
    func ordered(_ elements: [Double], rows: Int) -> Matrix {
      Matrix(
        rows: rows, columns: count,
        elements: (0..<rows).flatMap { i in order.map { elements[i * count + $0] } })
    }
    let (a, b) = (ordered(u, rows: tall.rows), ordered(v, rows: count))
    left = isWide ? b : a
    right = isWide ? a : b
    values = order.map { max(s[$0], 0) }
  }

  /// The sum of the first `rank` terms s_i u_i v_i^T.
  public func truncated(to rank: Int) -> Matrix { with(values: Array(values.prefix(rank))) }

  /// U S V^T with other values in S; those that are not given are 0.
  func with(values: [Double]) -> Matrix {
    var result = Matrix(rows: left.rows, columns: right.rows)
    for k in values.indices where values[k] != 0 {
      for i in 0..<left.rows {
        let factor = values[k] * left[i, k]
        for j in 0..<right.rows { result[i, j] = result[i, j].addingProduct(factor, right[j, k]) }
      }
    }
    return result
  }
}
