import DeepLinear
import Testing

@Suite struct CompletionProblemTests {
  private func refusal(_ table: [[Double?]], truth: Matrix? = nil) -> ProblemError? {
    do throws(ProblemError) {
      _ = try CompletionProblem(observed: table, truth: truth)
      return nil
    } catch {
      return error
    }
  }

  @Test func impossibleProblemsAreRefused() {
    #expect(refusal([]) == .empty)
    #expect(refusal([[]]) == .empty)
    #expect(refusal([[1, 2], [3]]) == .ragged(row: 1, found: 1, expected: 2))
    #expect(refusal([[1, nil], [.infinity, 1]]) == .notFinite(row: 1, column: 0))
    #expect(refusal([[nil, .nan]]) == .notFinite(row: 0, column: 1))
    #expect(refusal([[nil, nil], [nil, nil]]) == .nothingObserved)
    #expect(refusal([[Double?](repeating: 1, count: 4097)]) == .tooLarge(rows: 1, columns: 4097))
    #expect(refusal([[1]]) == nil)
  }

  @Test func theTruthMustFit() {
    let table: [[Double?]] = [[1, nil], [0.25, 1]]
    #expect(refusal(table, truth: Matrix(rows: 2, columns: 2, elements: [1, 4, 0.25, 1])) == nil)
    #expect(
      refusal(table, truth: Matrix(rows: 1, columns: 2))
        == .truthShape(rows: 1, columns: 2, expectedRows: 2, expectedColumns: 2))
    #expect(
      refusal(table, truth: Matrix(rows: 2, columns: 2, elements: [1, 4, 0.5, 1]))
        == .truthContradicts(row: 1, column: 0))
    #expect(
      refusal(table, truth: Matrix(rows: 2, columns: 2, elements: [1, .infinity, 0.25, 1]))
        == .notFinite(row: 0, column: 1))
  }

  @Test func entriesComeRowByRow() throws {
    let problem = try CompletionProblem(observed: [[nil, 2, nil], [3, nil, 4]])
    #expect(problem.rows == 2 && problem.columns == 3 && problem.smallerDimension == 2)
    #expect(
      problem.entries == [
        .init(row: 0, column: 1, value: 2), .init(row: 1, column: 0, value: 3),
        .init(row: 1, column: 2, value: 4),
      ])
  }

  @Test func thePapersFamilyHasItsRankOneCompletion() throws {
    let problem = try CompletionProblem.twoByTwo(epsilon: 0.25)
    #expect(
      problem.entries == [
        .init(row: 0, column: 0, value: 1), .init(row: 1, column: 0, value: 0.25),
        .init(row: 1, column: 1, value: 1),
      ])
    let truth = try #require(problem.truth)
    #expect(truth[0, 1] == 4 && truth[0, 0] * truth[1, 1] - truth[0, 1] * truth[1, 0] == 0)
    for epsilon in [0, .nan, .infinity, Double.leastNonzeroMagnitude] {
      #expect(throws: ProblemError.self) { try CompletionProblem.twoByTwo(epsilon: epsilon) }
    }
    #expect(try CompletionProblem.twoByTwo(epsilon: -2).truth?[0, 1] == -0.5)
  }
}
