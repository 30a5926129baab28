import ArgumentParser
import Foundation
import SurvivalReports

/// Measures the command `rankfall survival` from its start to its end, and its parts.
struct ProgramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "program",
    abstract: "Measure the whole command on a file: time and memory; writes lines of JSON.")

  @Argument(help: "The program rankfall.")
  var program: String
  @Argument(help: "The file.")
  var file: String
  @Option(help: "How many observations it has.")
  var rows: Int
  @Option(help: "How often the command is run.")
  var repeats = 5
  @Option(help: "What is put behind the names of the tasks.")
  var suffix = ""
  @Flag(help: "Measure the parts, too.")
  var parts = false

  func run() throws {
    let runs = try (0..<repeats).map { _ in
      try ProgramRun(
        program, ["survival", file, "--time", "time", "--event", "event", "--group", "group"])
    }
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
    try Stopwatch.line(
      "command" + suffix, rows: rows, seconds: runs.map(\.seconds),
      processor: runs.reduce(0) { $0 + $1.processor },
      results: ["bytes": Double(runs.map(\.peak).max() ?? 0), "file_bytes": Double(size ?? 0)]
    ).write()
    if parts { try measureParts() }
  }

  private func measureParts() throws {
    let starts = try (0..<repeats).map { _ in try ProgramRun(program, ["--version"]) }
    try Stopwatch.line(
      "command: start", rows: rows, seconds: starts.map(\.seconds),
      processor: starts.reduce(0) { $0 + $1.processor }, results: [:]
    ).write()
    let columns = ColumnNames(time: "time", event: "event", group: "group")
    try Stopwatch.line("command: file", rows: rows, repeats: repeats) {
      ["rows": Double(try SurvivalData(path: file, columns: columns).count)]
    }.write()
    let data = try SurvivalData(path: file, columns: columns)
    try Stopwatch.line("command: statistics", rows: rows, repeats: repeats) {
      ["tables": Double(try SurvivalReport(data, try SurvivalQuestions()).document.tables.count)]
    }.write()
  }
}
