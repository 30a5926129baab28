import Foundation
import Testing

@testable import Publishing

@Suite("Folders of results") struct ReportFolderTests {
  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private static func text(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("A folder is held by one at a time, and free again when that one is done")
  func lock() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a/b"
      do {
        let held = try ReportFolder(path)
        let error = #expect(throws: ReportError.self) { _ = try ReportFolder(path) }
        #expect(
          error == .inUse(path: path)
            && error?.description == "\(path): another run is using this folder")
        try held.write([ReportFile("x.csv", text: "1\n")], .named(stale: []))
      }
      try ReportFolder(path).write([ReportFile("x.csv", text: "2\n")], .named(stale: []))
      #expect(try Self.names(path) == ["x.csv"] && Self.text(path + "/x.csv") == "2\n")
    }
  }

  @Test("Folders that were made for results that never came go again, and no others")
  func unused() throws {
    try withTemporaryFolder { folder in
      do { _ = try ReportFolder(folder + "/a/b/c") }
      #expect(try Self.names(folder).isEmpty)
      try FileManager.default.createDirectory(
        atPath: folder + "/a", withIntermediateDirectories: false)
      do { _ = try ReportFolder(folder + "/a/b") }
      #expect(try Self.names(folder) == ["a"] && Self.names(folder + "/a").isEmpty)
    }
  }

  @Test(
    "What cannot be a folder is refused with the reason",
    arguments: [("x", "Not a directory"), ("x/y", "Not a directory")])
  func refused(_ name: String, _ reason: String) throws {
    try withTemporaryFolder { folder in
      try Data().write(to: URL(fileURLWithPath: folder + "/x"))
      let error = #expect(throws: ReportError.self) { _ = try ReportFolder(folder + "/" + name) }
      #expect(
        error?.description.hasPrefix("\(folder)/\(name): ") == true
          && error?.description.hasSuffix(reason) == true)
    }
    let empty = #expect(throws: ReportError.self) { _ = try ReportFolder("") }
    #expect(empty?.description == "'': making the folder of the results failed: the path is empty")
  }

  @Test("Leftovers of killed processes go; whatever else has such a name stays")
  func leftovers() throws {
    try withTemporaryFolder { folder in
      let leftover = try Leftover.made(in: folder)
      try "x".write(toFile: leftover + "/table.csv", atomically: false, encoding: .utf8)
      let start = folder + "/.rankfall-partial-"
      for name in ["\(folder)/.partial", "\(start)1-ab", "\(start)2-cd", "\(start)other"] {
        try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: false)
      }
      for name in ["\(folder)/.partial/mine", "\(start)1-ab/mine", "\(start)other/mine"] {
        try "mine".write(toFile: name, atomically: false, encoding: .utf8)
      }
      // Killed while the mark was written, and a file of somebody else's of that name.
      for (name, text) in [("4-aa", ""), ("5-bb", "Files of a rank"), ("6-cc", "mine")] {
        try FileManager.default.createDirectory(
          atPath: start + name, withIntermediateDirectories: false)
        try text.write(
          toFile: start + name + "/.rankfall-partial", atomically: false, encoding: .utf8)
      }
      try FileManager.default.createSymbolicLink(
        atPath: start + "3-ef", withDestinationPath: folder + "/.partial")
      do { _ = try ReportFolder(folder) }
      let kept = [".partial"] + ["1-ab", "3-ef", "6-cc", "other"].map { ".rankfall-partial-" + $0 }
      #expect(
        try Self.names(folder) == kept,
        "an empty folder of our form, and one with our mark, are ours")
      #expect(
        Self.text(folder + "/.partial/mine") == "mine" && Self.text(start + "1-ab/mine") == "mine")
    }
  }

  @Test(
    "A list says which files the next report may replace, and files of nobody are refused, before the work and after"
  )
  func listed() throws {
    try withTemporaryFolder { path in
      func write(_ names: [String]) throws {
        try ReportFolder(path).write(names.map { ReportFile($0, text: $0) }, .listed(in: ".list"))
      }
      try "mine".write(toFile: path + "/c", atomically: false, encoding: .utf8)
      try write(["a", "b"])
      #expect(
        try Self.names(path) == [".list", "a", "b", "c"]
          && Self.text(path + "/.list") == ".list\na\nb\n")
      let error = #expect(throws: ReportError.self) { try write(["a", "c"]) }
      #expect(error == .taken(path: path + "/c"))
      #expect(throws: ReportError.taken(path: path + "/c")) {
        try ReportFolder(path).check(["a", "c"], listedIn: ".list")
      }
      #expect(try Self.names(path) == [".list", "a", "b", "c"] && Self.text(path + "/c") == "mine")
      try write(["b", "d"])
      #expect(
        try Self.names(path) == [".list", "b", "c", "d"]
          && Self.text(path + "/.list") == ".list\nb\nd\n")
    }
  }

  @Test("The last file is moved last, and an earlier one is out of the way meanwhile")
  func last() throws {
    try withTemporaryFolder { path in
      let folder = try ReportFolder(path)
      func stage(_ text: String) throws -> Stage {
        let stage = try folder.stage()
        for name in ["done", "a", "b"] { try stage.write(name, text: text) }
        return stage
      }
      try stage("1").commit(last: "done", setsAside: true)
      #expect(try Self.names(path) == ["a", "b", "done"])
      // A folder in the way of b: the move fails half way, as a kill would end it there.
      try FileManager.default.removeItem(atPath: path + "/b")
      try FileManager.default.createDirectory(
        atPath: path + "/b/x", withIntermediateDirectories: true)
      #expect(throws: ReportError.self) { try stage("2").commit(last: "done", setsAside: true) }
      #expect(try Self.names(path) == [".earlier-done", "a", "b"] && Self.text(path + "/a") == "2")
    }
  }

  @Test("A file that cannot be written is named by its place in the folder")
  func named() throws {
    try withTemporaryFolder { path in
      let stage = try ReportFolder(path).stage()
      try FileManager.default.createSymbolicLink(
        atPath: stage.path + "/x.csv", withDestinationPath: "/dev/full")
      let error = #expect(throws: ReportError.self) { try stage.write("x.csv", text: "1") }
      #expect(error?.description == "\(path)/x.csv: writing failed: No space left on device")
    }
  }
}

@Suite("Other programs") struct ExternalToolTests {
  @Test("Status, words and input of a program, in its folder")
  func answers() throws {
    try withTemporaryFolder { folder in
      let line = "cat; pwd; echo wrong >&2; echo $LC_ALL; exit 3"
      let answer = ExternalTool.run("sh", ["-c", line], input: "in\n", in: folder)
      #expect(
        answer.status == 3 && answer.output == "in\n\(folder)\nC\n" && answer.errors == "wrong\n")
      #expect(ExternalTool.run("no-such-program", []).status == 127)
      #expect(ExternalTool.run("sh", ["-c", "kill -9 $$"]).status == 137)
      #expect(
        ExternalTool.run("ls", ["/proc/self/fd"]).output == "0\n1\n2\n3\n", "nothing else is open")
      #expect(ExternalTool.run("true", [], in: folder + "/none").status == 127)
    }
  }

  @Test("A large answer comes whole")
  func large() {
    #expect(
      ExternalTool.run("sh", ["-c", "cat"], input: String(repeating: "x", count: 1 << 20)).output
        .utf8.count == 1 << 20)
  }
}
