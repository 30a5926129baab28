extension Refusal {
  static let problem: [Refusal] = [
    Refusal(
      "epsilon 0", StudySample.text([3: "  two-by-two: { epsilon: 0 }"]),
      line: 3, key: "problem.two-by-two.epsilon",
      "epsilon = 0.0 gives no problem; a finite number other than 0 is needed, with 1/epsilon finite"
    ),
    Refusal(
      "epsilon nan", StudySample.text([3: "  two-by-two: { epsilon: .nan }"]),
      line: 3, key: "problem.two-by-two.epsilon", "expected a finite number, found '.nan'"),
    Refusal(
      "epsilon inf", StudySample.text([3: "  two-by-two: { epsilon: -.inf }"]),
      line: 3, key: "problem.two-by-two.epsilon", "expected a finite number, found '-.inf'"),
    Refusal(
      "epsilon underflow", StudySample.text([3: "  two-by-two: { epsilon: 1e-400 }"]),
      line: 3, key: "problem.two-by-two.epsilon",
      "expected a number within the range of a double, found '1e-400'"),
    Refusal(
      "missing alone", StudySample.text([3: "  two-by-two: { epsilon: 0.25 }\n  missing: NA"]),
      line: 4, key: "problem.missing", "'missing' goes with 'observed'; 'two-by-two' has no cells"),
    Refusal(
      "missing", StudySample.text([3: "  observed: [[1]]\n  missing: []"]),
      line: 4, key: "problem.missing",
      "expected a word for what is missing, or a list of such words, such as [NA, -999], found a list"
    ),
    Refusal(
      "epsilon overflow", StudySample.text([3: "  two-by-two: { epsilon: 1e999 }"]),
      line: 3, key: "problem.two-by-two.epsilon",
      "expected a number within the range of a double, found '1e999'"),
    Refusal(
      "epsilon tiny", StudySample.text([3: "  two-by-two: { epsilon: 1e-310 }"]),
      line: 3, key: "problem.two-by-two.epsilon",
      "epsilon = 1e-310 gives no problem; a finite number other than 0 is needed, with 1/epsilon finite"
    ),
    Refusal(
      "both", StudySample.text([3: "  two-by-two: { epsilon: 0.25 }\n  observed: [[1]]"]),
      line: 4, key: "problem.observed", "a problem is either 'two-by-two' or 'observed', not both"),
    Refusal(
      "neither", StudySample.text([3: "  truth: [[1]]"]),
      line: 3, key: "problem", "expected 'two-by-two' or 'observed' in here, found neither"),
    Refusal(
      "truth alone", StudySample.text([3: "  two-by-two: { epsilon: 0.25 }\n  truth: [[1]]"]),
      line: 4, key: "problem.truth", "'truth' goes with 'observed'; 'two-by-two' knows its own"),
    Refusal(
      "ragged", StudySample.text([3: "  observed:\n    - [1, null]\n    - [0.25]"]),
      line: 5, key: "problem.observed.1",
      "row 2 of the matrix has 1 entries where the first row has 2"),
    Refusal(
      "nothing observed", StudySample.text([3: "  observed: [[null, ~], [null, null]]"]),
      line: 3, key: "problem.observed",
      "no entry of the matrix is observed; at least one value is needed"),
    Refusal(
      "empty matrix", StudySample.text([3: "  observed: []"]),
      line: 3, key: "problem.observed",
      "the matrix is empty; at least one row with one column is needed"),
    Refusal(
      "row", StudySample.text([3: "  observed: [1, 2]"]),
      line: 3, key: "problem.observed.0",
      "expected a row of the matrix, such as [1, null], found '1'"),
    Refusal(
      "cell", StudySample.text([3: "  observed:\n    - [1, null]\n    - [x, 1]"]),
      line: 5, key: "problem.observed.1.0", "expected a finite number, found 'x'"),
    Refusal(
      "truth shape", StudySample.text([3: "  observed: [[1, null], [0.25, 1]]\n  truth: [[1, 4]]"]),
      line: 4, key: "problem.truth", "the true matrix is 1 x 2 where the observed one is 2 x 2"),
    Refusal(
      "truth contradicts",
      StudySample.text([3: "  observed: [[1, null], [0.25, 1]]\n  truth: [[1, 4], [0.5, 1]]"]),
      line: 4, key: "problem.truth",
      "the true matrix differs from the observed value in row 2, column 1"),
    Refusal(
      "truth gap",
      StudySample.text([3: "  observed: [[1, null], [0.25, 1]]\n  truth: [[1, null], [0.25, 1]]"]),
      line: 4, key: "problem.truth",
      "the true matrix has a gap; expected a number in every one of its 2 x 2 entries"),
    Refusal(
      "csv missing", StudySample.text([3: "  observed: no-such.csv"]),
      line: 3, key: "problem.observed", "no-such.csv: there is no such file"),
  ]
}
