import Foundation
import Testing

/// Studies of several rungs from end to end.
@Suite struct LadderTests {
  private func chains(_ program: Program, _ folder: String) throws -> [Int] {
    let rows = try program.text(folder + "/chains.csv").split(separator: "\n").dropFirst()
    return (0..<7).map { arm in rows.count { $0.hasPrefix("\(arm),") } }
  }

  @Test func everyArmHasItsOwnNumberOfChains() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.ladder)
      let first = try program.run("run", "s.yaml", "--output", "r", "--threads", "1")
      #expect(
        first.status == 0 && first.complaint.isEmpty && first.output.contains("126 chains"),
        "\(first)")
      let own = [20, 20, 20, 20, 20, 6, 20]
      #expect(try chains(program, "r") == own)
      #expect(
        try program.run("run", "s.yaml", "--output", "r").output.contains(
          "all 126 chains are there already"))
      let made = try RunTests.comparable(program.contents("r"))
      // What the study's arms imply comes back where it is gone.
      for file in ["compare.md", "pairs.csv", "temperature.csv"] {
        try FileManager.default.removeItem(atPath: program.folder + "/r/" + file)
        #expect(try !program.run("run", "s.yaml", "--output", "r").output.contains("already"))
        #expect(try RunTests.comparable(program.contents("r")) == made)
      }

      // The command line's number stands for all: most arms have more already, one gains.
      let fewer = try program.run("run", "s.yaml", "--output", "r", "--chains", "8")
      #expect(fewer.output.contains("56 chains"), "\(fewer)")
      #expect(try chains(program, "r") == [Int](repeating: 8, count: 7))
      // Back to the study's: nothing is to be run, but the tables are other ones.
      let back = try program.run("run", "s.yaml", "--output", "r")
      #expect(back.output.contains("126 chains") && !back.output.contains("already"), "\(back)")
      #expect(try RunTests.comparable(program.contents("r")) == made)
      // And the same as in a folder of its own, on other threads.
      #expect(try program.run("run", "s.yaml", "--output", "fresh", "--threads", "2").status == 0)
      #expect(try RunTests.comparable(program.contents("fresh")) == made)
    }
  }

  @Test func everyRungIsReplayedFromTheSameStart() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.ladder)
      #expect(try program.run("run", "s.yaml", "--output", "r", "--chains", "2").status == 0)
      let replays = try (0..<7).map { arm in
        let replay = try program.run("replay", "r", "--arm", "\(arm)", "--chain", "1", "--to", "40")
        #expect(replay.status == 0 && replay.complaint.isEmpty, "\(replay)")
        return replay.output.split(separator: "\n")
      }
      #expect(replays.allSatisfy { $0.count == 42 })
      #expect(Set(replays.map { $0[1] }).count == 1, "theta_0 is common")
      #expect(Set(replays.map { $0[41] }).count == 7, "the rungs part")
    }
  }

  /// A replay of the whole chain enters when the table says so: the engines and the reference see
  /// the same numbers.
  @Test func aReplayEntersWhenTheTableSays() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.ladder)
      #expect(try program.run("run", "s.yaml", "--output", "r").status == 0)
      let rows = try program.text("r/chains.csv").split(separator: "\n").dropFirst().map {
        $0.split(separator: ",")
      }
      var entered = 0
      for arm in 0..<7 {
        guard let row = rows.first(where: { $0[0] == "\(arm)" && $0[2] == "entered" }) else {
          continue
        }
        entered += 1
        let replay = try program.run("replay", "r", "--arm", "\(arm)", "--chain", String(row[1]))
        let inside = replay.output.split(separator: "\n").dropFirst().first { !$0.hasSuffix(",") }
        #expect(inside?.prefix { $0 != "," } == row[3], "arm \(arm)")
      }
      #expect(entered > 2)
    }
  }

  @Test func stoppedAgainAndAgainTheTablesAreTheSame() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.ladder.replacing("chains: 20", with: "chains: 200"))
      for (number, delay) in [(SIGTERM, 0.02), (SIGKILL, 0.1), (SIGINT, 0.05)] {
        let result = try program.interrupt(
          "s.yaml", output: "cut", with: Int32(number), after: delay)
        #expect([0, 130, 137, 143].contains(result.status), "\(result)")
      }
      #expect(try program.run("run", "s.yaml", "--output", "cut").status == 0)
      #expect(try program.run("run", "s.yaml", "--output", "straight").status == 0)
      #expect(
        try RunTests.comparable(program.contents("cut"))
          == RunTests.comparable(program.contents("straight")))
    }
  }

  /// One entry leaves SGD without noise, and the matched temperature at 0: the least that a problem
  /// can be.
  @Test func aProblemOfOneEntryIsRunOnEveryRung() throws {
    try Program.inFolder { program in
      let one = Studies.ladder.replacing("two-by-two: { epsilon: 0.25 }", with: "observed: [[1]]")
        .replacing("rank: 1", with: "rank: 0").replacing("chains: 20", with: "chains: 3").replacing(
          "width: 2,", with: "width: 1,")
      try program.write("s.yaml", one)
      let result = try program.run("run", "s.yaml", "--output", "r")
      #expect(
        result.status == 0 && result.complaint.isEmpty && result.output.contains("24 chains"),
        "\(result)")
      #expect(try !program.text("r/summary.csv").contains("nan"))
      for arm in 0..<7 {
        #expect(
          try program.run("replay", "r", "--arm", "\(arm)", "--chain", "2", "--to", "99").status
            == 0)
      }
    }
  }
}
