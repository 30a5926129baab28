import CGSL
import DeepLinear
import TestKit
import Testing

@testable import AbsorbingSets

/// Singular values against one-sided Jacobi rotations, which find small values to their own
/// accuracy.
@Suite struct SingularValuesTests {
  /// s_1 >= s_2 >= ... by GSL's one-sided Jacobi method.
  private func jacobi(_ matrix: Matrix) throws -> [Double] {
    let tall = matrix.rows >= matrix.columns ? matrix : matrix.transposed
    let a = try #require(gsl_matrix_alloc(tall.rows, tall.columns))
    let v = try #require(gsl_matrix_alloc(tall.columns, tall.columns))
    let s = try #require(gsl_vector_alloc(tall.columns))
    defer {
      gsl_matrix_free(a)
      gsl_matrix_free(v)
      gsl_vector_free(s)
    }
    for i in 0..<tall.rows {
      for j in 0..<tall.columns { gsl_matrix_set(a, i, j, tall[i, j]) }
    }
    try #require(Int(gsl_linalg_SV_decomp_jacobi(a, v, s)) == GSL_SUCCESS)
    return (0..<tall.columns).map { gsl_vector_get(s, $0) }.sorted(by: >)
  }

  static let shapes = [
    [1, 1], [1, 5], [5, 1], [2, 2], [2, 3], [3, 2], [2, 40], [3, 3], [4, 7], [7, 4], [12, 12],
    [30, 25],
  ]

  @Test(arguments: shapes) func randomMatricesAgree(shape: [Int]) throws {
    var numbers = TestNumbers(UInt64(shape[0] * 100 + shape[1]))
    for _ in 0..<40 {
      let matrix = numbers.matrix(shape[0], shape[1], std: numbers.scale(-3, 3))
      let expected = try jacobi(matrix)
      let squared = try #require(SingularValues.squared(matrix))
      let values = try #require(SingularValues.values(matrix))
      #expect(squared.count == shape.min() && values.count == squared.count)
      #expect(squared == squared.sorted(by: >))
      for (found, s) in zip(squared, expected) {
        #expect(abs(found - s * s) <= 1e-13 * expected[0] * expected[0], "\(shape)")
      }
      #expect(zip(values, squared).allSatisfy { $0 == $1.squareRoot() })
    }
  }

  @Test(arguments: shapes) func rankDeficientMatricesAgree(shape: [Int]) throws {
    var numbers = TestNumbers(UInt64(shape[0] * 100 + shape[1] + 7))
    let smaller = try #require(shape.min())
    for rank in 0..<smaller {
      let values = (0..<rank).map { 3 / Double($0 + 1) }
      let matrix = numbers.matrix(shape[0], shape[1], singularValues: values)
      let squared = try #require(SingularValues.squared(matrix))
      for (index, found) in squared.enumerated() {
        let expected = index < rank ? values[index] * values[index] : 0
        #expect(found >= 0 && abs(found - expected) < 1e-13, "\(shape), rank \(rank)")
      }
    }
  }

  /// The second value of a 2 x 2 matrix keeps its relative accuracy down to 1e-12 of the first, as
  /// far as the determinant has it.
  @Test(arguments: [1, 1e-3, 1e-6, 1e-9, 1e-12, 1e-100])
  func aTinySecondValueIsAccurate(ratio: Double) throws {
    var numbers = TestNumbers(8)
    for _ in 0..<200 {
      // Columns (x, y) t and (-y, x) ratio: orthogonal to the bit but for the rounding of ratio *
      // x, so s_2 = ratio |(x, y)|.
      let (x, y) = (numbers.normal(), numbers.normal())
      let matrix = Matrix(rows: 2, columns: 2, elements: [x, -ratio * y, y, ratio * x])
      let length = (x * x + y * y).squareRoot()
      let values = try #require(SingularValues.values(matrix))
      #expect(abs(values[0] - length) <= 1e-14 * length)
      #expect(abs(values[1] - ratio * length) <= 1e-13 * ratio * length)
    }
  }

  @Test func aTriangularMatrixHasItsClosedForm() throws {
    // [[1, 1], [0, d]]: s_1 s_2 = d and s_1^2 + s_2^2 = 2 + d^2.
    for d in [1, 0.5, 1e-4, 1e-8, 1e-12, 1e-150] {
      let values = try #require(
        SingularValues.values(Matrix(rows: 2, columns: 2, elements: [1, 1, 0, d])))
      #expect(abs(values[0] * values[1] / d - 1) < 1e-14)
      let s2 = d / ((2 + d * d + (4 + d * d * d * d).squareRoot()) / 2).squareRoot()
      #expect(abs(values[1] / s2 - 1) < 1e-14)
    }
  }

  @Test func specialMatrices() throws {
    #expect(SingularValues.squared(Matrix(rows: 2, columns: 2)) == [0, 0])
    #expect(SingularValues.squared(Matrix(rows: 3, columns: 4)) == [0, 0, 0])
    #expect(
      SingularValues.squared(Matrix(rows: 2, columns: 2, elements: [3, 0, 0, -3])) == [9, 9])
    #expect(SingularValues.squared(Matrix(rows: 2, columns: 2, elements: [0, 2, 0, 0])) == [4, 0])
    #expect(SingularValues.squared(Matrix(rows: 2, columns: 2, elements: [0, 1, 2, 0])) == [4, 1])
    for bad in [Double.nan, .infinity, -.infinity] {
      for shape in [[2, 2], [1, 3], [2, 5], [4, 4]] {
        var matrix = Matrix(
          rows: shape[0], columns: shape[1],
          elements: [Double](repeating: 1, count: shape[0] * shape[1]))
        matrix.elements[matrix.elements.count - 1] = bad
        #expect(SingularValues.squared(matrix) == nil && SingularValues.values(matrix) == nil)
      }
    }
  }

  @Test func transposingChangesNothing() throws {
    var numbers = TestNumbers(12)
    for shape in Self.shapes {
      let matrix = numbers.matrix(shape[0], shape[1])
      let (here, there) = (
        try #require(SingularValues.squared(matrix)),
        try #require(SingularValues.squared(matrix.transposed))
      )
      for (a, b) in zip(here, there) { #expect(abs(a - b) <= 1e-13 * here[0]) }
    }
  }

  @Test(arguments: [1, 2, 3, 8]) func eigenvaluesOfSymmetricMatrices(size: Int) throws {
    var numbers = TestNumbers(UInt64(size))
    for _ in 0..<30 {
      let expected = (0..<size).map { _ in numbers.normal() }.sorted(by: >)
      var diagonal = Matrix(rows: size, columns: size)
      for (index, value) in expected.enumerated() { diagonal[index, index] = value }
      let turn = numbers.orthogonal(size)
      let found = try #require(SymmetricEigenvalues.descending(turn * diagonal * turn.transposed))
      for (a, b) in zip(found, expected) { #expect(abs(a - b) < 1e-13) }
    }
  }
}
