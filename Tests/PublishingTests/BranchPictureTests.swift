import Foundation
import Testing

@testable import Publishing

@Suite("Branch pictures") struct BranchPictureTests {
  private static let table = Table(
    "x", title: "", columns: [TableColumn("x"), TableColumn("y")],
    rows: [[0.01, 3], [0.1, 2], [0.5, 1], [0.01, 0], [10, 0]].map {
      $0.map { .number($0, .shortest) }
    })

  private static func picture(_ curves: [PictureCurve], marks: [BranchPicture.Mark])
    -> BranchPicture
  {
    BranchPicture(
      name: "x", columns: PictureColumns(of: table, x: "x", y: "y"), curves: curves,
      range: 0.01...10, heights: 0.1...10,
      marks: marks,
      title: "T", subtitle: ["it's"], xLabel: "a", yLabel: "b")
  }

  private func drawn(_ picture: BranchPicture) throws -> String {
    try withTemporaryFolder { folder in
      try Self.table.text(in: .csv).write(
        toFile: folder + "/x.csv", atomically: false, encoding: .utf8)
      try picture.program.write(toFile: folder + "/x.gp", atomically: false, encoding: .utf8)
      let answer = ExternalTool.run("gnuplot", ["x.gp"], in: folder)
      #expect(
        answer.status == 0 && answer.errors.isEmpty && answer.output.isEmpty, "\(answer.errors)")
      let first = try picture.files.map {
        try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))
      }
      #expect(Gnuplot().draw("x.gp", in: folder) == nil)
      #expect(
        try picture.files.map { try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0)) }
          == first)
      return String(decoding: first[0], as: UTF8.self)
    }
  }

  private func dots(_ text: String) -> Int {
    text.components(separatedBy: "<use").count + text.components(separatedBy: "<circle").count
  }

  @Test(
    "Curves and marks are drawn without a word from gnuplot, twice to the same bytes; names to the letter; marks outside are left out"
  )
  func marks() throws {
    let curves = [PictureCurve("rank 1, it's", rows: 0..<3), PictureCurve("rank 0", rows: 3..<5)]
    let text = try drawn(
      Self.picture(curves, marks: [.init("one's", at: 0.1), .init("outside", at: 100)]))
    for word in ["one's", "rank 1, it's", "rank 0", "it's"] {
      #expect(text.contains(">\(word)<"), "\(word)")
    }
    #expect(!text.contains("outside") && text.contains("</svg>"))
  }

  @Test("A dot where a curve ends inside the picture, none at its edge; no curves at all")
  func ends() throws {
    let inside = try drawn(Self.picture([PictureCurve("a", rows: 0..<3)], marks: []))
    let across = try drawn(Self.picture([PictureCurve("a", rows: 3..<5)], marks: []))
    #expect(dots(inside) == dots(across) + 1)
    _ = try drawn(Self.picture([], marks: []))
  }
}
