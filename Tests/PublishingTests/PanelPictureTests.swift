import Foundation
import Testing

@testable import Publishing

@Suite("Panels side by side") struct PanelPictureTests {
  private static let table = Table(
    "x", title: "",
    columns: [.words("series"), TableColumn("x"), TableColumn("y", shape: .interval)],
    rows: (0..<30).map { row in
      let y = row % 10 == 5 ? nil : 1.0 / Double(row % 10 + 1)
      return [
        .text("\(row / 10), with a comma"), .count(row % 10),
        .estimate(Estimate(y, y.map { $0 / 2 }, y.map { $0 * 1.5 })),
      ]
    })

  private static let columns = PictureColumns(of: table, x: "x", y: "y")

  private static func series(
    _ form: PanelSeries.Form, rows: Range<Int> = 0..<10, name: String? = "a_b & 'c' `touch ran`"
  )
    -> PanelSeries
  {
    PanelSeries(name, form, .sky, table: "x.csv", columns: columns, rows: rows)
  }

  private static func panel(_ series: [PanelSeries], isLogarithmic: Bool = false)
    -> PanelPicture.Panel
  {
    PanelPicture.Panel(
      title: "T's", x: PanelPicture.Axis("a_b", 0...10),
      y: PanelPicture.Axis(
        "y", isLogarithmic ? 0.2...2 : 0...2, isLogarithmic: isLogarithmic,
        ticks: isLogarithmic ? [0.2, 1] : nil),
      series: series, rules: [.init(.x(3), name: "it's"), .init(.y(1))],
      shade: .init([1...2, 4...5], name: "noise"))
  }

  private static let forms: [PanelSeries.Form] = [
    .line, .dashed, .steps, .points, .intervals, .band, .bars(width: 0.8),
  ]

  private static let pictures = [
    PanelPicture(
      name: "x", title: "T & 'c' `touch ran` \"d\" \\ @f", subtitle: ["it's", "#{a}_b^c"],
      panels: [
        panel(forms.map { series($0) }),
        panel(forms.dropLast().map { series($0, rows: 10..<30) }, isLogarithmic: true),
      ]),
    PanelPicture(name: "x", title: "", panels: [panel([])]),
    PanelPicture(
      name: "x", title: "",
      panels: [
        panel([series(.line, rows: 0..<0)]), panel([series(.line, name: nil)]),
        panel([series(.band)]),
      ]),
  ]

  @Test(
    "Every form is drawn without a word from gnuplot, twice to the same bytes, and no name is run",
    arguments: pictures.indices)
  func drawn(_ index: Int) throws {
    let picture = Self.pictures[index]
    try withTemporaryFolder { folder in
      try Self.table.text(in: .csv).write(
        toFile: folder + "/x.csv", atomically: false, encoding: .utf8)
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
    }
  }

  @Test("A panel reads its own rows, draws on its own axes and has its own legend") func program() {
    let program = Self.pictures[0].program
    #expect(program.contains("# Reads x.csv in the same folder; writes x.svg and x.png."))
    #expect(
      program.contains("'x.csv' skip 1 every 1::10::29 using (column(2) < ") == false,
      "only the heights are logarithmic")
    #expect(
      program.contains(
        "'x.csv' skip 1 every 1::10::29 using (column(2)):(column(3) < 0.0002 ? 0.0002 : column(3)) with lines"
      ))
    #expect(program.contains("every 1::0::9 using (column(2)):(column(3)):(0.8) with boxes"))
    #expect(program.contains("set ytics ('0.2' 0.2, '1' 1.0)"))
    #expect(
      program.contains("set object rectangle from first 4.0, graph 0 to first 5.0, graph 1 behind"))
    #expect(program.contains("set arrow from graph 0, first 1.0 to graph 1, first 1.0 nohead"))
    // Seven forms, a line and the ground: nine names; the unnamed line has none.
    #expect(
      program.components(separatedBy: "set label 'noise'").count == 5, "two panels, two files")
    let empty = Self.pictures[2].program
    #expect(!empty.contains("every 1::0::-1") && !empty.contains("set label '' at screen"))
  }

  @Test("Long series are thinned, the table keeps all") func thinned() {
    let long = PanelPicture(
      name: "x", title: "", panels: [Self.panel([Self.series(.line, rows: 10..<10_010)])])
    #expect(long.program.contains("every 5::10::10009 using"))
  }

  @Test("Ticks are few and round, and 0 keeps its own") func ticks() {
    #expect(AxisTicks.within(0...60000, most: 5) == [0, 20000, 40000, 60000])
    #expect(AxisTicks.within(0...1, most: 8) == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(AxisTicks.within(-1...1, most: 5) == [-0.6, 0, 0.6])
    #expect(AxisTicks.within(5.2...5.4, most: 5) == [])
  }
}
