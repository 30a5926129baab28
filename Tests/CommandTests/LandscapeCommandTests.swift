import Foundation
import Testing

/// `rankfall landscape` from the command line.
@Suite struct LandscapeCommandTests {
  private static let tables = [
    "branches.csv", "convex.csv", "ends.csv", "landscape.md", "minima.csv",
  ]

  @Test func theMinimaOfFigure1AtAnyNumberOfThreads() throws {
    try Program.inFolder { program in
      try program.write(
        "s.yaml", Studies.small.replacing("sweep: { network.depth: [3, 4] }\n", with: ""))
      let one = try program.run(
        "landscape", "s.yaml", "--starts", "16", "--threads", "1", "--output", "one")
      let four = try program.run(
        "landscape", "s.yaml", "--starts", "16", "--threads", "4", "--output", "four")
      #expect(one.status == 0 && one.complaint.isEmpty, "\(one)")
      #expect(one.output == four.output)
      #expect(try program.contents("one") == program.contents("four"))
      #expect(try Self.tables.allSatisfy { try program.contents("one")[$0]?.isEmpty == false })
      let lines = try program.text("one/minima.csv").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      let (kind, rank) = (
        try #require(lines[0].firstIndex(of: "kind")), try #require(lines[0].firstIndex(of: "rank"))
      )
      #expect(
        lines.dropFirst().filter { $0[kind] == "minimum" }.map { $0[rank] } == ["0", "1", "1", "2"])
    }
  }

  @Test func whatHasNoLandscapeIsRefused() throws {
    try Program.inFolder { program in
      try program.write("free.yaml", Studies.small.replacing("lambda: 0.1", with: "lambda: 0"))
      try program.write(
        "large.yaml",
        Studies.small.replacing("two-by-two: { epsilon: 0.25 }", with: "observed: big.csv"))
      try program.write(
        "big.csv",
        (0..<30).map { row in (0..<30).map { "\($0 == row ? 1 : 0)" }.joined(separator: ",") }
          .joined(separator: "\n"))
      for line in [
        "landscape free.yaml", "landscape large.yaml", "landscape none.yaml", "landscape",
        "landscape free.yaml --starts -1",
        "landscape free.yaml --threads 0",
      ] {
        let result = try program.shell("$R \(line)")
        #expect(
          result.status == 2 && result.output.isEmpty && !result.complaint.isEmpty,
          "\(line): \(result)")
      }
    }
  }
}
