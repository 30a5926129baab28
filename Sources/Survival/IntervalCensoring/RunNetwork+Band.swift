// Unsafe code: GSL's matrix and vector are filled and read through their pointers, which live and
// die in `eliminate`.
import CGSL

extension RunNetwork {
  /// The solution by GSL's Cholesky decomposition of a band matrix, O(nodes width^2); nil when
  /// rounding makes the matrix not positive, or there is no memory for it.
  func eliminate() -> [Double]? {
    GSL.prepare()
    let inner = source.count - 2
    guard let matrix = gsl_matrix_calloc(inner, min(width, inner - 1) + 1) else { return nil }
    defer { gsl_matrix_free(matrix) }
    guard let elements = matrix.pointee.data else { return nil }
    guard let vector = gsl_vector_alloc(inner) else { return nil }
    defer { gsl_vector_free(vector) }
    // Row i has the elements (i, i), (i + 1, i), ...; node 1 is row 0.
    let stride = matrix.pointee.tda
    for row in 0..<inner {
      elements[row * stride] = diagonal[row + 1]
      if row + 1 < inner { elements[row * stride + 1] = -neighbours[row + 1] }
      vector.pointee.data[row] = source[row + 1]
    }
    for link in links {
      elements[Int(link.start - 1) * stride + Int(link.end - link.start)] -= link.value
    }
    guard gsl_linalg_cholesky_band_decomp(matrix) == 0,
      gsl_linalg_cholesky_band_svx(matrix, vector) == 0
    else { return nil }
    return [0] + (0..<inner).map { vector.pointee.data[$0] } + [0]
  }
}
