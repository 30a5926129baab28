import Foundation
import Publishing
import Testing

@testable import Studies

@Suite("Results are the same every time, and survive failures") struct ReportFailureTests {
  private struct Interruption: Error {}

  @Test("Two runs that differ in clock and threads differ in provenance.json alone")
  func deterministic() throws {
    try withTemporaryFolder { (folder: String) throws in
      let other = RunFacts(started: .now, finished: .now, threads: 1, chainSteps: 0)
      try ReportSample.report().write(
        to: ReportFolder(folder + "/a"), run: ReportSample.run, outcomes: ReportSample.visit)
      try ReportSample.report().write(
        to: ReportFolder(folder + "/b"), run: other, outcomes: ReportSample.visit)
      let (first, second) = (
        try ReportSample.contents(folder + "/a"), try ReportSample.contents(folder + "/b")
      )
      for name in ReportSample.tables + ReportSample.pictures {
        #expect(first[name] == second[name], "\(name)")
      }
      #expect(first["provenance.json"] != second["provenance.json"])
    }
  }

  /// Runs `body`, which must fail, in a folder that holds earlier results, and expects these to be
  /// untouched.
  private func expectUntouched(_ body: (_ folder: String, _ report: StudyReport) throws -> Void)
    throws
  {
    try withTemporaryFolder { (folder: String) throws in
      for name in ReportSample.tables + ReportSample.pictures + ["ensemble.sqlite"] {
        try "earlier \(name)".write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
      }
      let earlier = try ReportSample.contents(folder)
      try body(folder, try ReportSample.report())
      #expect(try ReportSample.contents(folder) == earlier)
    }
  }

  @Test("When the outcomes cannot be read to their end, earlier results stay")
  func interrupted() throws {
    try expectUntouched { folder, report in
      #expect(throws: Interruption.self) {
        try report.write(to: ReportFolder(folder), run: ReportSample.run) { arm, visit in
          try ReportSample.visit(arm, visit)
          if arm == 1 { throw Interruption() }
        }
      }
    }
  }

  @Test(
    "When the disk is full, earlier results stay",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    try expectUntouched { folder, report in
      let error = try #require(throws: ReportError.self) {
        try report.write(to: ReportFolder(folder), run: ReportSample.run) { arm, visit in
          let names = try FileManager.default.contentsOfDirectory(atPath: folder)
          let stage = try #require(names.first { $0.hasPrefix(".rankfall-partial-") })
          try? FileManager.default.createSymbolicLink(
            atPath: folder + "/\(stage)/summary.csv", withDestinationPath: "/dev/full")
          try ReportSample.visit(arm, visit)
        }
      }
      #expect(error.description.hasSuffix("/summary.csv: writing failed: No space left on device"))
    }
  }

  @Test("A file where the folder should be is an error with its reason")
  func notAFolder() throws {
    try withTemporaryFolder { (folder: String) throws in
      try "x".write(toFile: folder + "/results", atomically: false, encoding: .utf8)
      let error = try #require(throws: ReportError.self) {
        try ReportSample.report().write(
          to: ReportFolder(folder + "/results"), run: ReportSample.run, outcomes: ReportSample.visit
        )
      }
      #expect(error.description.contains("/results: making the folder of the results failed: "))
    }
  }

  @Test(
    "Without a picture the tables are there, and earlier pictures are not",
    arguments: [
      (
        "no-such-gnuplot",
        "no-such-gnuplot was not found; install it (Debian: gnuplot-nox) and run 'gnuplot hazard.gp' in the folder"
      ),
      ("false", "false stopped with status 1: "),
    ])
  func noPicture(_ gnuplot: String, _ reason: String) throws {
    try withTemporaryFolder { (folder: String) throws in
      try "earlier".write(toFile: folder + "/survival.png", atomically: false, encoding: .utf8)
      let report = try ReportSample.report(gnuplot: gnuplot)
      let error = try #require(throws: ReportError.self) {
        try report.write(
          to: ReportFolder(folder), run: ReportSample.run, outcomes: ReportSample.visit)
      }
      let missing = ["survival", "incidence", "hazard"].flatMap { [$0 + ".svg", $0 + ".png"] }
        .joined(separator: " and ")
      #expect(error.description == "the tables are written, but \(missing) are not: " + reason)
      #expect(
        try Set(ReportSample.contents(folder).keys)
          == Set(ReportSample.tables + ["provenance.json"]))
    }
  }

}
