/// The event column: whether each event happened.
struct EventFlags {
  /// The column's name.
  let name: String
  /// The value that means an event; nil where the values are flags themselves.
  private let value: String?
  private var labels = LabelCollector()
  /// What each label means.
  private var meanings: [Bool] = []

  /// An option NAME, or NAME=VALUE where no column has the whole as its name.
  init(option: String, header: [String]) {
    if !header.contains(option), let sign = option.lastIndex(of: "=") {
      (name, value) = (String(option[..<sign]), String(option[option.index(after: sign)...]))
    } else {
      (name, value) = (option, nil)
    }
  }

  mutating func add(_ text: DelimitedText, _ line: Int, _ bytes: Span<UInt8>, _ cell: DataCell) throws(DataError) {
    labels.add(bytes, cell, of: text)
    guard labels.count > meanings.count else { return }
    let label = labels.raw.labels[meanings.count]
    if let value {
      guard !label.isEmpty else {
        throw DataError(
          file: text.file, line: line, problem: "column '\(DelimitedText.shown(name))' has an empty cell; a value is needed")
      }
      meanings.append(label == value || Double(label).map { $0 == Double(value) } ?? false)
    } else {
      switch label.lowercased() {
      case "1", "true", "1.0": meanings.append(true)
      case "0", "false", "0.0": meanings.append(false)
      default:
        throw DataError(
          file: text.file, line: line,
          problem:
            "column '\(DelimitedText.shown(name))' has \(label.isEmpty ? "an empty cell" : "'\(DelimitedText.shown(label))'") where 1 (event) or 0 "
            + "(censored) is needed; to count one value as the event, write --event \(DelimitedText.shown(name))=VALUE")
      }
    }
  }

  /// The flag of each row.
  func flags(of text: DelimitedText) throws(DataError) -> [Bool] {
    if let value, !meanings.contains(true) {
      let seen = labels.raw.labels.prefix(10).map { "'\(DelimitedText.shown($0))'" }.joined(separator: ", ")
      throw DataError(
        file: text.file, line: nil,
        problem: "column '\(DelimitedText.shown(name))' never has the value '\(DelimitedText.shown(value))'; its values are \(seen)"
      )
    }
    return labels.raw.codes.map { meanings[$0] }
  }
}
