import Foundation
import Testing

/// Studies from pipes and standard input, and what is said of those that are wrong.
@Suite struct InputTests {
  private static let matrix = Studies.small.replacing(
    "two-by-two: { epsilon: 0.25 }", with: "observed: m.csv\n  truth: t.csv"
  )
  .replacing("sweep: { network.depth: [3, 4] }\n", with: "").replacing(
    "study: small", with: "study: matrix")

  private func inFolder(_ body: (Program) throws -> Void) throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.small)
      try program.write("x.yaml", Self.matrix)
      try program.write("m.csv", "1,\n0.25,1\n")
      try program.write("t.csv", "1,4\n0.25,1\n")
      try body(program)
    }
  }

  @Test func aStudyIsReadFromStandardInputAndFromAPipe() throws {
    try inFolder { program in
      #expect(try program.run("run", "s.yaml", "--output", "file").status == 0)
      let expected = try RunTests.comparable(program.contents("file"))
      for (name, line) in [
        ("dash", "$R run - --output dash < s.yaml"),
        ("pipe", "cat s.yaml | $R run - --output pipe"),
        ("fifo", "mkfifo f; (sleep 0.3; cat s.yaml > f) & $R run f --output fifo"),
        ("process", "$R run <(cat s.yaml) --output process"),
      ] {
        let result = try program.shell(line)
        #expect(result.status == 0 && result.complaint.isEmpty, "\(line): \(result)")
        #expect(try RunTests.comparable(program.contents(name)) == expected, "\(name)")
      }
      let refused = try program.shell("echo 'study: [' | $R bounds -")
      #expect(
        refused.status == 2 && refused.complaint.hasPrefix("rankfall: standard input:"),
        "\(refused)")
      let matrix = try program.shell(
        "rm m.csv; mkfifo m.csv; (printf '1,\\n0.25,1\\n' > m.csv) & $R run x.yaml --chains 2 --output m"
      )
      #expect(matrix.status == 0, "\(matrix)")
    }
  }

  @Test func aPipeThatNobodyWritesIntoIsNotWaitedForInSilence() throws {
    try inFolder { program in
      let result = try program.shell("mkfifo f; timeout -s INT 3 $R run f; echo $?")
      #expect(result.output == "124\n", "\(result)")
      #expect(
        result.complaint.hasPrefix("rankfall: f: waiting for the other end of this pipe to write\n")
      )
    }
  }

  @Test func everythingThatIsWrongIsSaidAtOnce() throws {
    try inFolder { program in
      let wrong = Studies.small.replacing("eta: 0.03", with: "eta:0.03").replacing(
        "rank: 1", with: "rank: x"
      )
      .replacing("chains: 20", with: "chains: 0")
      try program.write("w.yaml", wrong)
      let result = try program.run("run", "w.yaml")
      let lines = result.complaint.split(separator: "\n")
      #expect(result.status == 2 && lines.count == 3, "\(result)")
      #expect(lines.allSatisfy { $0.hasPrefix("rankfall: w.yaml:") })
      #expect(lines.first?.contains("a colon needs a space behind it") == true)
    }
  }

  @Test func commandsAndNumbersThatAreNoneAreNamed() throws {
    try inFolder { program in
      let unknown = try program.run("rnu", "s.yaml")
      let words = "rankfall: unknown command 'rnu'; did you mean 'run'? (commands: "
      #expect(unknown.status == 2 && unknown.complaint.hasPrefix(words), "\(unknown)")
      for option in ["chains", "threads"] {
        let result = try program.run("run", "s.yaml", "--\(option)", "-3")
        #expect(result.status == 2 && result.complaint.contains("-3"), "\(result)")
      }
      #expect(
        try program.run("landscape", "s.yaml", "--starts", "-1").complaint.contains(
          "--starts -1: a whole number from 0"))
    }
  }

  @Test func wordsThatNobodyReadsChangeNoStatus() throws {
    try inFolder { program in
      for (line, status) in [("rnu", 2), ("run none.yaml", 2), ("run s.yaml --output r", 0)] {
        for end in ["2>&1 | true", "2> /dev/full > /dev/null", "2>&- > /dev/null"] {
          let result = try program.shell("$R \(line) \(end); exit ${PIPESTATUS[0]}")
          #expect(result.status == status, "\(line) \(end): \(result)")
        }
      }
    }
  }

  @Test func helpAndInfoThatCannotBeWrittenAreAFailure() throws {
    try inFolder { program in
      for word in ["--help", "info", "--version", "help run"] {
        let result = try program.shell("$R \(word) > /dev/full")
        #expect(result.status == 1, "\(word)")
        #expect(
          result.complaint
            == "rankfall: standard output cannot be written: No space left on device\n")
        #expect(try program.shell("$R \(word) | true; exit ${PIPESTATUS[0]}").status == 0)
      }
    }
  }

  @Test func optionsWithoutEffectAreRefused() throws {
    try inFolder { program in
      #expect(try program.run("run", "s.yaml", "--output", "r").status == 0)
      for (line, word) in [
        ("audit --replay c.json --alpha 2", "--alpha has no effect"),
        ("audit --replay c.json --output o", "--output has no effect"),
        ("replay r --arm 0 --chain 0 --study s.yaml", "--study has no effect"),
      ] {
        let result = try program.shell("$R \(line)")
        #expect(result.status == 2 && result.complaint.contains(word), "\(line): \(result)")
      }
    }
  }

  @Test func resultsOfAMatrixStandAlone() throws {
    try inFolder { program in
      #expect(try program.run("run", "x.yaml", "--output", "r").status == 0)
      let replay = ["replay", "r", "--arm", "0", "--chain", "3", "--to", "40"]
      let whole = try program.shell("$R " + replay.joined(separator: " "))
      #expect(whole.status == 0 && whole.output.split(separator: "\n").count == 42, "\(whole)")
      #expect(
        try program.text("r/problem.csv") == "1,\n0.25,1\n"
          && program.text("r/truth.csv") == "1,4\n0.25,1\n")
      for line in ["rm m.csv t.csv", "rm x.yaml r/ensemble.sqlite", "rm r/problem.csv r/truth.csv"]
      {
        #expect(
          try program.shell("\(line); $R " + replay.joined(separator: " ")).output == whole.output,
          "\(line)")
      }
      let beyond = try program.run("replay", "r", "--arm", "0", "--chain", "20")
      #expect(
        beyond.status == 2
          && beyond.complaint == "rankfall: --chain 20: arm 0 of these results has chains 0 to 19\n"
      )
    }
  }

  @Test func aMatrixOfOnesOwnInTheFolderIsNotReplaced() throws {
    try inFolder { program in
      try program.write("problem.csv", "7\n")
      let result = try program.run("run", "x.yaml", "--output", ".")
      #expect(
        result.status == 1 && result.complaint.contains("problem.csv is there already"), "\(result)"
      )
      #expect(try program.text("problem.csv") == "7\n")
    }
  }

  @Test func whatDiffersFromEarlierResultsIsSaid() throws {
    try inFolder { program in
      #expect(try program.run("run", "s.yaml", "--output", "r").status == 0)
      try program.write("t.yaml", Studies.small.replacing("alpha: 0.03", with: "alpha: 0.04"))
      for (line, word) in [
        ("s.yaml --seed 8", "seed was 7 and is 8;"), ("t.yaml", "alpha was 0.03 and is 0.04;"),
      ] {
        let result = try program.shell("$R run \(line) --output r")
        #expect(result.status == 1 && result.complaint.contains(": \(word)"), "\(result)")
      }
    }
  }

  /// What computed the chains stays; later runs are added.
  @Test func laterRunsAreAddedToTheProvenance() throws {
    try inFolder { program in
      func provenance() throws -> [String: Any] {
        let data = Data(try program.text("r/provenance.json").utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      }
      #expect(try program.run("run", "s.yaml", "--output", "r", "--chains", "9").status == 0)
      let first = try provenance()
      #expect((first["later"] as? [Any])?.isEmpty == true)
      #expect(try program.shell("rm r/summary.md; $R run s.yaml --output r --chains 9").status == 0)
      #expect(try program.run("run", "s.yaml", "--output", "r").status == 0)
      let last = try provenance()
      for key in ["wall_seconds", "chain_steps"] {
        #expect(last[key] as? Double == first[key] as? Double)
      }
      #expect(last["started"] as? String == first["started"] as? String)
      let steps = (last["later"] as? [[String: Any]])?.map { $0["chain_steps"] as? Int ?? -1 } ?? []
      #expect(steps.count == 2 && steps[0] == 0 && steps[1] > 0, "\(steps)")
    }
  }
}
