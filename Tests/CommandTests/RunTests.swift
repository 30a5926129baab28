import Foundation
import Testing

/// Runs of small studies from end to end.
@Suite struct RunTests {
  static let files: Set = [
    "ensemble.sqlite", "chains.csv", "summary.csv", "summary.md", "outcomes.csv", "plateau.csv",
    "passages.csv", "directions.csv",
    "resting.csv", "incidence.csv", "hazard.csv", "hazard.gp", "hazard.svg", "hazard.png",
    "survival.csv", "survival.gp",
    "survival.svg", "survival.png", "provenance.json", "checks.csv",
  ]

  /// What results must share: everything but the database and the provenance.
  static func comparable(_ contents: [String: Data]) -> [String: Data] {
    contents.filter { $0.key != "provenance.json" && !$0.key.hasPrefix("ensemble.sqlite") }
  }

  @Test func aRunWritesItsFolderAndAgainDoesNothing() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.small)
      let first = try program.run("run", "s.yaml")
      #expect(
        first.status == 0 && first.complaint.isEmpty && first.output.contains("40 chains"),
        "\(first)")
      let made = try program.contents("results/small")
      #expect(Set(made.keys) == Self.files)
      let rows = try program.text("results/small/chains.csv").split(separator: "\n")
      #expect(rows[0] == "arm,chain,outcome,time,collapse_time,exits" && rows.count == 41)
      #expect(
        rows.dropFirst().map { $0.split(separator: ",")[1] }
          == (0..<40).map { Substring("\($0 % 20)") })
      #expect(rows.contains { $0.contains("entered") })

      let again = try program.run("run", "s.yaml")
      #expect(again.status == 0 && again.output.contains("there already"))
      #expect(try program.contents("results/small")["provenance.json"] == made["provenance.json"])

      // A file that is gone comes back.
      for file in ["survival.png", "directions.csv"] {
        try FileManager.default.removeItem(atPath: program.folder + "/results/small/" + file)
        #expect(try program.run("run", "s.yaml").status == 0)
        #expect(try Self.comparable(program.contents("results/small")) == Self.comparable(made))
      }
    }
  }

  @Test(arguments: [Studies.small, Studies.wide]) func threadsChangeNothing(study: String) throws {
    try Program.inFolder { program in
      try program.write("s.yaml", study)
      for threads in ["1", "3"] {
        let result = try program.run(
          "run", "s.yaml", "--output", "t\(threads)", "--threads", threads, "--quiet")
        #expect(
          result.status == 0 && result.output.isEmpty && result.complaint.isEmpty,
          "--quiet says nothing: \(result)")
      }
      let (one, three) = (try program.contents("t1"), try program.contents("t3"))
      #expect(Set(one.keys) == Self.files && Self.comparable(one) == Self.comparable(three))
      #expect(one["provenance.json"] != three["provenance.json"])
    }
  }

  @Test func moreChainsContinueFewer() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.small)
      #expect(try program.run("run", "s.yaml", "--output", "a", "--chains", "33").status == 0)
      #expect(try program.run("run", "s.yaml", "--output", "b", "--chains", "9").status == 0)
      #expect(
        try program.run("run", "s.yaml", "--output", "b", "--chains", "33").output.contains(
          "66 chains"))
      #expect(try Self.comparable(program.contents("a")) == Self.comparable(program.contents("b")))
    }
  }

  @Test func resultsOfAnotherStudyAreRefusedAndLeftAsTheyWere() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.small)
      try program.write(
        "other.yaml", Studies.small.replacing("epsilon: 0.25", with: "epsilon: 0.2"))
      #expect(try program.run("run", "s.yaml", "--output", "r").status == 0)
      let made = try program.contents("r")
      for arguments in ["other.yaml", "s.yaml --seed 8"] {
        let result = try program.shell("$R run \(arguments) --output r")
        #expect(
          result.status == 1 && result.complaint.contains("another study or seed"), "\(result)")
        #expect(result.complaint.split(separator: "\n").count == 1)
        #expect(try program.contents("r") == made)
      }
    }
  }

  /// A file size limit stands for a full disk: the run ends in one sentence, and goes on when there
  /// is room.
  @Test func whenTheDiskIsFull() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.endless(horizon: 32, chains: 60_000))
      let full = try program.shell(
        "trap '' XFSZ; ulimit -f 300; $R run s.yaml --output r --threads 2")
      #expect(
        full.status == 1 && full.complaint.contains("r/ensemble.sqlite: no more could be written"),
        "\(full)")
      #expect(
        full.complaint.contains(
          "the chains that were stored before are kept, and the same command goes on from them"))
      #expect(full.complaint.split(separator: "\n").count == 1)
      #expect(try program.run("run", "s.yaml", "--output", "r").status == 0)
      #expect(try program.run("run", "s.yaml", "--output", "straight").status == 0)
      #expect(
        try Self.comparable(program.contents("r")) == Self.comparable(program.contents("straight")))
    }
  }
}
