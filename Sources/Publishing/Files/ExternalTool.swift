import Foundation

/// Runs another program and waits for it.
public enum ExternalTool {
  /// What a program answered.
  public struct Answer: Sendable {
    /// The exit status; 127 when there is no such program.
    public let status: Int32
    /// What it wrote to its standard output.
    public let output: String
    /// What it wrote to its standard error.
    public let errors: String
  }

  /// Runs `name`, found through PATH, with the C locale.
  ///
  /// - Parameters:
  ///   - input: What the program reads from its standard input.
  ///   - folder: Where it runs.
  /// - Returns: Its answer; status 127 when there is no such program.
  public static func run(_ name: String, _ arguments: [String], input: String = "", in folder: String? = nil) -> Answer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("rankfall-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files, not pipes: a pipe blocks when one side of the conversation waits for the other.
    let ends = ["input", "output", "errors"].map { scratch.appendingPathComponent($0) }
    do {
      try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
      try Data(input.utf8).write(to: ends[0])
      for end in ends.dropFirst() { try Data().write(to: end) }
      process.standardInput = try FileHandle(forReadingFrom: ends[0])
      process.standardOutput = try FileHandle(forWritingTo: ends[1])
      process.standardError = try FileHandle(forWritingTo: ends[2])
      try process.run()
      process.waitUntilExit()
    } catch {
      return Answer(status: 127, output: "", errors: (error as NSError).localizedDescription)
    }
    let texts = ends.dropFirst().map { (try? String(contentsOf: $0, encoding: .utf8)) ?? "" }
    return Answer(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}
