import Foundation
import Publishing

/// Tables with everything in them that a format could trip over.
enum TableSample {
  /// Texts that some format reads otherwise: separators, quotation marks, markup, control signs,
  /// letters of many alphabets.
  static let hostile = [
    "a,b;c\td", "say \"hi\"", "two\nlines\r\nthree\rfour", "a|b\\|c",
    "\\textbf{x} $y$ 100% #1 & _under_ ^up ~",
    "[x] *star* `tick` <b>",
    "é ± α ≤ 3 日本", "e\u{301}\"\u{301},\u{301}", "\u{0}\u{1}\u{1b}[31m\u{7f}\u{85}\u{2028}", "",
    " ", "--- '' ,,",
    "@macro `date` {a} 'q'",
  ]

  static let columns = [
    TableColumn.words("group", heading: "Group"), TableColumn("n", heading: "Rows"),
    TableColumn("median", heading: "Median", unit: "days", shape: .interval),
    TableColumn("rmst", heading: "Mean", shape: .standardError),
    TableColumn("rate", heading: "Rate"),
    TableColumn("p", heading: "p"),
  ]

  /// A row of every kind of cell, one of missing ones, one of what is not finite.
  static let all = Table(
    "all_kinds", title: "All kinds & more", columns: columns,
    rows: [
      [
        .text("a|b, \"c\""), .count(12), .estimate(Estimate(5350.25, 5190, 5540, kind: .time)),
        .value(6972.3, standardError: 89.4),
        .number(0.012345678), .pValue(0.0034),
      ],
      [
        .missing("none"), .missing("not watched"), .missing(), .missing(), .number(nil),
        .pValue(nil),
      ],
      [
        .text("x"), .count(-3), .estimate(Estimate(.nan, 700, .infinity, kind: .time)),
        .value(.nan, standardError: .infinity),
        .number(-.infinity), .pValue(.nan),
      ],
    ], notes: ["A note of 95 % with a_b."])

  static let empty = Table("empty", title: "Nothing", columns: columns)

  static let texts = Table(
    "texts", title: "Texts", columns: [.words("text"), TableColumn("index")],
    rows: hostile.enumerated().map { [.text($1), .count($0)] })
}

/// Runs `body` with a new folder, which is removed afterwards.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "rankfall-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}
