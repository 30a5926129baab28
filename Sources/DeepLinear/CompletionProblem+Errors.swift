extension CompletionProblem {
  /// (1/N) sum over the observed entries k of (A_k - a_k)^2.
  ///
  /// - Precondition: `matrix` is d_out x d_in.
  public func fitError(of matrix: Matrix) -> Double {
    precondition(
      matrix.rows == rows && matrix.columns == columns, "the matrix must have the problem's shape")
    let sum = entries.reduce(0.0) { sum, entry in
      let residual = matrix[entry.row, entry.column] - entry.value
      return sum.addingProduct(residual, residual)
    }
    return sum / Double(entries.count)
  }

  /// (1/M) sum over the M entries that are not observed of (A_ij - truth_ij)^2; nil where the truth
  /// is not known, or M is 0.
  ///
  /// - Precondition: `matrix` is d_out x d_in.
  public func testError(of matrix: Matrix) -> Double? {
    precondition(
      matrix.rows == rows && matrix.columns == columns, "the matrix must have the problem's shape")
    return meanOverMissing { i, j, value in
      let residual = matrix[i, j] - value
      return residual * residual
    }
  }

  /// The test error of a matrix with zeros in the missing entries: what Figure 3 of Wang and Jacot
  /// (ICLR 2024) divides by. nil as in `testError`.
  public var testErrorOfZeros: Double? {
    meanOverMissing { _, _, value in value * value }
  }

  /// A test error over that of zeros in the missing entries; nil where that is not known, or 0.
  public func testShare(ofError error: Double?) -> Double? {
    guard let error, let zeros = testErrorOfZeros, zeros > 0 else { return nil }
    return error / zeros
  }

  private func meanOverMissing(_ term: (Int, Int, Double) -> Double) -> Double? {
    guard let truth, entries.count < rows * columns else { return nil }
    // The observed entries are in the order of the matrix.
    var (sum, next) = (0.0, 0)
    for i in 0..<rows {
      for j in 0..<columns {
        if next < entries.count, entries[next].row == i, entries[next].column == j {
          next += 1
        } else {
          sum += term(i, j, truth[i, j])
        }
      }
    }
    return sum / Double(rows * columns - entries.count)
  }
}
