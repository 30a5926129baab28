import Foundation
import Testing

/// Folders of results: one process at a time, nothing lost, nothing mixed, nothing left behind.
@Suite struct FolderTests {
  private static let survival = "$R survival d.csv --time t --event e --output out"

  /// A program in place of gnuplot that says who it is and then waits, writing all the while.
  ///
  /// A process that was killed and that nobody has waited for is a zombie, state Z: it runs no
  /// longer.
  private static let slow = """
    #!/bin/sh
    echo $$ > "$MARK"
    while :; do echo x >> still-here; sleep 0.02; done
    """

  private func inFolder(_ body: (Program) throws -> Void) throws {
    try Program.inFolder { program in
      try program.write("d.csv", "t,e\n1,1\n2,1\n3,0\n4,1\n")
      try program.write("s.yaml", Studies.small)
      try FileManager.default.createDirectory(
        atPath: program.folder + "/bin", withIntermediateDirectories: false)
      try program.write("bin/gnuplot", Self.slow)
      #expect(try program.shell("chmod +x bin/gnuplot").status == 0)
      try body(program)
    }
  }

  /// Every command that writes a folder.
  private static let commands = [
    survival, "$R bounds s.yaml --output out", "$R landscape s.yaml --starts 0 --output out",
    "$R run s.yaml --output out",
    "$R audit s.yaml --chains 2 --points 1 --depth 1 --skip-alpha --output out",
  ]

  @Test(arguments: commands) func aFolderThatIsInUseIsRefusedBeforeTheWork(_ command: String) throws
  {
    try inFolder { program in
      // `flock` holds the folder as another run would.
      let result = try program.shell(
        "mkdir out; flock out bash -c \"R='\(Program.path)'; \(command)\"; echo $?")
      #expect(
        result.output == "1\n"
          && result.complaint == "rankfall: out: another run is using this folder\n", "\(result)")
      #expect(try program.contents("out").isEmpty)
      #expect(try program.shell(command).status == 0)
    }
  }

  @Test func aKilledRunTakesItsGnuplotWithItAndTheNextOneSweepsUp() throws {
    try inFolder { program in
      let killed = try program.shell(
        """
        export MARK="$PWD/mark"; PATH="$PWD/bin:$PATH" \(Self.survival) & pid=$!
        while [ ! -s mark ]; do sleep 0.01; done
        kill -9 $pid; wait $pid; echo $?; sleep 0.1
        grep -q '^State:.[^Z]' "/proc/$(cat mark)/status" 2>/dev/null && echo alive; ls -A out | sed 's/[0-9].*//'
        """)
      #expect(killed.output == "137\n.rankfall-partial-\n", "\(killed)")
      #expect(try program.shell(Self.survival).status == 0)
      let files = try program.contents("out").keys
      #expect(files.contains("report.md") && !files.contains { $0.hasPrefix(".rankfall-partial") })
    }
  }

  @Test(arguments: [(SIGTERM, 143), (SIGINT, 130)])
  func aSignalWhilePicturesAreDrawnLeavesNothing(_ number: Int32, _ status: Int) throws {
    try inFolder { program in
      let stopped = try program.shell(
        """
        export MARK="$PWD/mark"; PATH="$PWD/bin:$PATH" \(Self.survival) & pid=$!
        while [ ! -s mark ]; do sleep 0.01; done
        kill -\(number) $pid; wait $pid; echo $?; sleep 0.1
        grep -q '^State:.[^Z]' "/proc/$(cat mark)/status" 2>/dev/null && echo alive; ls -A out
        """)
      #expect(
        stopped.output == "\(status)\n"
          && stopped.complaint == "rankfall: stopped by signal \(number)\n", "\(stopped)")
    }
  }

  @Test(arguments: commands) func aReaderWhoIsGoneCostsNoFile(_ command: String) throws {
    try inFolder { program in
      let result = try program.shell("\(command) | true; echo ${PIPESTATUS[0]}")
      #expect(result.output == "0\n" && result.complaint.isEmpty, "\(result)")
      let made = try program.contents("out")
      #expect(try made.count > 3 && program.shell("rm -r out; \(command)").status == 0)
      #expect(try Set(program.contents("out").keys) == Set(made.keys))
    }
  }

  @Test(arguments: commands) func aFullStandardOutputIsToldAndCostsNoFile(_ command: String) throws
  {
    try inFolder { program in
      let result = try program.shell("\(command) > /dev/full")
      #expect(result.status == 1, "\(result)")
      #expect(
        result.complaint == "rankfall: standard output cannot be written: No space left on device\n"
      )
      #expect(try program.contents("out").count > 3)
    }
  }

  @Test(arguments: commands) func aFolderThatCannotBeIsRefusedBeforeTheWork(_ command: String)
    throws
  {
    try inFolder { program in
      let result = try program.shell(command.replacing("--output out", with: "--output d.csv/out"))
      #expect(result.status == 1 && result.output.isEmpty, "\(result)")
      #expect(
        result.complaint
          == "rankfall: d.csv/out: making the folder of the results failed: Not a directory\n",
        "\(result)")
      let empty = try program.shell(command.replacing("--output out", with: "--output ''"))
      #expect(
        empty.status != 0
          && empty.complaint.contains("--output: a path is needed, and this one is empty"),
        "\(empty)")
      let gone = try program.shell(
        "mkdir x; cd x; rmdir ../x; " + command.replacing("s.yaml", with: "../s.yaml"))
      #expect(
        gone.status != 0 && gone.complaint.contains("the current folder was deleted"), "\(gone)")
    }
  }

  @Test func filesOfNobodyAreRefusedBeforeTheWork() throws {
    try inFolder { program in
      try FileManager.default.createDirectory(
        atPath: program.folder + "/out", withIntermediateDirectories: false)
      try program.write("out/report.md", "mine")
      // The data would be refused; the folder is looked at first.
      let result = try program.run(
        "survival", "none.csv", "--time", "t", "--event", "e", "--output", "out")
      #expect(
        result.complaint
          == "rankfall: out/report.md is there already and is not of an earlier report; name another folder\n"
      )
      #expect(try program.contents("out").keys.sorted() == ["report.md"])
    }
  }

  @Test func aFolderMadeForARefusedStudyGoesAgain() throws {
    try inFolder { program in
      for line in [
        "survival none.csv --time t --event e --output a/b", "bounds none.yaml --output a/b",
      ] {
        let result = try program.shell("$R " + line)
        #expect(result.status == 2)
      }
      #expect(!FileManager.default.fileExists(atPath: program.folder + "/a"))
    }
  }
}
