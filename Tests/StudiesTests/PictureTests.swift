import Chains
import Foundation
import Publishing
import Survival
import Testing

@testable import Studies

@Suite("Pictures") struct PictureTests {
  @Test("The picture can be drawn again in the folder, to the same bytes")
  func again() throws {
    try withTemporaryFolder { (folder: String) throws in
      try ReportSample.report().write(
        to: ReportFolder(folder), run: ReportSample.run, outcomes: ReportSample.visit)
      let first = try ReportSample.contents(folder)
      #expect(first["survival.png"]?.prefix(4) == Data([0x89, 0x50, 0x4e, 0x47]))
      #expect(
        first["survival.svg"].map { String(decoding: $0, as: UTF8.self).contains("</svg>") } == true
      )
      let answer = ExternalTool.run("gnuplot", ["survival.gp"], in: folder)
      #expect(answer.status == 0 && answer.errors.isEmpty, "\(answer.errors)")
      #expect(try ReportSample.contents(folder) == first)
    }
  }

  @Test("Thirty arms, and names with signs that gnuplot or Markdown read otherwise, are drawn")
  func awkward() throws {
    try withTemporaryFolder { (folder: String) throws in
      try "1,\n0.25,1\n".write(
        toFile: folder + "/it's_{a}|^b.csv", atomically: false, encoding: .utf8)
      let alphas = (11...40).map { "0.0\($0)" }.joined(separator: ", ")
      let text = StudySample.text(
        [1: "study: an_odd.name"],
        adding: [
          "sweep:", "  problem: [{ observed: \"it's_{a}|^b.csv\" }]", "  event.alpha: [\(alphas)]",
        ])
      let study = try Study(text: text, file: folder + "/x.yaml")
      let report = StudyReport(study: study, plan: try study.plan())
      try report.write(to: ReportFolder(folder + "/results"), run: ReportSample.run) { _, visit in
        for chain in 0..<40 {
          try visit(
            chain,
            ChainOutcome(kind: .entered, time: 1 + chain, collapseTime: nil, steps: 1 + chain))
        }
      }
      let program = try ReportSample.text(folder + "/results", "survival.gp")
      #expect(
        program.contains("The first 24 of 30 arms are drawn.") && program.contains("[curve = 1:24]")
      )
      #expect(
        program.contains(
          "set label 'sgd, problem = {observed: it''s_{a}|^b.csv}, event.alpha = 0.011' at screen"))
      #expect(program.contains("counts[24] = '40 0 0 0 0 0 0'"))
      #expect(program.contains("'an_odd.name: convention figures' noenhanced"))
      let table = try ReportSample.text(folder + "/results", "summary.md")
      #expect(table.contains("it's_{a}\\|^b.csv"))
      #expect(
        try ReportSample.contents(folder + "/results").keys.filter { $0.hasSuffix(".png") }.sorted()
          == [
            "hazard.png", "survival.png",
          ])
    }
  }

  @Test("Levels and times that the table spells with exponents are drawn")
  func exponents() throws {
    try withTemporaryFolder { (folder: String) throws in
      let report = try ReportSample.report([9: "horizon: 2000000000000"], adding: [])
      try report.write(to: ReportFolder(folder), run: ReportSample.run) { _, visit in
        for chain in 0..<12_000 {
          try visit(
            chain,
            ChainOutcome(
              kind: .entered, time: 100_000_000 * chain, collapseTime: nil,
              steps: 100_000_000 * chain))
        }
      }
      #expect(try ReportSample.text(folder, "survival.csv").contains("e-05,"))
    }
  }

  @Test("A long curve is thinned in the picture, with its last row kept")
  func thinned() throws {
    let report = try ReportSample.report(adding: [])
    let sample = try RightCensoredSample(
      times: Array(0..<100_000), observed: Array(repeating: true, count: 100_000))
    let curve = SurvivalPicture.Curve(
      arm: report.plan.arms[0], firstRow: 7, estimate: KaplanMeierEstimate(sample),
      ticks: [0, 99_999, 100_000])
    #expect(curve.rows == 7..<100_007 && curve.atRisk == [100_000, 1, 0])
    let program = StepCurvePicture(
      name: "x", columns: PictureColumns(x: 2, y: 6),
      curves: [PictureCurve("all", rows: curve.rows)], start: 1, end: 100_000,
      title: "x", xLabel: "x", yLabel: "y"
    ).program
    #expect(
      program.contains("array stride[1] = [50]\n")
        && program.contains("every ::final[curve]::final[curve]"))
  }
}
