import Foundation
import Testing

/// Recorded studies from the command line: the same files at any number of threads and after any
/// kill, and replays that agree with them.
@Suite struct RecordingCommandTests {
  @Test func threadsAndKillsChangeNothing() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.recorded)
      for delay in [0.02, 0.05, 0.1] {
        let result = try program.interrupt(
          "s.yaml", output: "cut", with: SIGKILL, after: delay, threads: 2)
        #expect([137, 0].contains(result.status), "\(result)")
      }
      #expect(try program.run("run", "s.yaml", "--output", "cut", "--threads", "3").status == 0)
      #expect(
        try program.run("run", "s.yaml", "--output", "straight", "--threads", "1").status == 0)
      let (cut, straight) = (try program.contents("cut"), try program.contents("straight"))
      #expect(RunTests.comparable(cut) == RunTests.comparable(straight))
      #expect(
        ["paths.csv", "offshoots.csv", "branches.csv"].allSatisfy { cut[$0]?.isEmpty == false })
      // Again: all is there.
      let again = try program.run("run", "s.yaml", "--output", "cut")
      #expect(again.output.hasPrefix("all 40 chains are there already"), "\(again)")
    }
  }

  @Test func replaysAgreeWithThePaths() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.recorded)
      #expect(try program.run("run", "s.yaml", "--output", "r").status == 0)
      let lines = try program.text("r/paths.csv").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      let ratio = try #require(lines[0].firstIndex(of: "ratio"))
      for branch in ["", "700", "3001"] {
        let path = lines.filter { $0[0] == "0" && $0[1] == "2" && $0[2] == branch }
        #expect(path.count >= 5)
        let option = branch.isEmpty ? "--to 6000" : "--branch \(branch)"
        let replay = try program.shell("$R replay r --arm 0 --chain 2 \(option)")
        #expect(replay.status == 0, "\(replay)")
        let steps = replay.output.split(separator: "\n").map {
          $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        for point in path {
          let step = try #require(steps.first { $0[0] == point[3] })
          #expect(step[7] == point[ratio], "branch \(branch), step \(point[3])")
        }
        if let at = Int(branch) { #expect(steps.last?[0] == "\(at + 500)") }
      }
    }
  }

  @Test func branchesThatAreNotThereAreRefused() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.recorded)
      try program.write("plain.yaml", Studies.small)
      #expect(try program.run("run", "s.yaml", "--output", "r", "--chains", "2").status == 0)
      #expect(
        try program.run("run", "plain.yaml", "--output", "plain", "--chains", "2").status == 0)
      let unknown = try program.run("replay", "r", "--arm", "0", "--chain", "0", "--branch", "701")
      #expect(
        unknown.status == 2
          && unknown.complaint.contains("--branch 701: offshoots branch off at 0, 700, 3001"),
        "\(unknown)")
      let none = try program.run("replay", "plain", "--arm", "0", "--chain", "0", "--branch", "700")
      #expect(none.status == 2 && none.complaint.contains("have no offshoots"), "\(none)")
    }
  }
}
