import ArgumentParser
import Foundation
import SurvivalReports

/// Measures the command `rankfall survival` from its start to its end, and its parts.
struct ProgramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "program", abstract: "Measure the whole command on a file: time and memory; writes lines of JSON.")

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
    var seconds: [Double] = []
    for _ in 0..<repeats {
      let clock = Stopwatch()
      try Self.call(program, ["survival", file, "--time", "time", "--event", "event", "--group", "group"])
      seconds.append(clock.wall)
    }
    try Stopwatch.line(
      "command" + suffix, rows: rows, seconds: seconds, processor: Memory.ofPrograms.processorSeconds,
      results: ["peak_bytes": Double(Memory.ofPrograms.peak), "file_bytes": Double(try Data(contentsOf: URL(fileURLWithPath: file)).count)]
    ).write()
    if parts { try measureParts() }
  }

  private func measureParts() throws {
    try Stopwatch.line("command: start", rows: 0, repeats: repeats) {
      try Self.call(program, ["--version"])
      return [:]
    }.write()
    let columns = ColumnNames(time: "time", event: "event", group: "group")
    try Stopwatch.line("command: file", rows: rows, repeats: repeats) {
      ["rows": Double(try SurvivalData(path: file, columns: columns).count)]
    }.write()
    let data = try SurvivalData(path: file, columns: columns)
    try Stopwatch.line("command: statistics", rows: rows, repeats: repeats) {
      ["tables": Double(try SurvivalReport(data, try SurvivalQuestions()).document.tables.count)]
    }.write()
  }

  private static func call(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ValidationError("\(program) ended with status \(process.terminationStatus)") }
  }
}
