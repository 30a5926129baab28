import Chains
import Foundation
import Publishing
import Testing

@testable import PaperReports

@Suite("The files of a figure") struct FigureFilesTests {
  private static let chains = [1500, 2500, 5000].map { time in
    FigureSample.chain(
      entering: time, offshoots: [1000, 2000, 4000].map { ($0, $0 >= time ? 0.1 : 8) },
      points: stride(from: 0, through: 6000, by: 500).map {
        FigureSample.point($0, error: $0 < time ? 8 : 0)
      })
  }

  private static func outcomes(_ arm: Int, _ visit: (Int, ChainOutcome) throws -> Void) throws {
    for (chain, outcome) in chains.enumerated() { try visit(chain, outcome) }
  }

  private static func contents(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: try names.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0)))
      })
  }

  @Test(
    "The picture is drawn without a word from gnuplot, and all files are the same to the byte again"
  ) func written() throws {
    try withFigureFolder { folder in
      let files = try FigureSample.files(.fig1, FigureSample.annealing)
      let claims = try files.write(to: ReportFolder(folder), outcomes: Self.outcomes)
      let made = try Self.contents(folder)
      #expect(
        made.keys.sorted() == [
          "figure-paths.csv", "figure.csv", "figure.gp", "figure.png", "figure.svg", "verdicts.csv",
          "verdicts.md",
        ])
      #expect(Set(FigureFiles.names).isSuperset(of: made.keys))
      #expect(try files.write(to: ReportFolder(folder), outcomes: Self.outcomes) == claims)
      #expect(try Self.contents(folder) == made)
      let rows = String(decoding: made["verdicts.csv"] ?? Data(), as: UTF8.self).split(
        separator: "\n")
      #expect(
        rows.first
          == "figure,key,claim,measured,chains,estimate,estimate_lower,estimate_upper,verdict,remark"
      )
      #expect(rows.count == claims.count + 1 && claims.count == 4)
      let reading = String(decoding: made["verdicts.md"] ?? Data(), as: UTF8.self)
      #expect(claims.allSatisfy { reading.contains($0.verdict.rawValue) })
    }
  }

  @Test("Without gnuplot the tables are there, an earlier picture is not, and the error says so")
  func withoutGnuplot() throws {
    try withFigureFolder { folder in
      try FigureSample.files(.fig1, FigureSample.annealing).write(
        to: ReportFolder(folder), outcomes: Self.outcomes)
      let files = try FigureSample.files(.fig1, FigureSample.annealing, gnuplot: "no-such-gnuplot")
      #expect(throws: ReportError.self) {
        try files.write(to: ReportFolder(folder), outcomes: Self.outcomes)
      }
      let names = try Self.contents(folder).keys.sorted()
      #expect(
        names == ["figure-paths.csv", "figure.csv", "figure.gp", "verdicts.csv", "verdicts.md"])
    }
  }

  @Test("Figures are named, and others refused with a suggestion") func names() throws {
    #expect(try PaperFigure.named("all") == PaperFigure.allCases)
    #expect(try PaperFigure.named("fig2") == [.fig2])
    let near = #expect(throws: FigureError.self) { try PaperFigure.named("fgi1") }
    #expect(
      near?.description.hasPrefix(
        "unknown figure 'fgi1'; did you mean 'fig1'? (figures here: fig1, fig2, ") == true)
    let far = #expect(throws: FigureError.self) { try PaperFigure.named("everything") }
    #expect(far?.description.hasPrefix("unknown figure 'everything' (figures here: fig1") == true)
  }

  @Test("A claim is a line for a terminal") func line() {
    let claim = FigureClaim(
      figure: .fig1, key: "k", words: "It jumps.", measured: "Share that does", chains: 40,
      estimate: Estimate(0.5, 0.25, 0.75, kind: .share), verdict: .holdsWithACondition,
      remark: "Late.")
    #expect(
      claim.line
        == "fig1, holds with a condition: \"It jumps.\" Share that does: 50.0 % (25.0 to 75.0) of 40 chains. Late."
    )
  }
}
