import DeepLinear
import TestKit
import Testing

@testable import AbsorbingSets

/// Weights of a collapsed chain go on to decay until they underflow.
@Suite struct TinyMatricesTests {
  /// gsl_eigen_symm does not return for some Gram matrices of rank 1 near 1e-290.
  @Test func eigenvaluesAreFoundHoweverSmall() throws {
    for exponent in stride(from: -60, through: -323, by: -7) {
      var numbers = TestNumbers(UInt64(-exponent))
      let size = Double("1e\(exponent)") ?? 0
      for _ in 0..<40 {
        let (a, b) = (numbers.matrix(10, 1), numbers.matrix(1, 10))
        let product = a * b
        var gram = product * product.transposed
        for i in 0..<10 { for j in 0..<10 { gram[i, j] *= size } }
        let trace = (0..<10).reduce(0) { $0 + gram[$1, $1] }
        let values = try #require(SymmetricEigenvalues.descending(gram))
        #expect(
          values.allSatisfy(\.isFinite)
            && abs(values[0] - trace) <= 1e-12 * trace + 100 * Double.leastNonzeroMagnitude)
      }
    }
    #expect(SymmetricEigenvalues.descending(Matrix(rows: 4, columns: 4)) == [0, 0, 0, 0])
  }
}
