import Foundation
import Testing

@testable import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Pictures") struct PictureTests {
  /// Names that gnuplot would read otherwise, run as a command, or cut off.
  private static let names = [
    "it's", "\"q\", x", "#{a}_b^c", "a\\b\nc", "`touch ran` @fields", "", "é ± α",
    String(repeating: "long name ", count: 90),
  ]

  /// A table of step curves, one for each name, with rows (time, level, lower, upper, censored).
  private static func table(_ name: String, groups: Int, rows: Int = 20) -> Table {
    let columns = [
      TableColumn.words("group"), TableColumn("time"), TableColumn("level", shape: .interval),
      TableColumn("censored"),
    ]
    var table = Table(name, title: "", columns: columns)
    for group in 0..<groups {
      for row in 1...rows {
        let level = 1 - Double(row) / Double(rows + group + 1)
        let estimate = Estimate(
          level, row == rows ? nil : level - 0.1 * level,
          row == rows ? nil : level + 0.1 * (1 - level))
        table.append([
          .text(names[group % names.count]), .number(Double(row) * 1.5), .estimate(estimate),
          .count(row % 3 == 0 ? 1 : 0),
        ])
      }
    }
    return table
  }

  private static func curves(_ groups: Int, rows: Int = 20) -> [PictureCurve] {
    (0..<groups).map {
      PictureCurve(names[$0 % names.count], rows: ($0 * rows)..<(($0 + 1) * rows), end: 32)
    }
  }

  private static func steps(_ groups: Int, start: Double = 1, strip: Bool = true)
    -> StepCurvePicture
  {
    let times = AxisTicks.upTo(32)
    return StepCurvePicture(
      name: "x",
      columns: PictureColumns(of: table("x", groups: 0), x: "time", y: "level", marks: "censored"),
      curves: curves(groups),
      start: start, end: 32, title: "A_{b} & 'c' `touch ran` \"d\" \\ @fields", subtitle: names,
      xLabel: "Time ^_{", yLabel: "Level's",
      atRisk: strip
        ? AtRiskStrip(
          times: times, counts: (0..<groups).map { group in times.indices.map { 100 * group + $0 } }
        ) : nil)
  }

  private static let columns = PictureColumns(x: 2, y: 3, band: (lower: 4, upper: 5))
  private static let pictures: [any Picture] = [
    steps(0), steps(1), steps(8), steps(24), steps(30), steps(3, start: 0, strip: false),
    steps(1, strip: false),
    LinePicture(
      name: "x", columns: columns, curves: curves(3), end: 30, title: "Hazard", xLabel: "Time",
      yLabel: "Hazard"),
    LinePicture(
      name: "x", columns: columns, curves: curves(8), end: 30, heights: .logarithmic(floor: 0.2),
      title: "", xLabel: "", yLabel: ""),
    LinePicture(
      name: "x", columns: PictureColumns(x: 2, y: 3), curves: [], end: 0, title: "", xLabel: "",
      yLabel: ""),
    LinePicture(
      name: "x", columns: PictureColumns(x: 2, y: 3), curves: [], end: 1,
      heights: .logarithmic(floor: 1e-3), title: "", xLabel: "",
      yLabel: ""),
    QuantilePicture(
      name: "x", columns: columns, groups: curves(2), range: 0...2, title: "Fit", xLabel: "Model",
      yLabel: "Seen"),
    QuantilePicture(
      name: "x", columns: columns, groups: curves(1), range: 0.1...100, isLogarithmic: true,
      title: "", xLabel: "", yLabel: ""),
    QuantilePicture(
      name: "x", columns: columns, groups: [], range: -1...1, title: "", xLabel: "", yLabel: ""),
  ]

  /// The table as the picture's file.
  private static func write(_ table: Table, to folder: String) throws {
    let rows = table.rows.map { row in
      row.map { cell in
        if case .text(let text) = cell { PictureCurve.cell(text) } else { cell }
      }
    }
    let safe = Table(table.name, title: "", columns: table.columns, rows: rows)
    try safe.text(in: .csv).write(
      toFile: folder + "/\(table.name).csv", atomically: false, encoding: .utf8)
  }

  @Test(
    "Every kind is drawn without a word from gnuplot, twice to the same bytes, and no name is run",
    arguments: pictures.indices)
  func drawn(_ index: Int) throws {
    let picture = Self.pictures[index]
    try withTemporaryFolder { folder in
      try Self.write(Self.table("x", groups: 30), to: folder)
      try picture.program.write(
        toFile: folder + "/" + picture.programFile, atomically: false, encoding: .utf8)
      #expect(Gnuplot().draw(picture.programFile, in: folder) == nil)
      func contents() throws -> [Data] {
        try picture.files.map { try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0)) }
      }
      let first = try contents()
      #expect(String(decoding: first[0], as: UTF8.self).contains("</svg>"))
      #expect(first[1].prefix(4) == Data([0x89, 0x50, 0x4e, 0x47]))
      let answer = ExternalTool.run("gnuplot", [picture.programFile], in: folder)
      #expect(
        answer.status == 0 && answer.errors.isEmpty && answer.output.isEmpty, "\(answer.errors)")
      #expect(try contents() == first)
      let found = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(found.sorted() == ["x.csv", "x.gp", "x.png", "x.svg"])
    }
  }

  /// The picture as SVG.
  private func svg(_ picture: some Picture, groups: Int) throws -> String {
    try withTemporaryFolder { folder in
      try Self.write(Self.table("x", groups: groups), to: folder)
      try picture.program.write(toFile: folder + "/x.gp", atomically: false, encoding: .utf8)
      #expect(Gnuplot().draw("x.gp", in: folder) == nil)
      return try String(contentsOfFile: folder + "/x.svg", encoding: .utf8)
    }
  }

  @Test("The words in the picture are the ones handed in, to the letter, with the numbers at risk")
  func words() throws {
    let text = try svg(Self.steps(7), groups: 7)
    for word in [
      "it's", "\"q\", x", "#{a}_b^c", "a\\b c", "`touch ran` @fields", "é ± α", "604",
      "Number at risk",
    ] {
      let isThere = text.contains(">\(word)<")
      #expect(isThere, "\(word)")
    }
    let hasTitle = text.contains("A_{b} &amp; 'c' `touch ran` \"d\" \\ @fields")
    #expect(hasTitle)
  }

  @Test("Ampersands and angles leave the SVG whole")
  func wellFormed() throws {
    let picture = LinePicture(
      name: "x", columns: Self.columns,
      curves: [PictureCurve("R&D <b>", rows: 0..<9), PictureCurve("&amp;", rows: 9..<12)],
      end: 30,
      title: "R&D <b>", subtitle: ["R&D <b>"], xLabel: "R&D <b>", yLabel: "R&D <b>")
    let text = try svg(picture, groups: 1)
    #expect(text.components(separatedBy: "R&amp;D &lt;b>").count == 6 && text.contains("&amp;amp;"))
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse())
  }

  @Test("The numbers at risk stand at the ticks of the axis")
  func aligned() throws {
    let text = try svg(Self.steps(2), groups: 2)
    // Each word of the picture has its place before it: translate(x,y).
    func place(_ word: String) throws -> Double {
      let match = try #require(
        text.firstMatch(
          of: try Regex(
            "translate\\(([0-9.]+),[0-9.]+\\)[^<]*>\\s*<text>(<tspan[^>]*>)?\\s*\(word)\\s*<")))
      return try #require(match.output[1].substring.flatMap { Double($0) })
    }
    for (index, tick) in AxisTicks.upTo(32).enumerated() where index > 0 {
      let difference = try place("\(100 + index)") - place(AxisTicks.label(tick))
      #expect(difference.magnitude < 1, "\(tick)")
    }
  }

  @Test("Axes of every size are drawn", arguments: [1e-20, 3e-7, 0.02, 5, 1e9, 1e20, 1e200])
  func sizes(_ end: Double) throws {
    let times = AxisTicks.upTo(end)
    var table = Table(
      "x", title: "", columns: [TableColumn("time"), TableColumn("level", shape: .interval)])
    for row in 1...10 {
      let level = 1 - Double(row) / 10
      table.append([
        .number(end * Double(row) / 10), .estimate(Estimate(level, level * 0.9, level * 1.01)),
      ])
    }
    let picture = StepCurvePicture(
      name: "x", columns: PictureColumns(of: table, x: "time", y: "level"),
      curves: [PictureCurve("all", rows: 0..<10)], start: 1,
      end: end,
      title: "", xLabel: "", yLabel: "",
      atRisk: AtRiskStrip(times: times, counts: [times.map { _ in 7 }]))
    try withTemporaryFolder { folder in
      try table.text(in: .csv).write(toFile: folder + "/x.csv", atomically: false, encoding: .utf8)
      try picture.program.write(toFile: folder + "/x.gp", atomically: false, encoding: .utf8)
      let answer = ExternalTool.run("gnuplot", ["x.gp"], in: folder)
      #expect(answer.status == 0 && answer.errors.isEmpty, "\(answer.errors)")
    }
  }

  @Test("Long names are wrapped, and what is too long ends in an ellipsis")
  func wrapped() {
    let lines = SmallText.wrapped(String(repeating: "some words ", count: 200), room: 300, most: 4)
    #expect(
      lines.count == 4 && lines.last?.hasSuffix("…") == true
        && lines.allSatisfy { SmallText.width($0) <= 310 })
    #expect(SmallText.wrapped("short", room: 300, most: 4) == ["short"])
    #expect(SmallText.wrapped("", room: 300, most: 4) == [""])
    let letters = SmallText.wrapped(String(repeating: "x", count: 60), room: 300, most: 4)
    #expect(letters.joined() == String(repeating: "x", count: 60) && letters.count == 2)
  }

  @Test(
    "Ticks are round and exact",
    arguments: [
      (60_000.0, [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]),
      (1, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, [0]), (.nan, [0]),
      (0.7, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]), (1022, [0, 200, 400, 600, 800, 1000]),
      (7.9, [0, 1, 2, 3, 4, 5, 6, 7]),
      (2e12, [0, 2.5e11, 5e11, 7.5e11, 1e12, 1.25e12, 1.5e12, 1.75e12, 2e12]), (-3, [0]),
    ] as [(Double, [Double])])
  func ticks(_ end: Double, _ places: [Double]) {
    #expect(AxisTicks.upTo(end) == places)
  }

  @Test("Ticks are few for every size of axis, and labels are short")
  func ticksOfAllSizes() {
    for exponent in -290...290 {
      for factor in [1.0, 1.3, 2.2, 4.7, 9.99] {
        let ticks = AxisTicks.upTo(factor * pow(10, Double(exponent)))
        #expect((5...9).contains(ticks.count), "\(factor)e\(exponent): \(ticks)")
        #expect(ticks.allSatisfy { AxisTicks.label($0).count <= 9 })
      }
    }
  }
}
