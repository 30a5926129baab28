/// Tables as Markdown, as GitHub reads it.
public enum Markdown {
  /// A text that is shown to the letter, on one line, in a cell or a paragraph.
  public static func escaped(_ text: String) -> String {
    let scalars = Array(TableText.oneLine(text).unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      // An underscore behind a letter or a digit cannot begin an emphasis: std_error.
      let begins = scalar == "_" && (index == 0 || !isWord(scalars[index - 1]))
      if begins || special.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  private static let special: Set<Unicode.Scalar> = ["|", "\\", "*", "`", "<", "&", "~", "$"]

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

extension Markdown: ReaderRenderer {
  static func title(_ text: String) -> String { "# \(escaped(text))\n" }

  static func paragraph(_ text: String) -> String { escaped(text) + "\n" }

  static func text(_ table: Table) -> String {
    "## \(escaped(table.title))\n\n" + grid(table)
      + table.notes.map { "\n" + paragraph($0) }.joined()
  }

  /// The table alone, without its title and its notes.
  public static func grid(_ table: Table) -> String {
    let rule = table.columns.map { $0.alignment == .left ? "---" : "---:" }
    let rows = table.rows.map { $0.map { escaped($0.readingText) } }
    let lines = [table.columns.map { escaped($0.title) }, rule] + rows
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}
