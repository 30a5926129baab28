// Unsafe code: GSL's matrices and workspaces live inside these functions only.
import CGSL
import DeepLinear

/// Eigenvalues of a real symmetric matrix.
public enum SymmetricEigenvalues {
  /// GSL aborts the process on an error unless told not to; every status is checked here instead.
  private static let handlerIsOff: Bool = {
    gsl_set_error_handler_off()
    return true
  }()

  /// The eigenvalues in descending order; `nil` when an entry is not finite or GSL gives up.
  ///
  /// Closed form to 2 x 2, `gsl_eigen_symm` (about 4/3 n^3 multiply-adds) beyond. That one does not
  /// return for some matrices whose entries are so small that their products underflow, as weights
  /// of a collapsed chain become: such matrices are scaled by a power of two, all others handed on
  /// as they are.
  public static func descending(_ matrix: Matrix) -> [Double]? {
    guard matrix.elements.allSatisfy(\.isFinite) else { return nil }
    switch matrix.rows {
    case 1: return matrix.elements
    case 2: return pair(matrix[0, 0], matrix[0, 1], matrix[1, 1])
    default: return general(matrix)
    }
  }

  private static func pair(_ a: Double, _ b: Double, _ c: Double) -> [Double] {
    let (mean, half) = ((a + c) / 2, (a - c) / 2)
    let radius = (half * half).addingProduct(b, b).squareRoot()
    return [mean + radius, mean - radius]
  }

  private static func general(_ matrix: Matrix) -> [Double]? {
    guard handlerIsOff, let values = gsl_vector_alloc(matrix.rows),
      let workspace = gsl_eigen_symm_alloc(matrix.rows)
    else {
      return nil
    }
    defer {
      gsl_vector_free(values)
      gsl_eigen_symm_free(workspace)
    }
    let scale = scale(of: matrix)
    var copy = scale == 1 ? matrix.elements : matrix.elements.map { $0 * scale }
    return copy.withUnsafeMutableBufferPointer { buffer in
      var view = gsl_matrix_view_array(buffer.baseAddress, matrix.rows, matrix.rows)
      guard Int(gsl_eigen_symm(&view.matrix, values, workspace)) == GSL_SUCCESS else { return nil }
      return (0..<matrix.rows).map { gsl_vector_get(values, $0) / scale }.sorted(by: >)
    }
  }

  /// The power of two that brings the largest entry near 1 where that is below 2^-200; 1 elsewhere,
  /// and for a matrix of zeros.
  private static func scale(of matrix: Matrix) -> Double {
    let largest = matrix.elements.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0, largest < 0x1p-200 else { return 1 }
    return Double(sign: .plus, exponent: min(-Int(largest.exponent), 1_000), significand: 1)
  }
}
