import Foundation
import Testing

/// `rankfall audit` from end to end.
@Suite struct AuditCommandTests {
  private static let quick = ["--chains", "6", "--points", "4", "--depth", "3"]

  private func run(_ program: Program, _ arguments: [String]) throws -> Program.Result {
    try program.shell("$R audit " + (arguments + Self.quick).joined(separator: " "))
  }

  @Test func anAuditIsWrittenAndItsCounterExamplesReplay() throws {
    try Program.inFolder { program in
      try program.write("small.yaml", Studies.small)
      let result = try run(program, ["small.yaml", "--format", "json", "--output", "out"])
      #expect(result.status == 0 && result.complaint.isEmpty, "\(result)")
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let rows = try #require(json["audit"] as? [[String: Any]])
      #expect(Set(rows.compactMap { $0["arm"] as? Int }) == [0, 1])
      #expect(
        rows.contains { $0["kind"] as? String == "visited" }
          && rows.contains { ($0["exits"] as? Int ?? 0) > 0 })
      let files = try program.contents("out").keys.sorted()
      #expect(
        Set(files).isSuperset(of: [
          "audit.md", "audit.csv", "audit-alpha.csv", "audit-chains.csv", "audit-exits.csv",
        ]))
      let examples = files.filter { $0.hasPrefix("counterexample-") }
      #expect(examples.count == (json["audit-exits"] as? [[String: Any]])?.count)
      for file in examples {
        let replay = try program.run("audit", "--replay", "out/\(file)")
        #expect(replay.status == 0 && replay.output.contains("The exit is confirmed"), "\(replay)")
      }
    }
  }

  @Test func threadsChangeNoByteAndOldCounterExamplesGo() throws {
    try Program.inFolder { program in
      try program.write("small.yaml", Studies.small)
      let runs = try [1, 3].map {
        try run(program, ["small.yaml", "--threads", "\($0)", "--output", "out\($0)"])
      }
      #expect(runs[0].status == 0 && runs[0].output == runs[1].output && !runs[0].output.isEmpty)
      #expect(try program.contents("out1") == program.contents("out3"))
      try program.write("out1/counterexample-97.json", "old")
      _ = try run(program, ["small.yaml", "--threads", "2", "--output", "out1"])
      #expect(try program.contents("out1") == program.contents("out3"))
    }
  }

  @Test(arguments: ["table", "csv", "markdown", "latex"])
  func everyFormatHasNoNaN(format: String) throws {
    try Program.inFolder { program in
      try program.write("wide.yaml", Studies.wide)
      let result = try run(
        program, ["wide.yaml", "--format", format, "--skip-alpha", "--threads", "2"])
      #expect(result.status == 0 && result.output.contains("visited"), "\(result)")
      #expect(!result.output.lowercased().split(whereSeparator: { !$0.isLetter }).contains("nan"))
    }
  }

  @Test func chainsThatNeverEnterLeaveNothingToSay() throws {
    try Program.inFolder { program in
      try program.write("endless.yaml", Studies.endless(horizon: 100, chains: 2))
      let result = try run(program, ["endless.yaml"])
      #expect(result.status == 0 && result.output.contains("There is nothing to say"), "\(result)")
    }
  }

  @Test func otherRungsAreNamedOrRefused() throws {
    try Program.inFolder { program in
      try program.write("both.yaml", Studies.wide.replacing("[sgd]", with: "[gd, sgd]"))
      try program.write("gd.yaml", Studies.wide.replacing("[sgd]", with: "[gd]"))
      let both = try run(program, ["both.yaml", "--skip-alpha"])
      #expect(
        both.status == 0 && both.output.contains("Not audited") && both.output.contains("gd"),
        "\(both)")
      let none = try run(program, ["gd.yaml"])
      #expect(none.status == 2 && none.complaint.contains("there is no arm of sgd"), "\(none)")
    }
  }

  @Test(arguments: [
    ("", "either a study file or --replay FILE is needed"),
    ("small.yaml --replay x.json", "either a study file or --replay FILE"),
    ("small.yaml --depth 13", "3^13 words"), ("small.yaml --chains 0", "chains = 0"),
    ("small.yaml --points 0", "points = 0"),
    ("small.yaml --window 0", "window = 0"), ("small.yaml --alpha=-1", "alpha = -1"),
    ("small.yaml --threads 0", "--threads 0"),
    ("--replay missing.json", "missing.json: the file cannot be opened"),
    ("--replay small.yaml", "small.yaml: this is not JSON"),
    ("--replay .", "cannot be"), ("nowhere.yaml", "there is no such file"),
  ])
  func misuseIsRefused(arguments: String, sentence: String) throws {
    try Program.inFolder { program in
      try program.write("small.yaml", Studies.small)
      let result = try program.shell("$R audit \(arguments)")
      #expect(
        result.status == 2 && result.output.isEmpty && result.complaint.contains(sentence),
        "\(result)")
    }
  }
}
