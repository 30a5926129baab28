import Foundation
import Testing

@Suite struct ReplayTests {
  @Test func aReplayShowsWhatTheTableSays() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.small)
      #expect(try program.run("run", "s.yaml", "--output", "r").status == 0)
      let table = try program.text("r/chains.csv").split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      for arm in 0...1 {
        let entered = try #require(table.first { $0[0] == "\(arm)" && $0[2] == "entered" })
        let replay = try program.run(
          "replay", "r", "--arm", "\(arm)", "--chain", String(entered[1]))
        #expect(replay.status == 0 && replay.complaint.isEmpty)
        #expect(
          try Set(program.contents("r").keys) == RunTests.files, "a replay leaves nothing behind")
        let lines = replay.output.split(separator: "\n").map {
          $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let norms = (1...(3 + arm)).map { "norm_\($0)" }
        let header =
          ["step", "a_1_1", "a_1_2", "a_2_1", "a_2_2", "s_1", "s_2", "ratio"] + norms + ["inside"]
        #expect(lines[0].map(String.init) == header)
        let time = try #require(Int(entered[3]))
        #expect(lines.dropFirst().first { !($0.last ?? "").isEmpty }?[0] == "\(time)")
        // From step 0 to the end of the follow-up, in order.
        #expect(lines.dropFirst().map { $0[0] } == (0...(time + 200)).map { Substring("\($0)") })
        for line in lines.dropFirst() {
          let values = line[1...7].compactMap { Double($0) }
          #expect(values.count == 7)
          let determinant = values[0] * values[3] - values[1] * values[2]
          #expect(abs(abs(determinant) - values[4] * values[5]) < 1e-12)
          #expect(values[6] == values[5] / values[4])
        }

        let part = try program.run(
          "replay", "r", "--arm", "\(arm)", "--chain", String(entered[1]), "--from", "\(time - 1)",
          "--to", "\(time)")
        #expect(
          part.output.split(separator: "\n").dropFirst()
            == replay.output.split(separator: "\n")[time...(time + 1)])
      }
    }
  }

  @Test func whatCannotBeReplayedIsRefused() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.small)
      #expect(try program.run("run", "s.yaml", "--output", "r").status == 0)
      for arguments in [
        "--arm 2 --chain 0", "--arm -1 --chain 0", "--arm 0 --chain -1", "--arm 0",
        "--arm 0 --chain 0 --from 9 --to 8",
        "--arm 0 --chain 0 --from -1",
      ] {
        let result = try program.shell("$R replay r \(arguments)")
        #expect(
          result.status == 2 && result.output.isEmpty && !result.complaint.isEmpty,
          "\(arguments): \(result)")
      }
      for folder in ["missing", "s.yaml", "."] {
        let result = try program.run("replay", folder, "--arm", "0", "--chain", "0")
        #expect(
          result.status == 1 && result.complaint.split(separator: "\n").count == 1, "\(result)")
      }
      // Without the database the provenance tells the study: a chain is a function of its address.
      let whole = try program.run("replay", "r", "--arm", "1", "--chain", "3", "--to", "50")
      try FileManager.default.removeItem(atPath: program.folder + "/r/ensemble.sqlite")
      #expect(
        try program.run("replay", "r", "--arm", "1", "--chain", "3", "--to", "50").output
          == whole.output)
    }
  }

  @Test func aReaderThatHasSeenEnoughEndsItQuietly() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.small)
      #expect(try program.run("run", "s.yaml", "--output", "r").status == 0)
      let result = try program.shell(
        "$R replay r --arm 0 --chain 0 --to 6000 | head -n 2 | wc -l; echo ${PIPESTATUS[0]}")
      #expect(result.status == 0 && result.complaint.isEmpty)
      #expect(result.output.split(separator: "\n") == ["2", "0"])
      let full = try program.shell("$R replay r --arm 0 --chain 0 --to 10 > /dev/full")
      #expect(full.status == 1 && full.complaint.contains("standard output"))
    }
  }
}
