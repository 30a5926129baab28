import Foundation
import Testing

/// `rankfall bounds` from end to end.
@Suite struct BoundsCommandTests {
  @Test func tablesAreWrittenAndReplaced() throws {
    try Program.inFolder { program in
      try program.write("x.yaml", Studies.small)
      let first = try program.run("bounds", "x.yaml", "--output", "out")
      #expect(first.status == 0 && first.complaint.isEmpty, "\(first)")
      #expect(first.output.contains("decades above"))
      let files = try program.contents("out")
      #expect(
        Set(files.keys).isSuperset(of: [
          "bounds-closed.csv", "bounds-reached.csv", "bounds.md", "bounds.tex", "bounds.json",
        ]))
      #expect(!files.keys.contains(".partial"))
      let second = try program.run("bounds", "x.yaml", "--output", "out", "--format", "json")
      #expect(second.status == 0)
      #expect(try program.contents("out") == files)
      #expect((try? JSONSerialization.jsonObject(with: Data(second.output.utf8))) != nil)
    }
  }

  @Test func othersFilesAreLeftAlone() throws {
    try Program.inFolder { program in
      try program.write("x.yaml", Studies.small)
      try FileManager.default.createDirectory(
        atPath: program.folder + "/out", withIntermediateDirectories: true)
      try program.write("out/bounds.md", "mine")
      let result = try program.run("bounds", "x.yaml", "--output", "out")
      #expect(
        result.status == 1 && result.complaint.contains("bounds.md is there already"), "\(result)")
      #expect(try program.text("out/bounds.md") == "mine")
    }
  }

  @Test func refusals() throws {
    try Program.inFolder { program in
      try program.write("x.yaml", Studies.small)
      let missing = try program.run("bounds", "y.yaml")
      #expect(missing.status == 2 && missing.complaint.contains("y.yaml"), "\(missing)")
      let results = try program.run("bounds", "x.yaml", "--results", "nowhere")
      #expect(
        results.status == 2 && results.complaint.contains("nowhere/summary.csv is not there"),
        "\(results)")
    }
  }
}
