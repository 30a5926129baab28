import Foundation
import Testing

/// `rankfall regimes` from end to end.
@Suite struct RegimesCommandTests {
  private static let study = Studies.small.replacing("width: 4,", with: "width: 2,").replacing(
    "horizon: 6000", with: "horizon: 1200"
  )
  .replacing("dynamics: [sgd]", with: "dynamics: [sgd, gd]").replacing(
    "chains: 20", with: "chains: 6"
  ).replacing(
    "{ network.depth: [3, 4] }",
    with: "{ schedule.1.eta: [0.05, 0.2], schedule.1.lambda: [0.01, 0.2] }")
  private static let maps: Set = [
    "regimes.csv", "regimes.md", "regimes.gp", "regimes.svg", "regimes.png",
  ]

  @Test func aMapBesideTheResults() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Self.study)
      let first = try program.run("regimes", "s.yaml", "--output", "a", "--threads", "1")
      #expect(
        first.status == 0 && first.complaint.isEmpty && first.output.contains("a/regimes.md"),
        "\(first)")
      let made = try program.contents("a")
      #expect(made.keys.contains("summary.md") && Self.maps.isSubset(of: made.keys))
      #expect(try program.text("a/regimes.csv").split(separator: "\n").count == 9)
      // The same after a plain run, at other threads, and without a word; and again where all
      // chains are there.
      #expect(
        try program.run("run", "s.yaml", "--output", "b", "--threads", "2", "--quiet").status == 0)
      for _ in 0..<2 {
        let again = try program.run("regimes", "s.yaml", "--output", "b", "--quiet")
        #expect(again.status == 0 && again.output.isEmpty && again.complaint.isEmpty, "\(again)")
        #expect(try RunTests.comparable(program.contents("b")) == RunTests.comparable(made))
      }
    }
  }

  @Test func studiesWithoutAGridAreRefusedBeforeAnythingRuns() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.small)
      try program.write("unfollowed.yaml", Self.study.replacing("follow: 200", with: "follow: 0"))
      for (arguments, words) in [
        ("s.yaml", "a map of regimes needs a key that ends in '.eta'"),
        ("unfollowed.yaml", "event.follow"),
        ("missing.yaml", "missing.yaml"), ("s.yaml --threads 0", "--threads 0"),
        ("s.yaml --chains 0", "chains"),
      ] {
        let result = try program.shell("$R regimes \(arguments)")
        #expect(
          result.status == 2 && result.output.isEmpty && result.complaint.contains(words),
          "\(arguments): \(result)")
      }
      #expect(!FileManager.default.fileExists(atPath: program.folder + "/results"))
    }
  }
}
