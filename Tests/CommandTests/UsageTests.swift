import Foundation
import Testing

/// What the program says and how it ends, where nothing is simulated or it is over at once.
@Suite struct UsageTests {
  @Test func versionInfoAndHelp() throws {
    try Program.inFolder { program in
      let version = try program.run("--version")
      #expect(version.status == 0 && version.complaint.isEmpty)
      #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
      let info = try program.run("info")
      #expect(info.status == 0 && info.complaint.isEmpty)
      let names = info.output.split(separator: "\n").map {
        String($0.prefix(12)).trimmingCharacters(in: .whitespaces)
      }
      #expect(
        names == [
          "rankfall", "commit", "swift", "clang", "gsl", "cpu", "processors", "vector path",
        ])
      let columns = try program.run("columns", "chains.csv")
      #expect(
        columns.status == 0 && columns.output.hasPrefix("### chains.csv\n\nA row for each chain"))
      let help = try program.run("--help")
      #expect(help.status == 0 && help.output.contains("run") && help.output.contains("replay"))
    }
  }

  @Test func misuseIsStatusTwo() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.small)
      for arguments in [
        "run", "jump", "run s.yaml --thread 3", "run s.yaml --threads 0",
        "run s.yaml --chains many", "run s.yaml --seed -1",
        "run s.yaml extra", "run s.yaml --chains 0", "run missing.yaml", "run .", "replay",
        "columns chain",
      ] {
        let result = try program.shell("$R \(arguments)")
        #expect(
          result.status == 2 && result.output.isEmpty && !result.complaint.isEmpty,
          "\(arguments): \(result)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder) == ["s.yaml"])
    }
  }

  @Test func anUnknownKeyIsNamedByFileAndLine() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.small.replacing("horizon: 6000", with: "horizont: 6000"))
      let result = try program.run("run", "s.yaml")
      #expect(result.status == 2)
      #expect(
        result.complaint.contains("s.yaml:9") && result.complaint.contains("horizont"),
        "\(result.complaint)")
      #expect(!FileManager.default.fileExists(atPath: program.folder + "/results"))
    }
  }

  @Test func whatCannotBeWrittenIsStatusOne() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.small)
      for output in ["s.yaml/results", "s.yaml", "/proc/rankfall"] {
        let result = try program.run("run", "s.yaml", "--output", output)
        #expect(
          result.status == 1 && result.output.isEmpty && result.complaint.contains(output),
          "\(result)")
        #expect(result.complaint.split(separator: "\n").count == 1)
      }
      #expect(try program.text("s.yaml") == Studies.small)
    }
  }
}
