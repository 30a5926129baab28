import ArgumentParser

/// Measures the survival statistics: benchmarks/survival.sh runs the parts, and those of other
/// tools, and has the page written.
@main
struct SurvivalBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survival-bench",
    abstract: "Measure the survival statistics, and write the page that compares them.",
    subcommands: [
      DataCommand.self, LibraryCommand.self, InformationCommand.self, ProgramCommand.self,
      MemoryCommand.self, PageCommand.self,
    ])
}

/// Writes the data that all tools read.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Write simulated times as a CSV file.")

  @Argument(help: "The file.")
  var file: String
  @Option(help: "How many observations.")
  var rows = 1_000_000
  @Flag(help: "Times that are not whole numbers.")
  var continuous = false

  func run() throws { try BenchSample(rows: rows, isContinuous: continuous).write(to: file) }
}
