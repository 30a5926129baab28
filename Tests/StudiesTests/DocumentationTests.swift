import Foundation
import Studies
import Testing

@Suite("The examples of docs/studies.md") struct DocumentationTests {
  /// The YAML examples of the page, in order.
  private func examples() throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appendingPathComponent("docs/studies.md"), encoding: .utf8)
    return page.split(separator: "```yaml\n").dropFirst().compactMap { $0.split(separator: "```").first.map(String.init) }
  }

  @Test("The study is accepted and has four arms")
  func study() throws {
    let study = try Study(text: try #require(try examples().first), file: "docs/studies.md")
    #expect(study.name == "fig1-annealing" && study.arms.count == 4 && study.chains == 4000)
  }

  @Test("The schedules are accepted, the second is periodic")
  func schedules() throws {
    let found = try examples().dropFirst().map { text in
      try StudySample.study([6: text, 7: "", 8: ""]).arms[0].law.schedule
    }
    #expect(found.map(\.repeats) == [false, true] && found.allSatisfy { $0.phases.count == 2 })
  }
}
