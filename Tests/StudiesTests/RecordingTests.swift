import Chains
import Foundation
import Publishing
import Survival
import TestKit
import Testing

@testable import Studies

@Suite("What is recorded, and its tables") struct RecordingTests {
  private static let schedule = """
    schedule:
      offshoots: { at: [500, 1000], steps: 300, eta: 0.02, lambda: 0.001 }
      phases:
    """

  private func study() throws -> Study {
    try StudySample.study([6: Self.schedule], adding: ["record: { every: 250, chains: 1 }"])
  }

  private func point(
    _ step: Int, test: Double, fit: Double = 0.25, ratio: Double = 0.5, level: Int? = nil
  ) -> PathPoint {
    PathPoint(
      step: step, fitError: fit, testError: test, singularValues: [2, 2 * ratio], rank: 2,
      squaredNorms: [1, 2, 3], level: level,
      zeros: 16)
  }

  /// Five chains: the test error of zeros is 16, so an offshoot succeeds below 1.6.
  private func outcomes() -> [ChainOutcome] {
    func chain(_ time: Int, _ ends: [Double?]) -> ChainOutcome {
      let offshoots = zip([500, 1000], ends).map { at, end in
        ChainRecord.Offshoot(
          at: at, points: end.map { [point(at + 300, test: $0)] } ?? [], isDiverged: end == nil)
      }
      return ChainOutcome(
        kind: time < 6000 ? .entered : .censored, time: time, collapseTime: nil, steps: time,
        record: ChainRecord(
          points: time == 400 ? [point(0, test: 8), point(250, test: 4, level: 1)] : [],
          offshoots: offshoots))
    }
    return [
      chain(400, [0.16, 0.32]), chain(900, [0.8, 1]), chain(6000, [12, nil]),
      chain(6000, [1.6, 3]), chain(1000, [nil, 0.1]),
    ]
  }

  private func written() throws -> [String: String] {
    let study = try study()
    return try withTemporaryFolder { folder in
      let all = outcomes()
      try StudyReport(study: study, plan: try study.plan()).write(
        to: ReportFolder(folder), run: ReportSample.run
      ) { _, visit in
        for (chain, outcome) in all.enumerated() { try visit(chain, outcome) }
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
        $0.hasSuffix(".csv") || $0.hasSuffix(".md")
      }
      #expect(
        Set(StudyReport.files(of: try study.plan())).isSuperset(of: [
          "paths.csv", "offshoots.csv", "branches.csv",
        ]))
      return Dictionary(
        uniqueKeysWithValues: try names.map { ($0, try ReportSample.text(folder, $0)) })
    }
  }

  @Test("A study says what is recorded, and its identity knows")
  func decoded() throws {
    let recording = try study().arms[0].law.recording
    #expect(recording.points == Recording.Points(every: 250, chains: 1))
    #expect(
      recording.offshoots
        == Recording.Offshoots(at: [500, 1000], steps: 300, learningRate: 0.02, ridge: 0.001))
    let identity = try study().plan().identity
    #expect(
      identity.contains(
        " points every=250 chains=1 offshoots at=500,1000 steps=300 eta=0.02 lambda=0.001\n"))
    #expect(try StudySample.study().arms[0].law.recording == .none)
  }

  @Test("paths.csv, to the letter")
  func paths() throws {
    #expect(
      try written()["paths.csv"] == """
        arm,chain,branch,step,test_error,test_share,fit_error,rank,ratio,s_1,s_2,norm_1,norm_2,norm_3,inside
        0,0,,0,8,0.5,0.25,2,0.5,2,1,1,2,3,
        0,0,,250,4,0.25,0.25,2,0.5,2,1,1,2,3,1
        0,0,500,800,0.16,0.01,0.25,2,0.5,2,1,1,2,3,
        0,0,1000,1300,0.32,0.02,0.25,2,0.5,2,1,1,2,3,

        """)
  }

  @Test("offshoots.csv, to the letter")
  func offshoots() throws {
    #expect(
      try written()["offshoots.csv"] == """
        arm,chain,branch,end,outcome,fallen,test_error,test_share,fit_error,rank,ratio,inside
        0,0,500,800,ended,1,0.16,0.01,0.25,2,0.5,
        0,0,1000,1300,ended,1,0.32,0.02,0.25,2,0.5,
        0,1,500,800,ended,0,0.8,0.05,0.25,2,0.5,
        0,1,1000,1300,ended,1,1,0.0625,0.25,2,0.5,
        0,2,500,800,ended,0,12,0.75,0.25,2,0.5,
        0,2,1000,1300,diverged,0,,,,,,
        0,3,500,800,ended,0,1.6,0.1,0.25,2,0.5,
        0,3,1000,1300,ended,0,3,0.1875,0.25,2,0.5,
        0,4,500,800,diverged,0,,,,,,
        0,4,1000,1300,ended,1,0.1,0.00625,0.25,2,0.5,

        """)
  }

  @Test("branches.csv: counts by hand, intervals as Survival gives them")
  func branches() throws {
    let rows = LadderSample.rows(try written()["branches.csv"])
    #expect(rows.map { $0["branch"] } == ["500", "1000"])
    #expect(rows.map { $0["offshoots"] } == ["5", "5"])
    // At 500: chains 0 (fallen) and 1 (standing) succeed; 1.6 is not below a tenth of 16. At 1000:
    // 0, 1 and 4, all fallen.
    #expect(rows.map { $0["succeeded"] } == ["2", "3"])
    #expect(rows.map { $0["fallen"] } == ["0.2", "0.6"])
    #expect(rows.map { $0["diverged"] } == ["1", "1"])
    #expect(rows.map { $0["difference"] } == ["0.2", "0"])
    let pairs = try PairedProportion(both: 1, firstOnly: 0, secondOnly: 1, neither: 3)
    #expect(rows[0]["difference_lower"].flatMap(Double.init) == pairs.interval.lower)
    #expect(rows[0]["difference_upper"].flatMap(Double.init) == pairs.interval.upper)
    let success = try BinomialProportion(events: 2, trials: 5)
    #expect(rows[0]["success_upper"].flatMap(Double.init) == success.interval.upper)
    // Of 0.01, 0.05, 0.1 and 0.75: four numbers are too few for an interval at 95 %.
    #expect(
      rows[0]["test_share_median"].flatMap(Double.init).map { abs($0 - 0.075) < 1e-15 } == true)
    #expect(rows[0]["test_share_median_lower"] == "")
    let prose = try #require(try written()["summary.md"])
    #expect(prose.contains("Offshoots by their branch") && prose.contains("Tango's interval"))
  }

  @Test("Claims about earlier results stay beside the same chains, and go with others")
  func laterFiles() throws {
    try withTemporaryFolder { folder in
      let study = try study()
      func write(chains: Int) throws {
        let all = outcomes()
        try StudyReport(study: study, plan: try study.plan(chains: chains)).write(
          to: ReportFolder(folder), run: ReportSample.run, later: ["verdicts.csv"]
        ) {
          _, visit in
          for chain in 0..<chains { try visit(chain, all[chain]) }
        }
      }
      func claims() -> Bool { FileManager.default.fileExists(atPath: folder + "/verdicts.csv") }
      try write(chains: 5)
      try "figure\n".write(toFile: folder + "/verdicts.csv", atomically: true, encoding: .utf8)
      try write(chains: 5)
      #expect(claims())
      try write(chains: 4)
      #expect(!claims())
    }
  }
}
