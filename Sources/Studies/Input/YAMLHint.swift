/// What is probably wrong with a text that is not YAML, for a person who does not know YAML's own
/// words.
enum YAMLHint {
  /// A sentence about the lines that end in line `number`, counted from 1; nil where nothing is
  /// known.
  static func words(for text: String, line number: Int) -> String? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let shown = lines.prefix(max(number, 1)).enumerated().map {
      (number: $0.offset + 1, text: $0.element)
    }
    let spoken = shown.filter { !isSilent($0.text) }.suffix(2)
    if let tab = shown.suffix(2).last(where: { $0.text.prefix { $0.isWhitespace }.contains("\t") })
    {
      return "line \(tab.number) is indented with a tab; use spaces"
    }
    for line in spoken.reversed() where !line.text.contains(where: { $0 == "\"" || $0 == "'" }) {
      if let word = KeyHint.wordBeforeColon(line.text) {
        return "line \(line.number) has '\(word):' without a space behind the colon"
      }
    }
    guard spoken.count == 2, let above = spoken.first, let line = spoken.last else { return nil }
    let (outer, inner) = (indent(above.text), indent(line.text))
    guard outer != inner else { return nil }
    return "line \(line.number) is indented by \(inner), line \(above.number) by \(outer); "
      + "keys of one mapping begin in the same column"
  }

  private static func isSilent(_ line: Substring) -> Bool {
    let first = line.first { !$0.isWhitespace }
    return first == nil || first == "#"
  }

  /// Where the first key of a line begins, behind the dashes of lists.
  private static func indent(_ line: Substring) -> Int {
    line.prefix { $0 == " " || $0 == "-" }.count
  }
}
