import Foundation
import Ladder
import Testing

@testable import Studies

@Suite("The examples of docs/studies.md") struct DocumentationTests {
  /// The YAML examples of the page, in order.
  private func examples() throws -> [String] {
    try page().split(separator: "```yaml\n").dropFirst().compactMap {
      $0.split(separator: "```").first.map(String.init)
    }
  }

  private func page() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("docs/studies.md"), encoding: .utf8)
  }

  @Test("The study is accepted and has four arms")
  func study() throws {
    let study = try Study(text: try #require(try examples().first), file: "docs/studies.md")
    #expect(study.name == "fig1-annealing" && study.arms.count == 4 && study.chains == 4000)
  }

  @Test("The schedules are accepted, the second is periodic")
  func schedules() throws {
    let found = try examples().filter { $0.hasPrefix("schedule:") }.map { text in
      try StudySample.study([6: text, 7: "", 8: ""]).arms[0].law.schedule
    }
    #expect(
      found.map(\.repeats) == [false, true, false] && found.allSatisfy { $0.phases.count == 2 })
  }

  @Test(
    "The rungs are accepted, every word of the ladder among them, and the table has a row for each")
  func dynamics() throws {
    let text = try #require(try examples().first { $0.hasPrefix("dynamics:") })
    let study = try StudySample.study([11: text])
    #expect(study.arms.count == 10 && Set(study.arms.map(\.stream)) == [0])
    #expect(study.arms.map(\.chains) == [nil, nil, nil, nil, nil, nil, nil, 1000, nil, 200])
    for kind in Rung.ladder {
      #expect(study.arms.contains { $0.law.rung.word == kind.word }, "\(kind.word)")
      #expect(try page().contains("| `\(kind.word)` |"), "\(kind.word)")
    }
  }

  @Test("The listed points are accepted")
  func points() throws {
    let text = try #require(try examples().first { $0.hasPrefix("sweep:") })
    #expect(try StudySample.study(adding: [text]).arms.map(\.law.horizon) == [60_000, 120_000])
  }

  @Test("Every whole study is accepted, under a name of its own")
  func wholeStudies() throws {
    let studies = try examples().filter { $0.hasPrefix("study:") }
    let names = try studies.map { try Study(text: $0, file: "docs/studies.md").name }
    #expect(names == ["fig1-annealing", "quenched", "cores", "recorded"])
  }

  @Test("Every example is one that a test knows")
  func kinds() throws {
    let kinds = try examples().map { String($0.prefix { $0 != ":" }) }
    #expect(
      kinds == [
        "study", "study", "study", "schedule", "schedule", "schedule", "study", "dynamics", "sweep",
      ])
  }
}
