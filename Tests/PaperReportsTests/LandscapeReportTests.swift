import DeepLinear
import Foundation
import Landscape
import Publishing
import Studies
import Testing

@testable import PaperReports

/// What `rankfall landscape` says of studies.
@Suite struct LandscapeReportTests {
  private func study(
    _ convention: String = "figures", problem: String = "two-by-two: { epsilon: 0.25 }",
    depth: Int = 3,
    schedule: String = "[{ eta: 0.03, lambda: 0.1, steps: 500 }, { eta: 0.2, lambda: 0.1 }]",
    event: Int = 1, more: String = ""
  ) throws -> Study {
    try Study(
      text: """
        study: sample
        problem: { \(problem) }
        network: { depth: \(depth), width: 3, init: { law: normal, std: 1/sqrt(width) } }
        convention: \(convention)
        schedule: \(schedule)
        horizon: 1000
        event: { rank: \(event), alpha: 0.03, epsilon1: 0.3, epsilon2: 0.1, bound: 3, balance: spectral, follow: 0 }
        dynamics: [sgd, gd]
        chains: 10
        seed: 1
        \(more)
        """, file: "sample.yaml")
  }

  private func landscapes(_ study: Study, starts: Int = 16) throws -> LandscapeStudy {
    try LandscapeStudy(study, starts: starts, seed: 1, threads: 2)
  }

  @Test func theReadings() throws {
    let found = try landscapes(try study())
    #expect(found.places.count == 1, "rungs share a landscape, and so do phases of one lambda")
    #expect(found.places[0].landscape.setting.learningRate == 0.03)
    #expect(found.branches.map(\.branch.rank) == [0, 1, 1, 2])
    let text = BranchTables.readings(found).text(in: .csv)
    #expect(
      text.contains("main,0.4,\"0, 1\"\n"),
      "figures' 0.1 as main is 0.025; main's 0.1 is figures' 0.4")
    #expect(text.contains("\"0, 1, 1, 2\""))
  }

  /// The same number in the three conventions: `main` has no minimum of rank 2, nor has `appendix`.
  @Test func theConventions() throws {
    let found = try landscapes(try study(more: "sweep: { convention: [figures, appendix, main] }"))
    #expect(
      found.places.map { $0.landscape.minima.map(\.point.rank) } == [
        [0, 1, 1, 2], [0, 1, 1], [0, 1],
      ])
    let columns = MinimaTable.table(found).keys
    #expect(columns.count { $0 == "convention" } == 1)
  }

  @Test func twoLambdasShareTheirBranches() throws {
    let found = try landscapes(
      try study(
        schedule: "[{ steps: 500, eta: 0.1, lambda: 0.1 }, { eta: 0.05, lambda: 0.001 }, ]"),
      starts: 0)
    #expect(found.places.count == 2 && found.branches.allSatisfy { $0.place == 0 })
    #expect(found.branches.count == 4, "the minima at 0.001 are those at 0.1, further along")
  }

  @Test func theFolder() throws {
    let report = LandscapeReport(try landscapes(try study()))
    let folder = NSTemporaryDirectory() + "rankfall-landscape-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try report.write(to: ReportFolder(folder))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(
      files
        == (LandscapeReport.tables + ["landscape.gp", "landscape.svg", "landscape.png"]).sorted())
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }
    let minima = try text("minima.csv")
    #expect(minima.split(separator: "\n").count >= 5 && !minima.contains("nan"))
    #expect(try text("landscape.md").contains("Where minima disappear"))
    let again = LandscapeReport(try LandscapeStudy(try study(), starts: 16, seed: 1, threads: 1))
    #expect(again.document == report.document, "at any number of threads")
  }

  /// Depth 2, one row, everything observed, no starts: nothing traps, and every format can be
  /// written.
  @Test(arguments: [
    ("observed: [[1, null, 0.5]]", 2, 0), ("observed: [[1.5]]", 3, 0),
    ("observed: [[1, 0], [0, 1]]", 3, 1),
    ("observed: [[0, 0], [0, null]]", 3, 1),
    ("observed: [[1, 0.5], [0.25, -1]]", 2, 1), ("observed: [[1, null], [0.5, null]]", 4, 1),
  ]) func oddProblems(problem: String, depth: Int, event: Int) throws {
    let report = LandscapeReport(
      try landscapes(try study(problem: problem, depth: depth, event: event), starts: 4))
    for format in [TableFormat.table, .csv, .json, .markdown, .latex] {
      let text = report.document.text(in: format)
      #expect(!text.lowercased().contains(" nan"))
    }
    _ = LandscapePictures.pictures(report.study, BranchTables.points(report.study)).map(\.program)
  }

  /// Depth 2 under a strong ridge: the origin is a minimum from ||G||_2 / c_reg on, and not below.
  @Test func theOriginAtDepthTwoIsNotAtEveryLambda() throws {
    let found = try landscapes(
      try study(depth: 2, schedule: "[{ eta: 0.03, lambda: 1 }]"), starts: 0)
    let origin = try #require(found.branches.map(\.branch).first { $0.rank == 0 })
    guard case .becomesSaddle(let ridge) = origin.lower else {
      Issue.record("\(origin.lower)"); return
    }
    #expect(
      LandscapePictures.label(origin)
        == "rank 0, from \(TableText.significant(ridge, digits: 4)) on")
    let deep = try landscapes(try study(), starts: 0).branches.map {
      LandscapePictures.label($0.branch)
    }
    #expect(deep.first == "rank 0, at every lambda")
  }

  /// The ends of the range of lambda: nothing traps, and nothing printed is NaN.
  @Test(arguments: [2, 3], ["1.0e-250", "1.0e+250"]) func farRidges(depth: Int, ridge: String)
    throws
  {
    let report = LandscapeReport(
      try landscapes(
        try study(depth: depth, schedule: "[{ eta: 0.03, lambda: \(ridge) }]"), starts: 2))
    #expect(!report.document.text(in: .csv).lowercased().contains("nan"))
    #expect(!BranchTables.points(report.study).text(in: .csv).lowercased().contains("nan"))
  }

  @Test func refusals() throws {
    // The last sweep point is refused before the first is worked on.
    #expect(throws: LandscapeError.farRidge(1e260)) {
      try LandscapeStudy(
        try study(
          schedule: "[{ eta: 0.1, lambda: 0.1, steps: 500 }, { eta: 0.1, lambda: 1.0e+260 }]"),
        starts: LandscapeStudy.mostStarts, seed: 1, threads: 1)
    }
    #expect(throws: LandscapeError.ridge(0)) {
      try landscapes(try study(schedule: "[{ eta: 0.1, lambda: 0 }]"))
    }
  }
}
