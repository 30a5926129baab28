import Foundation

/// Tables as LaTeX, with the rules of the package booktabs. A document is a piece to be read with
/// `\input`, without a preamble.
enum LaTeX: ReaderRenderer {
  static func title(_ text: String) -> String {
    "% Needs \\usepackage{booktabs}.\n\\subsection*{\(escaped(text))}\n"
  }

  static func paragraph(_ text: String) -> String { escaped(text) + "\n" }

  static func text(_ table: Table) -> String {
    let alignments = table.columns.map { $0.alignment == .left ? "l" : "r" }.joined()
    let heads = line(table.columns.map { escaped($0.title) })
    let rows = table.rows.map { line($0.map { $0.reading.map(piece).joined() }) }
    return """
      \\begin{table}[htbp]
        \\centering
        \\caption{\(escaped(table.title))}
        \\label{tab:\(label(table.name))}
        \\begin{tabular}{\(alignments)}
          \\toprule
      \(heads)
          \\midrule
      \((rows + ["    \\bottomrule"]).joined(separator: "\n"))
        \\end{tabular}
      \(notes(table.notes))\\end{table}

      """
  }

  private static func line(_ cells: [String]) -> String {
    "    \(cells.joined(separator: " & ")) \\\\"
  }

  private static func notes(_ notes: [String]) -> String {
    guard !notes.isEmpty else { return "" }
    let lines = notes.map { "    \(escaped($0))\\par\n" }.joined()
    return
      "  \\par\\medskip\n  \\begin{minipage}{\\linewidth}\\footnotesize\\raggedright\n\(lines)  \\end{minipage}\n"
  }

  private static func label(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-.:".contains($0)) ? $0 : "-" })
  }

  private static func piece(_ piece: ReadingPiece) -> String {
    switch piece {
    case .words(let text): escaped(text)
    case .number(let text): number(text)
    }
  }

  /// A number in math mode where it has a sign or a power of ten.
  private static func number(_ text: String) -> String {
    let parts = text.split(separator: "e")
    guard parts.count == 2 else { return text.hasPrefix("-") ? "$\(text)$" : text }
    let exponent = parts[1].trimmingPrefix("+")
    return parts[0] == "1" ? "$10^{\(exponent)}$" : "$\(parts[0]) \\times 10^{\(exponent)}$"
  }
}
