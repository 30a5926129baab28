import CGSL

/// A small symmetric matrix that may lack full rank: a covariance, with the scale that each of its diagonal elements had before the parts of other
/// variables were swept out.
struct SymmetricMatrix {
  private let rows: [[Double]]
  private let scale: [Double]

  /// What remains of a variance after sweeping counts as rounding below this share.
  private static let tolerance = 1e-9

  init(_ rows: [[Double]], scale: [Double]) {
    self.rows = rows
    self.scale = scale
  }

  /// A diagonal element, unless it is but rounding.
  func significantDiagonal(_ index: Int) -> Double? {
    rows[index][index] > Self.tolerance * scale[index] ? rows[index][index] : nil
  }

  /// u' M^- u and the rank of M, over the eigenvectors of M in units of its scale whose eigenvalues are not but rounding.
  func generalizedForm(_ vector: [Double]) throws(SurvivalError) -> (form: Double, rank: Int) {
    let kept = rows.indices.filter { scale[$0] > 0 }
    guard !kept.isEmpty else { return (0, 0) }
    GSL.prepare()
    let size = kept.count
    guard let matrix = gsl_matrix_alloc(size, size), let vectors = gsl_matrix_alloc(size, size),
      let values = gsl_vector_alloc(size), let space = gsl_eigen_symmv_alloc(size)
    else { throw .numerical("memory for eigenvalues", status: Int(GSL_ENOMEM)) }
    defer {
      gsl_matrix_free(matrix)
      gsl_matrix_free(vectors)
      gsl_vector_free(values)
      gsl_eigen_symmv_free(space)
    }
    for (i, g) in kept.enumerated() {
      for (j, h) in kept.enumerated() {
        gsl_matrix_set(matrix, i, j, (rows[g][h] + rows[h][g]) / 2 / (scale[g].squareRoot() * scale[h].squareRoot()))
      }
    }
    let status = gsl_eigen_symmv(matrix, values, vectors, space)
    guard status == 0 else { throw .numerical("the search for eigenvalues", status: Int(status)) }
    var (form, rank) = (0.0, 0)
    for index in 0..<size where gsl_vector_get(values, index) > Self.tolerance {
      var projection = 0.0
      for (i, g) in kept.enumerated() { projection += gsl_matrix_get(vectors, i, index) * vector[g] / scale[g].squareRoot() }
      form += projection * projection / gsl_vector_get(values, index)
      rank += 1
    }
    return (form, rank)
  }
}
