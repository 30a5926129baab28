import AbsorbingSets
import Foundation
import Publishing
import Studies
import Testing

import PaperReports

/// `rankfall bounds`: the theorems at a study's values.
@Suite struct BoundsReportTests {
  private static func study(
    depth: Int = 3, convention: String = "figures", event: String = "", epsilon2: String = "0.1",
    adding extra: String = ""
  ) throws -> Study {
    let text = """
      study: small
      problem:
        two-by-two: { epsilon: 0.25 }
      network: { depth: \(depth), width: 100, init: { law: normal, std: 1/sqrt(width) } }
      convention: \(convention)
      schedule:
        - { steps: 500, eta: 0.03, lambda: 0.1 }
        - { eta: 0.2, lambda: 0.1 }
      horizon: 6000
      event: { rank: 1, alpha: 0.03, epsilon1: 0.3, epsilon2: \(epsilon2), bound: 3\(event), follow: 200 }
      dynamics: [sgd, gd]
      chains: 5
      seed: 7
      \(extra)
      """
    return try Study(text: text, file: "x.yaml")
  }

  private static func tables(_ document: Document) throws -> [String: [[String: Any]]] {
    let json = try JSONSerialization.jsonObject(with: Data(document.text(in: .json).utf8))
    return try #require(json as? [String: [[String: Any]]])
  }

  private static func number(_ row: [String: Any]?, _ key: String) throws -> Double {
    try #require(row?[key] as? Double)
  }

  /// Theorem B.1 at Figure 1: figures(.2, .1) is appendix(.4, .05).
  @Test func figureOne() throws {
    let document = try BoundsReport(try Self.study(), results: "/nowhere").document
    let tables = try Self.tables(document)
    // Rungs share a point; the phases have two learning rates.
    let settings = try #require(tables["bounds-settings"])
    #expect(settings.map { $0["eta"] as? Double } == [0.2, 0.03])
    #expect(abs(try Self.number(settings[0], "log10_eta") - log10(0.4)) < 1e-12)
    #expect(abs(try Self.number(settings[0], "log10_lambda") - log10(0.05)) < 1e-12)
    #expect(abs(try Self.number(settings[0], "log10_eta_covered") - -36.8797) < 1e-3)
    #expect(settings[0]["covered"] as? String == "no")
    // The mean of ||W_2||_F^2 at the start is 100.
    #expect(abs(try Self.number(settings[0], "log10_start") - 2) < 1e-12)
    let closed = try #require(tables["bounds-closed"])
    #expect(closed.map { $0["rank"] as? Int } == [0, 1, 0, 1])
    #expect(closed[1]["binds"] as? String == "balance (D.3)")
    let reached = try #require(tables["bounds-reached"])
    #expect(reached.map { $0["share"] as? String } == ["0/3", "2/3", "0/3", "2/3"])
    #expect(reached[0]["log10_probability"] is NSNull)
    let (halves, thirds) = (
      try Self.number(reached[1], "log10_decades"),
      try Self.number(reached[1], "log10_counted_decades")
    )
    #expect(abs(halves - thirds - log10(log10(2.0) / log10(1.5))) < 1e-12)
    #expect(document.paragraphs[0].contains("36.5 decades above"), "\(document.paragraphs[0])")
  }

