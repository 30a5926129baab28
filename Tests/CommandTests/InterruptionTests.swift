import Foundation
import Testing

/// Whatever stops a run, running it again gives the files of a run that was never stopped.
@Suite(.serialized) struct InterruptionTests {
  private func expectSame(_ program: Program, _ study: String, as straight: String) throws {
    #expect(try program.run("run", study, "--output", straight).status == 0)
    #expect(try program.run("run", study, "--output", "cut").status == 0)
    #expect(
      try RunTests.comparable(program.contents("cut"))
        == RunTests.comparable(program.contents(straight)))
  }

  /// Chains that would take days: each run is cut short for certain.
  @Test func signalsEndARunAndSayHowToGoOn() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.endless(horizon: 1 << 40, chains: 32))
      for (number, status) in [(SIGTERM, 143), (SIGINT, 130), (SIGKILL, 137), (SIGTERM, 143)] {
        let result = try program.interrupt("s.yaml", output: "cut", with: Int32(number), after: 0.3)
        #expect(result.status == Int32(status) && result.output.isEmpty, "\(result)")
        if number != SIGKILL {
          #expect(result.complaint.contains("the same command goes on from here"), "\(result)")
          // The database is closed: nothing lies beside it.
          #expect(try program.contents("cut").keys.sorted() == ["ensemble.sqlite"])
        }
      }
    }
  }

  @Test func longChainsGoOnWhereTheyWere() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.endless(horizon: 2_000_000, chains: 32))
      for (number, delay) in [(SIGTERM, 0.1), (SIGINT, 0.02), (SIGKILL, 0.05), (SIGTERM, 0.05)] {
        let result = try program.interrupt(
          "s.yaml", output: "cut", with: Int32(number), after: delay)
        #expect([0, 130, 137, 143].contains(result.status), "\(result)")
      }
      try expectSame(program, "s.yaml", as: "straight")
    }
  }

  /// Thousands of short chains: kills fall into the transactions that store them.
  @Test func killedWhileItWrites() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.endless(horizon: 64, chains: 100_000))
      for delay in [0.01, 0.05, 0.12, 0.2] {
        let result = try program.interrupt(
          "s.yaml", output: "cut", with: SIGKILL, after: delay, threads: 2)
        // Not said: how far it got. A fast machine may be done.
        #expect([137, 0].contains(result.status), "\(result)")
      }
      try expectSame(program, "s.yaml", as: "straight")
    }
  }

  /// Gradient descent from the ends of chains takes seconds here, and nothing in it can be kept: it
  /// is given up, and done again.
  @Test func aSignalEndsWhateverTakesLongWithinASecond() throws {
    try Program.inFolder { program in
      let side = 40
      let rows = (0..<side).map { row in
        (0..<side).map {
          (row * 7 + $0 * 3) % 5 < 2 ? "" : "\(Double((row % 9 - 4) * ($0 % 7 - 3)) / 10)"
        }.joined(separator: ",")
      }
      try program.write("m.csv", rows.joined(separator: "\n"))
      let study = Studies.endless(horizon: 64, chains: 2).replacing(
        "two-by-two: { epsilon: 0.25 }", with: "observed: m.csv")
      try program.write(
        "s.yaml",
        study.replacing("width: 2,", with: "width: \(side),").replacing(
          "bound: 3", with: "bound: 30"))
      for (number, status) in [(SIGINT, 130), (SIGTERM, 143)] {
        let result = try program.shell(
          """
          $R run s.yaml --output cut --threads 2 & pid=$!
          while [ ! -s cut/ensemble.sqlite ]; do sleep 0.01; done; sleep 0.7
          start=$(date +%s%N); kill -\(number) $pid; wait $pid; echo $?; echo $((($(date +%s%N) - start) / 1000000))
          """)
        let lines = result.output.split(separator: "\n").compactMap { Int($0) }
        // A second on a machine with time for us; tests run side by side.
        #expect(lines.count == 2 && lines[0] == status && lines[1] < 2500, "\(result)")
        #expect(result.complaint.contains("the same command goes on from"), "\(result)")
      }
      try expectSame(program, "s.yaml", as: "straight")
    }
  }

  @Test func killedAtFullWidth() throws {
    try Program.inFolder { program in
      try program.write("s.yaml", Studies.wide)
      for (number, delay) in [(SIGTERM, 0.02), (SIGKILL, 0.05), (SIGTERM, 0.04), (SIGINT, 0.07)] {
        let result = try program.interrupt(
          "s.yaml", output: "cut", with: Int32(number), after: delay, threads: 2)
        #expect([0, 130, 137, 143].contains(result.status), "\(result)")
      }
      try expectSame(program, "s.yaml", as: "straight")
    }
  }
}
