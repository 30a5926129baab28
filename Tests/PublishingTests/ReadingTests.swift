import Foundation
import Testing

@testable import Publishing

@Suite("What readers see") struct ReadingTests {
  @Test(
    "Estimates and their limits",
    arguments: [
      (Estimate(5350.2, 5190, 5540, kind: .time), "5350 (5190 to 5540)"),
      (Estimate(1200, 700, nil, kind: .time), "1200 (700 or later)"),
      (Estimate(1200, nil, 1500, kind: .time), "1200 (1500 or sooner)"),
      (Estimate(nil, 700, nil, kind: .time), "not reached (700 or later)"),
      (Estimate(nil, nil, nil, kind: .time), "not reached"),
      (Estimate(1200, nil, nil, kind: .time), "1200"),
      (Estimate(0.5321, 0.402, 0.711), "0.53 (0.40 to 0.71)"),
      (Estimate(2.5, 1.5, .infinity), "2.50 (1.50 or more)"),
      (Estimate(nil, nil, nil), "not defined"),
      (Estimate(.nan, .nan, .nan), "not defined"),
      (Estimate(1.43e-4, 1.39e-4, 1.48e-4, style: .scientific), "1.43e-4 (1.39e-4 to 1.48e-4)"),
      (Estimate(1.5e-7, 1e-7, 2e-7), "1.50e-7 (1.00e-7 to 2.00e-7)"),
      (Estimate(2, 0.001, 1e9), "2.00 (0.00100 to 1.00e9)"),
      (Estimate(-0.5, -1.25, 0.25), "-0.50 (-1.25 to 0.25)"),
      (Estimate(0.6, 0.1466, 0.9473, kind: .share), "60.0 % (14.7 to 94.7)"),
      (Estimate(1, 0.99908, 1, kind: .share), "100.000 % (99.908 to 100.000)"),
      (Estimate(0, 0, nil, kind: .share), "0.000 % (0.000 or more)"),
    ] as [(Estimate, String)])
  func estimates(_ estimate: Estimate, _ text: String) {
    #expect(Cell.estimate(estimate).readingText == text)
  }

  @Test(
    "Other cells",
    arguments: [
      (.value(6972.3, standardError: 89.4), "6972 ± 89"), (.value(6000, standardError: 0), "6000"),
      (.value(-1.234e-6, standardError: 1e-7), "-1.23e-6 ± 1.00e-7"),
      (.value(1.23456, standardError: nil), "1.235"),
      (.value(nil, standardError: 3), "not defined"),
      (.value(.nan, standardError: .nan), "not defined"),
      (.pValue(0.00341), "0.0034"), (.pValue(0.5), "0.50"), (.pValue(1), "1.0"),
      (.pValue(0.0001), "0.00010"),
      (.pValue(0.000099), "9.9e-5"), (.pValue(1.23e-30), "1.2e-30"), (.pValue(0), "< 1e-300"),
      (.pValue(nil), "not defined"),
      (.percent(0.6), "60.0 %"), (.percent(1, decimals: 0), "100 %"),
      (.percent(nil), "not defined"),
      (.number(0), "0"), (.number(-0.0), "0"), (.number(12345.6), "12350"),
      (.number(0.00012345), "0.0001234"),
      (.number(1.5e-9), "1.500e-9"),
      (.number(-2.5e12), "-2.500e12"), (.number(9.9996), "10.00"),
      (.number(3.14159, .decimals(2)), "3.14"),
      (.number(0.1, .shortest), "0.1"),
      (.number(-0.001, .decimals(1)), "0.0"), (.number(5243.7, .spread(230)), "5240"),
      (.number(.infinity), "not defined"),
      (.count(-12), "-12"), (.missing("not watched"), "not watched"),
    ] as [(Cell, String)])
  func cells(_ cell: Cell, _ text: String) {
    #expect(cell.readingText == text)
  }

  @Test("No format ever prints a number that is none", arguments: TableFormat.allCases)
  func finite(_ format: TableFormat) {
    let text = Document(title: "T", tables: [TableSample.all]).text(in: format).lowercased()
    #expect(!text.contains("nan") && !text.contains("inf"))
  }

  @Test("Aligned text, to the letter")
  func aligned() {
    #expect(
      TableSample.all.text(in: .table) == """
        All kinds & more

        Group            Rows               Median (days)         Mean         Rate            p
        --------  -----------  --------------------------  -----------  -----------  -----------
        a|b, "c"           12         5350 (5190 to 5540)    6972 ± 89      0.01235       0.0034
        none      not watched                 not defined  not defined  not defined  not defined
        x                  -3  not reached (700 or later)  not defined  not defined  not defined

        A note of 95 % with a_b.

        """)
  }

  @Test(
    "Every row of an aligned table is one line without control signs, and words are wrapped at 100 characters"
  )
  func lines() {
    var table = TableSample.texts
    table.notes = [
      Array(repeating: "word\nand", count: 60).joined(separator: " "),
      String(repeating: "x", count: 150),
    ]
    let lines = table.text(in: .table).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.allSatisfy { line in
        !line.unicodeScalars.contains { $0.properties.generalCategory == .control }
      })
    #expect(
      lines.dropFirst(4).prefix(TableSample.hostile.count).enumerated().allSatisfy {
        $1.hasSuffix(" \($0)")
      })
    #expect(
      lines.filter { $0.contains("word") }.allSatisfy {
        $0.count <= 100 && $0.count > 90 || $0 == lines.filter { $0.contains("word") }.last
      })
    #expect(TableSample.empty.text(in: .table).contains("(no rows)"))
  }

  @Test("Markdown, to the letter")
  func markdown() {
    #expect(
      TableSample.all.text(in: .markdown) == """
        ## All kinds \\& more

        | Group | Rows | Median (days) | Mean | Rate | p |
        | --- | ---: | ---: | ---: | ---: | ---: |
        | a\\|b, "c" | 12 | 5350 (5190 to 5540) | 6972 ± 89 | 0.01235 | 0.0034 |
        | none | not watched | not defined | not defined | not defined | not defined |
        | x | -3 | not reached (700 or later) | not defined | not defined | not defined |

        A note of 95 % with a_b.

        """)
  }

  @Test("Every row of a Markdown table has its cells and no more, whatever they hold")
  func pipes() {
    let rows = TableSample.texts.text(in: .markdown).split(separator: "\n").filter {
      $0.hasPrefix("|")
    }
    #expect(rows.count == TableSample.hostile.count + 2)
    for row in rows {
      // A backslash and the sign behind it are one sign to GitHub.
      let bare = row.replacing(/\\./, with: "")
      #expect(bare.count { $0 == "|" } == 3, "\(row)")
    }
    #expect(Markdown.escaped("std_error _x_ a\\|b") == "std_error \\_x_ a\\\\\\|b")
  }
}