  @Test func hypothesesOfTheStudysOwnSet() throws {
    let rows = try #require(
      try Self.tables(BoundsReport(try Self.study(), results: "/nowhere").document)[
        "bounds-hypotheses"])
    let first = rows.filter { $0["setting"] as? Int == 1 }
    #expect(first.count == 15)
    func row(_ start: String) throws -> [String: Any] {
      try #require(
        first.first { ($0["hypothesis"] as? String)?.hasPrefix(start) == true }, "\(start)")
    }
    #expect(try row("L >= 3")["met"] as? String == "yes")
    #expect(try row("eps2 < 1/2")["met"] as? String == "yes")
    // C = 3 where C_1/(2 lambda) = 10 is asked for.
    #expect(try row("C >= C1/(2")["met"] as? String == "no")
    #expect(abs(try Self.number(row("C >= C1/(2"), "decades_missing") - log10(10.0 / 3)) < 1e-12)
    // alpha = .03 where .05^2 / (2 (1 + 27)) is asked for.
    #expect(
      abs(try Self.number(row("alpha <= ("), "decades_missing") - log10(0.03 * 56 / 0.0025)) < 1e-12
    )
    // eps1 = .3 where .03 * .1 / (4 * 99 * 2) is asked for.
    #expect(
      abs(
        try Self.number(row("eps1 <= alpha eps2/(4"), "decades_missing") - log10(0.3 * 792 / 0.003))
        < 1e-12)
    #expect(try row("alpha <= 1")["met"] as? String == "yes")
  }

  /// The same chain in other words has the same constants.
  @Test func conventionsAreTranslated() throws {
    let swept = try Self.study(
      adding: """
        sweep:
          - { convention: figures, schedule.1.eta: 0.2, schedule.1.lambda: 0.1 }
          - { convention: main, schedule.1.eta: 0.4, schedule.1.lambda: 0.025 }
          - { convention: appendix, schedule.1.eta: 0.4, schedule.1.lambda: 0.05 }
        """)
    let rows = try #require(
      try Self.tables(BoundsReport(swept, results: "/nowhere").document)["bounds-settings"])
    let noisiest = rows.filter { ($0["eta"] as? Double ?? 0) >= 0.2 }
    #expect(noisiest.count == 3)
    let covered = try noisiest.map { try Self.number($0, "log10_eta_covered") }
    #expect(covered.allSatisfy { abs($0 - covered[0]) < 1e-12 })
  }

  @Test func squaredFrobeniusNormsAreTakenTheRootOf() throws {
    let study = try Self.study(event: ", balance: frobenius-squared")
    let tables = try Self.tables(BoundsReport(study, results: "/nowhere").document)
    let row = try #require(
      tables["bounds-hypotheses"]?.first {
        ($0["hypothesis"] as? String)?.hasPrefix("eps1") == true
      })
    #expect(abs(try Self.number(row, "log10_own") - log10(0.3) / 2) < 1e-12)
  }

  @Test func twoLayersAreNotCovered() throws {
    let document = try BoundsReport(try Self.study(depth: 2), results: "/nowhere").document
    #expect(document.tables.map(\.name) == ["bounds-settings"])
    #expect(document.paragraphs[0].contains("not covered: L = 2"))
  }

  @Test(arguments: ["0", "0.7"])
  func anotherEpsilon2IsReplaced(epsilon2: String) throws {
    let document = try BoundsReport(try Self.study(epsilon2: epsilon2), results: "/nowhere")
      .document
    #expect(document.paragraphs.contains { $0.contains("the study has \(epsilon2)") })
    for format in TableFormat.allCases {
      let words = document.text(in: format).lowercased().split { !$0.isLetter }
      #expect(!words.contains("nan") && !words.contains("inf"))
    }
  }

  @Test func whatWasMeasuredStandsBeside() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "rankfall-\(UUID().uuidString)"
    ).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let study = try Self.study()
    #expect(throws: BoundsError.self) { try BoundsReport(study, results: folder, isRequired: true) }
    let header =
      "arm,dynamics,convention,chains,entered,exits,median,median_lower,median_upper,entered_fraction,entered_fraction_lower,entered_fraction_upper"
    try "\(header)\n0,sgd,figures,5,4,0,3000,,,0.8,0.3,0.99\n1,gd,figures,5,0,,,,,0,0,0.5\n"
      .write(toFile: folder + "/summary.csv", atomically: true, encoding: .utf8)
    try
      "arm,name,entered,steps_inside,exits,exit_rate,exit_rate_lower,exit_rate_upper\n0,\"sgd, \"\"x\"\"\",4,800,0,0,0,0.0046\n"
      .write(toFile: folder + "/directions.csv", atomically: true, encoding: .utf8)
    let document = try BoundsReport(study, results: folder, isRequired: true).document
    let rows = try #require(try Self.tables(document)["bounds-measured"])
    #expect(rows.map { $0["theorems"] as? String } == ["B.1, B.2", "B.1"])
    #expect(rows[0]["steps_inside"] as? Int == 800 && rows[1]["steps_inside"] is NSNull)
    #expect(rows[0]["entered_fraction"] as? Double == 0.8)
    #expect(document.paragraphs.last?.contains("4 of 5 chains") == true, "\(document.paragraphs)")
    // provenance.json says which chains the results are of, at any seed.
    func claim(_ other: Study) throws {
      let run = RunFacts(started: .now, finished: .now, threads: 1, chainSteps: 32)
      try Provenance(study: other, plan: other.plan(seed: 11), run: run).json()
        .write(toFile: folder + "/provenance.json", atomically: true, encoding: .utf8)
    }
    try claim(study)
    #expect(
      try BoundsReport(study, results: folder, isRequired: true).document.paragraphs.last?.contains(
        "4 of 5 chains") == true)
    try claim(try Self.study(depth: 4))
    #expect(throws: BoundsError.self) { try BoundsReport(study, results: folder, isRequired: true) }
    try FileManager.default.removeItem(atPath: folder + "/provenance.json")
    // A study with other arms is not this one.
    try "\(header)\n0,sgd,figures,5,4,0,3000,,,0.8,0.3,0.99\n"
      .write(toFile: folder + "/summary.csv", atomically: true, encoding: .utf8)
    #expect(throws: BoundsError.self) { try BoundsReport(study, results: folder, isRequired: true) }
    #expect(
      try BoundsReport(study, results: folder).document.paragraphs.last?.contains("another study")
        == true)
  }
}
