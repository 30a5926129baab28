import DataFiles
import DeepLinear

extension StudyPlace {
  /// The largest CSV file of a matrix, in bytes.
  private static let largestTable = 64 << 20

  /// `problem`: the 2x2 family, or observed entries with an optional true matrix.
  func problem(_ files: MatrixFiles) throws(StudyError) -> CompletionProblem {
    let fields = try StudyFields(self, known: ["two-by-two", "observed", "truth", "missing"])
    let truth = fields["truth"]
    switch (fields["two-by-two"], fields["observed"]) {
    case (let family?, nil):
      if let truth {
        throw truth.refusal("'truth' goes with 'observed'; 'two-by-two' knows its own")
      }
      if let missing = fields["missing"] {
        throw missing.refusal("'missing' goes with 'observed'; 'two-by-two' has no cells")
      }
      let place = try StudyFields(family, known: ["epsilon"]).required(
        "epsilon", "a number other than 0")
      let epsilon = place.number()
      do throws(ProblemError) { return try .twoByTwo(epsilon: epsilon) } catch {
        throw place.refusal("\(error)")
      }
    case (nil, let observed?):
      let missing = try fields["missing"]?.missingWords() ?? .standard
      let full = try truth?.fullMatrix(files, missing: missing)
      return try observed.matrix(files, .problem, truth: full, at: truth, missing: missing)
    case (.some, let observed?):
      throw observed.refusal("a problem is either 'two-by-two' or 'observed', not both")
    case (nil, nil):
      throw refusal("expected 'two-by-two' or 'observed' in here, found neither")
    }
  }

  /// A matrix without gaps.
  private func fullMatrix(_ files: MatrixFiles, missing: MissingWords) throws(StudyError) -> Matrix
  {
    let found = try matrix(files, .truth, truth: nil, at: nil, missing: missing)
    guard found.entries.count == found.rows * found.columns else {
      throw refusal(
        "the true matrix has a gap; expected a number in every one of its \(found.rows) x \(found.columns) entries"
      )
    }
    return Matrix(rows: found.rows, columns: found.columns, elements: found.entries.map(\.value))
  }

  /// A matrix with gaps: a nested list with nulls, or the path of a CSV file relative to the
  /// study's folder.
  private func matrix(
    _ files: MatrixFiles, _ role: MatrixFiles.Role, truth: Matrix?, at truthPlace: StudyPlace?,
    missing: MissingWords
  ) throws(StudyError) -> CompletionProblem {
    let what = "a list of rows such as [[1, null], [0.25, 1]], or the path of a CSV file"
    if case .list = node.content {
      guard missing == .standard else {
        throw refusal(
          "'missing' names words of a matrix file, and this is a list; write null where nothing is observed"
        )
      }
      let rows = try items(what)
      var table: [[Double?]] = []
      for row in rows { table.append(try row.matrixRow()) }
      do throws(ProblemError) {
        return try CompletionProblem(observed: table, truth: truth)
      } catch {
        switch error {
        case .ragged(let row, _, _): throw rows[row].refusal("\(error)")
        case .truthShape, .truthContradicts: throw (truthPlace ?? self).refusal("\(error)")
        default: throw refusal("\(error)")
        }
      }
    }
    let name = try text(what)
    let content: String
    do throws(TextFile.Failure) {
      content = try files.text(name, of: file, role: role, limit: Self.largestTable)
    } catch {
      throw refusal("\(name): \(error.message)")
    }
    do throws(ProblemError) {
      return try CompletionProblem(csv: content, truth: truth, missing: missing)
    } catch {
      switch error {
      case .truthShape, .truthContradicts: throw (truthPlace ?? self).refusal("\(error)")
      default: throw refusal("\(name): \(error)")
      }
    }
  }

  /// `missing`: the words, or numbers, for what is not observed in matrix files.
  private func missingWords() throws(StudyError) -> MissingWords {
    let what = "a word for what is missing, or a list of such words, such as [NA, -999]"
    if case .scalar = node.content { return MissingWords([try text(what)]) }
    let places = try items(what)
    guard !places.isEmpty, places.count <= 100 else { throw expected(what) }
    var words: [String] = []
    for place in places { words.append(try place.text(what)) }
    return MissingWords(words)
  }

  private func matrixRow() throws(StudyError) -> [Double?] {
    var row: [Double?] = []
    for cell in try items("a row of the matrix, such as [1, null]") {
      row.append(cell.node.isNull ? nil : cell.number())
    }
    return row
  }
}
