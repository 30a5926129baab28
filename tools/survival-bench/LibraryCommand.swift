import ArgumentParser
import Survival
import SurvivalReports

/// Measures the library on the data that the other tools read.
struct LibraryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library",
    abstract: "Measure curves and tests on the times of a file; writes lines of JSON.")

  @Argument(help: "The file.")
  var file: String
  @Option(help: "How often each is repeated.")
  var repeats = 5
  @Option(help: "What is put behind the names of the tasks.")
  var suffix = ""

  func run() throws {
    let data = try SurvivalData(
      path: file, columns: ColumnNames(time: "time", event: "event", group: "group"))
    let tasks = SurvivalTasks(
      times: data.times, observed: data.observed, groups: data.groups?.codes ?? [])
    try Stopwatch.line(
      "kaplan-meier" + suffix, rows: data.count, repeats: repeats, tasks.kaplanMeier
    ).write()
    try Stopwatch.line("log-rank" + suffix, rows: data.count, repeats: repeats, tasks.logRank)
      .write()
  }
}
