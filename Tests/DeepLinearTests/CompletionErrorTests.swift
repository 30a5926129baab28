import DeepLinear
import Testing

@Suite struct CompletionErrorTests {
  @Test func errorsAreMeansOverTheirEntries() throws {
    let problem = try CompletionProblem(
      observed: [[1, nil, 3], [nil, 5, nil]],
      truth: Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, -6]))
    let matrix = Matrix(rows: 2, columns: 3, elements: [1.5, 1, 3, 6, 3, -6])
    #expect(problem.fitError(of: matrix) == 4.25 / 3)
    #expect(problem.testError(of: matrix) == 5.0 / 3)
    #expect(problem.testErrorOfZeros == 56.0 / 3)
  }

  @Test func withoutMissingEntriesOrATruthThereIsNoTestError() throws {
    let full = try CompletionProblem(
      observed: [[1, 2]], truth: Matrix(rows: 1, columns: 2, elements: [1, 2]))
    #expect(
      full.testError(of: Matrix(rows: 1, columns: 2, elements: [0, 0])) == nil
        && full.testErrorOfZeros == nil)
    let unknown = try CompletionProblem(observed: [[1, nil]])
    #expect(
      unknown.testError(of: Matrix(rows: 1, columns: 2, elements: [0, 0])) == nil
        && unknown.testErrorOfZeros == nil)
    #expect(try CompletionProblem.twoByTwo(epsilon: 0.25).testErrorOfZeros == 16)
  }
}
