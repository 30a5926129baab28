import Foundation
import Testing

@testable import Publishing

@Suite("LaTeX") struct LaTeXTests {
  @Test("A table, to the letter")
  func letter() {
    #expect(
      TableSample.all.text(in: .latex) == """
        \\begin{table}[htbp]
          \\centering
          \\caption{All kinds \\& more}
          \\label{tab:all-kinds}
          \\begin{tabular}{lrrrrr}
            \\toprule
            Group & Rows & Median (days) & Mean & Rate & p \\\\
            \\midrule
            a$|$b, {''}c{''} & 12 & 5350 (5190 to 5540) & 6972 $\\pm$ 89 & 0.01235 & 0.0034 \\\\
            none & not watched & not defined & not defined & not defined & not defined \\\\
            x & $-3$ & not reached (700 or later) & not defined & not defined & not defined \\\\
            \\bottomrule
          \\end{tabular}
          \\par\\medskip
          \\begin{minipage}{\\linewidth}\\footnotesize\\raggedright
            A note of 95 \\% with a\\_b.\\par
          \\end{minipage}
        \\end{table}

        """)
  }

  @Test(
    "Numbers are set in math mode where they have a sign or a power of ten",
    arguments: [
      (.number(-2.5), "$-2.500$"), (.number(1.5e-9), "$1.500 \\times 10^{-9}$"),
      (.pValue(0), "$<$ $10^{-300}$"),
      (.number(-2e12, .shortest), "$-2000000000000$"),
      (.number(1e300, .shortest), "$10^{300}$"),
      (.estimate(Estimate(-0.5, -1.25, 0.25)), "$-0.50$ ($-1.25$ to 0.25)"),
      (.percent(-0.1), "$-10.0$ \\%"),
    ] as [(Cell, String)])
  func numbers(_ cell: Cell, _ text: String) {
    let column = TableColumn(
      "x", shape: { if case .estimate = cell { .interval } else { .single } }())
    let table = Table("x", title: "", columns: [column], rows: [[cell]])
    #expect(table.text(in: .latex).contains("\n    \(text) \\\\\n"), "\(table.text(in: .latex))")
  }

  @Test(
    "No sign that LaTeX reads otherwise is left bare, and braces match",
    arguments: TableSample.hostile)
  func escapes(_ text: String) {
    let escaped = LaTeX.escaped(text)
    // What is left when commands, escaped signs and math are taken away.
    let bare = escaped.replacing(/\\[{}$&#%_]/, with: "").replacing(/\$[^$]*\$/, with: "")
      .replacing(/\\[a-zA-Z]+(\{\})?/, with: "")
    #expect(!bare.contains { "\\$&#%_^~\"`".contains($0) || $0.isNewline }, "\(escaped)")
    #expect(
      bare.utf8.count { $0 == UInt8(ascii: "{") } == bare.utf8.count { $0 == UInt8(ascii: "}") })
    let ligatures = bare.replacing(/\{''\}/.matchingSemantics(.unicodeScalar), with: "")
    #expect(!["--", "''", ",,"].contains { ligatures.contains($0) })
    #expect(!escaped.hasPrefix("[") && !escaped.hasPrefix("*"))
  }

  private static let hasLaTeX = ExternalTool.run("pdflatex", ["--version"]).status == 0

  @Test("LaTeX compiles a document of everything", .enabled(if: hasLaTeX))
  func compiles() throws {
    // Letters of alphabets that pdflatex has no font for are the reader's to provide.
    let rows = TableSample.hostile.map {
      $0.filter { !"日本".contains($0) && !$0.unicodeScalars.contains("\u{301}") }
    }.map {
      [Cell.text($0), .count(1)]
    }
    let texts = Table(
      "texts", title: "αβγ & [x]", columns: TableSample.texts.columns, rows: rows,
      notes: ["[a]", "*b"])
    let document = Document(
      title: "A_b & c", paragraphs: ["50 % {x}"],
      tables: [TableSample.all, texts, TableSample.empty], notes: ["#"])
    try withTemporaryFolder { folder in
      let text =
        "\\documentclass{article}\n\\usepackage{booktabs}\n\\begin{document}\n\(document.text(in: .latex))\n\\end{document}\n"
      try text.write(toFile: folder + "/x.tex", atomically: false, encoding: .utf8)
      let answer = ExternalTool.run(
        "pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "x.tex"], in: folder)
      #expect(answer.status == 0, "\(answer.output.suffix(1500))")
    }
  }
}
