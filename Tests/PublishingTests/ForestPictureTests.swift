import Foundation
import Testing

@testable import Publishing

@Suite("Forest pictures") struct ForestPictureTests {
  private static let table = Table(
    "x", title: "",
    columns: [
      .words("name"), TableColumn("a", shape: .interval), TableColumn("b", shape: .interval),
    ],
    rows: [
      [
        .text("one, with a comma"), .estimate(Estimate(-3, -5, -1)),
        .estimate(Estimate(1e-4, 5e-5, 2e-4)),
      ],
      [.text("two"), .missing(), .estimate(Estimate(0, 0, 3e-5))],
      [.text("three"), .estimate(Estimate(4, nil, nil)), .missing()],
    ])

  private static func picture(
    _ rows: [String], rates: ClosedRange<Double> = 1e-6...1e-3, first: ForestPicture.Series? = nil
  ) -> ForestPicture {
    ForestPicture(
      name: "x", rows: rows,
      panels: [
        .init(
          title: "Left's", xLabel: "a_b", series: [first ?? .init(of: table, "a")],
          scale: .linear(-6...6)),
        .init(
          title: "Right", xLabel: "b",
          series: [
            .init(of: table, "b"), .init(of: table, "b", lower: "a_lower", upper: "a_upper"),
          ], scale: .logarithmic(rates)),
      ], title: "T & 'c' `touch ran` \"d\" \\ @f", subtitle: ["it's", "#{a}_b^c"])
  }

  private func drawn(_ picture: ForestPicture, _ table: Table) throws -> String {
    try withTemporaryFolder { folder in
      try table.text(in: .csv).write(toFile: folder + "/x.csv", atomically: false, encoding: .utf8)
      try picture.program.write(toFile: folder + "/x.gp", atomically: false, encoding: .utf8)
      func contents() throws -> [Data] {
        try picture.files.map { try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0)) }
      }
      #expect(Gnuplot().draw("x.gp", in: folder) == nil)
      let first = try contents()
      let answer = ExternalTool.run("gnuplot", ["x.gp"], in: folder)
      #expect(
        answer.status == 0 && answer.errors.isEmpty && answer.output.isEmpty, "\(answer.errors)")
      #expect(try contents() == first)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
          "x.csv", "x.gp", "x.png", "x.svg",
        ])
      return String(decoding: first[0], as: UTF8.self)
    }
  }

  @Test(
    "Rows with gaps are drawn without a word from gnuplot, twice to the same bytes, names to the letter and once"
  )
  func rows() throws {
    let text = try drawn(
      Self.picture([
        "it's `touch ran` @f", "R&D <b> \"q\"", String(repeating: "long name ", count: 40),
      ]), Self.table)
    for word in [
      "it's `touch ran` @f", "R&amp;D &lt;b> \"q\"", "Left's", "a_b", "#{a}_b^c",
      "T &amp; 'c' `touch ran` \"d\" \\ @f",
    ] {
      #expect(text.components(separatedBy: ">\(word)<").count == 2, "\(word)")
    }
    #expect(text.contains("</svg>"))
  }

  @Test("No rows, rows without a number, and more rows than are drawn")
  func extremes() throws {
    _ = try drawn(Self.picture([]), Table("x", title: "", columns: Self.table.columns))
    let empty = Table(
      "x", title: "", columns: Self.table.columns, rows: [[.text("a"), .missing(), .missing()]])
    _ = try drawn(Self.picture(["a"]), empty)
    let many = Table(
      "x", title: "", columns: Self.table.columns, rows: (0..<60).map { _ in Self.table.rows[0] })
    let text = try drawn(Self.picture((0..<60).map { "row \($0)." }, rates: 1e-12...1), many)
    #expect(text.contains(">row 39.<") && !text.contains(">row 40.<"))
  }

  @Test("What is on the picture: an interval and a point for an estimate, an arrow alone for none")
  func marks() throws {
    func count(_ row: [Cell], isDrawnAlone: Bool = true) throws -> (lines: Int, points: Int) {
      let series = ForestPicture.Series(of: Self.table, "a", isDrawnAlone: isDrawnAlone)
      let picture = Self.picture(["a"], first: series)
      let text = try drawn(picture, Table("x", title: "", columns: Self.table.columns, rows: [row]))
      return (
        text.components(separatedBy: "<path").count,
        text.components(separatedBy: "<use").count + text.components(separatedBy: "<circle").count
      )
    }
    let nothing = try count([.text("a"), .missing(), .missing()])
    let point = try count([.text("a"), .estimate(Estimate(4, nil, nil)), .missing()])
    let whole = try count([.text("a"), .estimate(Estimate(4, 3, 5)), .missing()])
    let none = try count([.text("a"), .missing(), .estimate(Estimate(0, 0, 3e-5))])
    let alone = try count(
      [.text("a"), .estimate(Estimate(4, nil, nil)), .missing()], isDrawnAlone: false)
    #expect(alone.points == nothing.points && alone.lines == nothing.lines)
    #expect(
      try count([.text("a"), .estimate(Estimate(4, 3, 5)), .missing()], isDrawnAlone: false)
        == whole)
    #expect(
      point.points > nothing.points && whole.points == point.points && whole.lines > point.lines)
    #expect(none.points == nothing.points && none.lines > nothing.lines)
  }

  @Test(
    "Ticks around 0 are round, few and inside",
    arguments: [
      (-8000.0...56_000.0, [0, 20_000, 40_000]), (-6...6, [-4, 0, 4]), (0...1, [0, 0.4, 0.8]),
      (-1...0, [-0.8, -0.4, 0]),
      (-3000...400, [-3000, -2000, -1000, 0]), (-0.05...1e-6, [-0.04, -0.02, 0]), (0...0, [0]),
    ] as [(ClosedRange<Double>, [Double])])
  func ticks(_ range: ClosedRange<Double>, _ places: [Double]) {
    #expect(AxisTicks.around(range) == places)
  }

  @Test("Powers of ten are few, and only those in the range")
  func decades() {
    #expect(
      AxisTicks.decades(1e-9...1)
        == "('10^{-9}' 1e-9, '10^{-7}' 1e-7, '10^{-5}' 1e-5, '10^{-3}' 1e-3, '10^{-1}' 1e-1)")
    #expect(AxisTicks.decades(0.1...1) == "('10^{-1}' 1e-1, '10^{0}' 1e0)")
    #expect(AxisTicks.decades(2e-4...3e-2) == "('10^{-3}' 1e-3, '10^{-2}' 1e-2)")
  }
}
