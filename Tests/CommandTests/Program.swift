import Foundation
import Testing

/// The program as a person runs it, in a folder of its own.
struct Program {
  /// How a run ended.
  struct Result {
    /// The exit status, or 128 + the signal that ended it.
    let status: Int32
    let output: String
    let complaint: String
    /// Its warnings, which are possible beside success.
    let warnings: String
  }

  /// The built program, beside the test bundle.
  static let path =
    Bundle.main.bundleURL.path.hasSuffix(".xctest")
    ? Bundle.main.bundleURL.deletingLastPathComponent().path + "/rankfall"
    : executableFolder + "/rankfall"

  private static var executableFolder: String {
    let executable =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: executable).deletingLastPathComponent().path
  }

  let folder: String

  /// Runs `body` in an empty folder that is removed afterwards.
  static func inFolder(_ body: (Program) throws -> Void) throws {
    try #require(FileManager.default.isExecutableFile(atPath: path), "\(path) is not built")
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "rankfall-\(UUID().uuidString)"
    ).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(Program(folder: folder))
  }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

  /// The names and contents of the files in a folder.
  func contents(_ name: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/" + name)
    return Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, FileManager.default.contents(atPath: folder + "/\(name)/\($0)") ?? Data())
      })
  }

  /// Runs the program to its end.
  func run(_ arguments: String...) throws -> Result { try run(Self.path, arguments) { _ in } }

  /// Runs a line of bash, in which `$R` is the program.
  func shell(_ line: String) throws -> Result {
    try run("/bin/bash", ["-c", "R='\(Self.path)'; \(line)"]) { _ in }
  }

  /// Starts `rankfall run STUDY --output OUT`, waits until the ensemble's file is there and
  /// `seconds` more, and sends a signal.
  func interrupt(
    _ study: String, output: String, with signal: Int32, after seconds: Double, threads: Int = 1
  ) throws -> Result {
    try run(Self.path, ["run", study, "--output", output, "--threads", "\(threads)"]) { process in
      let database = folder + "/\(output)/ensemble.sqlite"
      while process.isRunning, !FileManager.default.fileExists(atPath: database) {
        Thread.sleep(forTimeInterval: 0.005)
      }
      Thread.sleep(forTimeInterval: seconds)
      kill(process.processIdentifier, signal)
    }
  }

  private func run(
    _ executable: String, _ arguments: [String], _ meanwhile: (Process) throws -> Void
  ) throws -> Result {
    // Files, not pipes: nothing can fill up and wait.
    let name = UUID().uuidString
    let paths = [".out", ".err"].map {
      FileManager.default.temporaryDirectory.path + "/rankfall-\(name)\($0)"
    }
    for path in paths { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: paths[0])
    process.standardError = FileHandle(forWritingAtPath: paths[1])
    try process.run()
    try meanwhile(process)
    process.waitUntilExit()
    let texts = try paths.map { try String(contentsOfFile: $0, encoding: .utf8) }
    let lines = texts[1].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isWarning = { (line: String) in line.hasPrefix("rankfall: warning: ") }
    return Result(
      status: process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0),
      output: texts[0],
      complaint: lines.filter { !isWarning($0) }.joined(separator: "\n"),
      warnings: lines.filter(isWarning).joined(separator: "\n"))
  }
}
