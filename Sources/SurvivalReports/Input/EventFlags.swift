import DataFiles

/// The event column: whether each event happened.
struct EventFlags {
  /// The column's name.
  let name: String
  /// The value that means an event; nil where the values are flags themselves.
  private let value: String?
  private let rules: ReadingRules
  private var labels = LabelCollector()
  /// What each label means.
  private var meanings: [Bool] = []

  /// An option NAME, or NAME=VALUE where no column has the whole as its name.
  init(option: String, header: [String], rules: ReadingRules) {
    self.rules = rules
    if !header.contains(option), let sign = option.lastIndex(of: "=") {
      (name, value) = (String(option[..<sign]), String(option[option.index(after: sign)...]))
    } else {
      (name, value) = (option, nil)
    }
  }

  /// Takes up a row's cell, for as many observations as the row stands for.
  mutating func add(
    _ text: DelimitedText, _ line: Int, _ bytes: Span<UInt8>, _ cell: DataCell, count: Int
  ) throws(DataError) {
    labels.add(bytes, cell, of: text, count: count)
    guard labels.count > meanings.count else { return }
    let label = labels.raw.labels[meanings.count]
    guard let meaning = meaning(of: label) else {
      let column =
        "column '\(DelimitedText.shown(name))' has "
        + (label.isEmpty ? "an empty cell" : "'\(DelimitedText.shown(label))'")
      throw DataError(file: text.file, line: line, problem: column + ending(label))
    }
    meanings.append(meaning)
  }

  /// Whether a label means an event; nil where it says nothing.
  private func meaning(of label: String) -> Bool? {
    if let value {
      if label == value { return true }
      if let number = NumberText.finite(label), number == NumberText.finite(value) { return true }
      return rules.missing.contains(label) ? (rules.missingIsCensored ? false : nil) : false
    }
    switch label.lowercased() {
    case "1", "true", "1.0": return true
    case "0", "false", "0.0": return false
    default: return rules.missingIsCensored && rules.missing.contains(label) ? false : nil
    }
  }

  /// What is said of a label without a meaning, behind the label itself.
  private func ending(_ label: String) -> String {
    let column = DelimitedText.shown(name)
    let isMissing = rules.missing.contains(label)
    let advice = "--missing-is-censored counts what is not known as censored"
    if value != nil {
      return "; a value is needed (\(advice); --na says which words mean that)"
    }
    return " where 1 (event) or 0 (censored) is needed; "
      + "to count one value as the event, write --event \(column)=VALUE"
      + (isMissing && !label.isEmpty ? "; " + advice : "")
  }

  /// The flag of each row.
  func flags(of text: DelimitedText) throws(DataError) -> [Bool] {
    if let value, !meanings.contains(true) {
      let seen = labels.raw.labels.prefix(10).map { "'\(DelimitedText.shown($0))'" }
      throw DataError(
        file: text.file, line: nil,
        problem: "column '\(DelimitedText.shown(name))' never has the value "
          + "'\(DelimitedText.shown(value))'; its values are \(seen.joined(separator: ", "))")
    }
    return labels.raw.codes.map { meanings[$0] }
  }
}
