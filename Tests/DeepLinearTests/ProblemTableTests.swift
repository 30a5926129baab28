import DeepLinear
import Testing

/// Problems from the text of a CSV file.
@Suite struct ProblemTableTests {
  private func refusal(_ text: String) -> ProblemError? {
    do throws(ProblemError) {
      _ = try CompletionProblem(csv: text)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "1,\n0.25,1\n", "1,\n0.25,1", "\u{FEFF}1,\n0.25,1\n", "1,\r\n0.25,1\r\n", "\u{FEFF}1,\r\n0.25,1\r\n\r\n",
    " 1 ,\t\n .25e0,+1.0 \n\n  \n",
    "1,\n25E-2, 1\n",
  ])
  func theSameTableInManyHands(_ text: String) throws {
    #expect(try CompletionProblem(csv: text) == CompletionProblem(observed: [[1, nil], [0.25, 1]]))
  }

  @Test func aBadCellIsNamedByItsPlace() {
    #expect(refusal("1,2\n3,x\n") == .cell(text: "x", line: 2, column: 2))
    #expect(refusal("a,b\n1,2\n") == .cell(text: "a", line: 1, column: 1))
    #expect(refusal("\u{FEFF}\"1\",2\r\n") == .cell(text: "\"1\"", line: 1, column: 1))
    #expect(refusal("1;2\n") == .cell(text: "1;2", line: 1, column: 1))
    #expect(refusal("1,1 2\n") == .cell(text: "1 2", line: 1, column: 2))
    #expect(refusal("1,2,\n1,1.2.3,\n")?.description.hasPrefix("line 2, column 2 holds '1.2.3', which is not a number") == true)
    #expect(
      refusal("1," + String(repeating: "y", count: 1000)) == .cell(text: String(repeating: "y", count: 40), line: 1, column: 2))
  }

  @Test func whatIsNoTableIsRefused() {
    #expect(refusal("") == .empty)
    #expect(refusal("\n\r\n  \n") == .empty)
    #expect(refusal("\u{FEFF}") == .empty)
    #expect(refusal("1,2\n\n3,4\n") == .ragged(row: 1, found: 1, expected: 2))
    #expect(refusal(",\n,\n") == .nothingObserved)
    #expect(refusal("1,nan\n") == .notFinite(row: 0, column: 1))
    #expect(refusal("1,1e999\n") == .notFinite(row: 0, column: 1))
  }
}
