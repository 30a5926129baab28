import DataFiles
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
    "1,\n0.25,1\n", "1,\n0.25,1", "\u{FEFF}1,\n0.25,1\n", "1,\r\n0.25,1\r\n",
    "\u{FEFF}1,\r\n0.25,1\r\n\r\n",
    " 1 ,\t\n .25e0,+1.0 \n\n  \n",
    "1,\n25E-2, 1\n", "1;\n0.25;1\n", "1\tNA\n0.25\t1\n", "sep=;\n1;\n0.25;1\n",
    "\"1\",\"\"\n\"0.25\",1\n",
    "1,NaN\r0.25,1\r", "1,null\n0.25,1\n", "1,.\n0.25,1\n",
  ])
  func theSameTableInManyHands(_ text: String) throws {
    #expect(
      try CompletionProblem(csv: text) == CompletionProblem(observed: [[1, nil], [0.25, 1]]))
  }

  @Test func aBadCellIsNamedByItsPlace() {
    #expect(refusal("1,2\n3,x\n") == .cell(text: "x", line: 2, column: 2))
    #expect(refusal("a,b\n1,2\n") == .cell(text: "a", line: 1, column: 1))
    #expect(refusal("\u{FEFF}\"a\",2\r\n") == .cell(text: "a", line: 1, column: 1))
    #expect(refusal("1|2\n") == .cell(text: "1|2", line: 1, column: 1))
    #expect(refusal("1,0x1\n") == .cell(text: "0x1", line: 1, column: 2))
    #expect(
      refusal("1;1,5\n2;1\n") == .cell(text: "1;1", line: 1, column: 1), "a comma for a point")
    #expect(refusal("1,2\n3,1e-400\n") == .vanishing(text: "1e-400", line: 2, column: 2))
    #expect(refusal("1,\"2\n")?.description == "line 1: a quote is opened and never closed")
    #expect(refusal("1,1 2\n") == .cell(text: "1 2", line: 1, column: 2))
    #expect(
      refusal("1,2,\n1,1.2.3,\n")?.description.hasPrefix(
        "line 2, column 2 holds '1.2.3', which is not a number") == true)
    #expect(
      refusal("1," + String(repeating: "y", count: 1000))
        == .cell(text: String(repeating: "y", count: 40), line: 1, column: 2))
  }

  @Test func whatIsNoTableIsRefused() {
    #expect(refusal("") == .empty)
    #expect(refusal("\n\r\n  \n") == .empty)
    #expect(refusal("\u{FEFF}") == .empty)
    #expect(refusal("1,2\n\n3,4\n") == .ragged(row: 1, found: 1, expected: 2))
    #expect(refusal(",\n,\n") == .nothingObserved)
    #expect(refusal("1,inf\n") == .notFinite(row: 0, column: 1))
    #expect(refusal("1,1e999\n") == .notFinite(row: 0, column: 1))
  }

  @Test func separatorsAtTheEndOfEveryLineAreNoColumn() throws {
    #expect(refusal("1,,\n0.25,1,\n") == .trailingSeparator)
    #expect(refusal("1;2;\n3;4;\n\n") == .trailingSeparator)
    let meant = try CompletionProblem(csv: "1,,NA\n0.25,1,\n")
    #expect(meant.columns == 3)
    #expect(meant.warnings == [.unobservedColumns([2])])
    #expect(try CompletionProblem(csv: "1,\n,1\n").warnings.isEmpty)
  }

  @Test func wordsForMissingEntriesCanBeNamed() throws {
    let text = "1,-999\n0.25,1\n"
    let problem = try CompletionProblem(csv: text, missing: MissingWords(["-999"]))
    #expect(problem == (try CompletionProblem(observed: [[1, nil], [0.25, 1]])))
    #expect(try CompletionProblem(csv: text).entries[1].value == -999)
    #expect(throws: ProblemError.cell(text: "NA", line: 1, column: 2)) {
      try CompletionProblem(csv: "1,NA\n", missing: MissingWords(["-999"]))
    }
  }

  @Test func whatIsSeldomMeantIsSaid() throws {
    let rows = try CompletionProblem(csv: "1,2\n,\n3,\n")
    #expect(rows.warnings == [.unobservedRows([1])])
    #expect(rows.warnings[0].description.hasPrefix("row 2 of the matrix has no observed entry"))
    let triplets = try CompletionProblem(csv: "1,1,0.5\n1,2,4\n2,1,3.5\n")
    #expect(triplets.warnings == [.looksLikeTriplets(rows: 3)])
    #expect(triplets.warnings[0].description.contains("was a list of row, column and value meant?"))
    // A place that stands twice, a number that is no place, a gap, another width: matrices.
    for text in [
      "1,1,2\n1,1,3\n1,2,4\n", "0.5,1,1\n1,2,4\n2,1,3\n", "1,1,\n1,2,4\n2,1,3\n", "1,1\n1,2\n2,1\n",
    ] {
      #expect(try CompletionProblem(csv: text).warnings.isEmpty, "\(text)")
    }
  }
}
