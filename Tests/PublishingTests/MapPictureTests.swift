import Foundation
import Testing

@testable import Publishing

@Suite("Maps") struct MapPictureTests {
  private static let columns: [TableColumn] = [
    TableColumn("x"), TableColumn("y"), .words("kind"), TableColumn("share", shape: .interval),
    TableColumn("time"),
  ]

  private static func table(_ rows: [(Double, Double, String, Double, Double?)]) -> Table {
    Table(
      "m", title: "", columns: columns,
      rows: rows.map {
        [
          .number($0.0), .number($0.1), .text($0.2), .estimate(Estimate($0.3, nil, nil)),
          .number($0.4),
        ]
      })
  }

  private static func picture(
    _ panels: [MapPicture.Panel], x: [Double], y: [Double], kinds: [String] = ["stays", "jumps"]
  )
    -> MapPicture
  {
    MapPicture(
      name: "m",
      columns: .init(of: table([]), x: "x", y: "y", kind: "kind", share: "share", number: "time"),
      panels: panels,
      kinds: kinds, x: x, y: y, title: "T & 'c' `touch ran` @f", subtitle: ["it's #{a}_b"],
      xLabel: "ridge_1", yLabel: "rate")
  }

  private func drawn(_ picture: MapPicture, _ table: Table) throws -> String {
    try withTemporaryFolder { folder in
      try table.text(in: .csv).write(toFile: folder + "/m.csv", atomically: false, encoding: .utf8)
      try picture.program.write(toFile: folder + "/m.gp", atomically: false, encoding: .utf8)
      func contents() throws -> [Data] {
        try picture.files.map { try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0)) }
      }
      #expect(Gnuplot().draw("m.gp", in: folder) == nil)
      let first = try contents()
      let answer = ExternalTool.run("gnuplot", ["m.gp"], in: folder)
      #expect(
        answer.status == 0 && answer.errors.isEmpty && answer.output.isEmpty, "\(answer.errors)")
      #expect(try contents() == first)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
          "m.csv", "m.gp", "m.png", "m.svg",
        ])
      return String(decoding: first[0], as: UTF8.self)
    }
  }

  @Test("One cell: its colour mixed with white, its logarithm, its ticks, the legend")
  func oneCell() throws {
    let text = try drawn(
      Self.picture([.init("one", rows: 0..<1)], x: [0.1], y: [0.2]),
      Self.table([(0.1, 0.2, "jumps", 0.5, 1_000)]))
    // 255 - (0.3 + 0.7 * 0.5) * (255 - part) for the orange E6 9F 00.
    #expect(text.contains("rgb(239, 193,  89)"), "\(text)")
    for word in [
      "3.0", "0.1", "0.2", "one", "stays", "jumps", "ridge_1", "T &amp; 'c' `touch ran` @f",
      "it's #{a}_b",
    ] {
      #expect(text.components(separatedBy: ">\(word)<").count == 2, "\(word)")
    }
  }

  @Test(
    "A cell stands at its values' places, whatever they are; cells at other values are outside; empty cells have no number"
  )
  func places() throws {
    let rows: [(Double, Double, String, Double, Double?)] = [
      (0.003, 0.02, "stays", 1.0, nil), (0.3, 0.02, "jumps", 1.0, 100),
      (0.3, 0.6, "unheard of", 1.0, 0),
      (0.2, 0.6, "jumps", 1.0, 10),
    ]
    let text = try drawn(
      Self.picture([.init("a", rows: 0..<4)], x: [0.003, 0.3], y: [0.02, 0.6]), Self.table(rows))
    #expect(
      text.contains(">2.0<") && !text.contains(">1.0<") && !text.contains("inf")
        && !text.contains("nan"))
  }

  @Test("No panels, panels without rows, more than are drawn, many values, all kinds")
  func extremes() throws {
    _ = try drawn(Self.picture([], x: [1], y: [1]), Self.table([]))
    _ = try drawn(Self.picture([.init("a", rows: 0..<0)], x: [1], y: [1]), Self.table([]))
    let rows = (0..<13).map { _ in (1.0, 1.0, "stays", 1.0, Double?.none) }
    let panels = (0..<13).map { MapPicture.Panel("panel \($0).", rows: $0..<($0 + 1)) }
    let text = try drawn(
      Self.picture(panels, x: [1], y: [1], kinds: ["stays", "b", "c", "d", "e", "f"]),
      Self.table(rows))
    #expect(text.contains(">panel 11.<") && !text.contains(">panel 12.<"))
    let many = (0..<100).map { Double($0) * 0.001 }
    let wide = try drawn(
      Self.picture([.init("a", rows: 0..<13)], x: many, y: many), Self.table(rows))
    #expect(wide.contains("</svg>"))
  }
}
