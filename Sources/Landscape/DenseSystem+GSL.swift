// Unsafe code: GSL's matrices and vectors live inside these functions only.
import AbsorbingSets
import CGSL
import DeepLinear

/// Linear systems with a dense symmetric matrix, and its eigenvalues.
enum DenseSystem {
  /// GSL aborts the process on an error unless told not to; every status is checked here instead.
  static let handlerIsOff: Bool = {
    gsl_set_error_handler_off()
    return true
  }()

  /// x with M x = b for a positive definite M, by Cholesky's method; nil where M is not positive
  /// definite. About P^3/3 multiply-adds.
  static func positiveSolution(_ matrix: Matrix, _ rightSide: [Double]) -> [Double]? {
    solution(matrix, rightSide) { matrix, vector in
      guard Int(gsl_linalg_cholesky_decomp1(matrix)) == GSL_SUCCESS else { return false }
      return Int(gsl_linalg_cholesky_svx(matrix, vector)) == GSL_SUCCESS
    }
  }

  /// x with M x = b for any M that is not singular, by elimination with pivots; nil where it is
  /// singular. About 2 P^3/3 multiply-adds.
  static func solution(_ matrix: Matrix, _ rightSide: [Double]) -> [Double]? {
    guard let permutation = gsl_permutation_alloc(matrix.rows) else { return nil }
    defer { gsl_permutation_free(permutation) }
    return solution(matrix, rightSide) { matrix, vector in
      var sign: CInt = 0
      guard Int(gsl_linalg_LU_decomp(matrix, permutation, &sign)) == GSL_SUCCESS else {
        return false
      }
      return Int(gsl_linalg_LU_svx(matrix, permutation, vector)) == GSL_SUCCESS
    }
  }

  /// The eigenvalues of a symmetric matrix, ascending; nil where an entry is not finite or GSL
  /// gives up. About 4/3 P^3 multiply-adds.
  static func eigenvalues(_ matrix: Matrix) -> [Double]? {
    SymmetricEigenvalues.descending(matrix)?.reversed()
  }

  private static func solution(
    _ matrix: Matrix, _ rightSide: [Double],
    _ solve: (UnsafeMutablePointer<gsl_matrix>, UnsafeMutablePointer<gsl_vector>) -> Bool
  ) -> [Double]? {
    guard handlerIsOff, matrix.elements.allSatisfy(\.isFinite), rightSide.allSatisfy(\.isFinite)
    else { return nil }
    var (copy, answer) = (matrix.elements, rightSide)
    let isSolved = copy.withUnsafeMutableBufferPointer { elements in
      answer.withUnsafeMutableBufferPointer { values in
        var view = gsl_matrix_view_array(elements.baseAddress, matrix.rows, matrix.columns)
        var vector = gsl_vector_view_array(values.baseAddress, matrix.rows)
        return solve(&view.matrix, &vector.vector)
      }
    }
    return isSolved && answer.allSatisfy(\.isFinite) ? answer : nil
  }
}
