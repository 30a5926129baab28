import ArgumentParser
import Foundation
import Publishing
import Survival
import SurvivalReports

/// `rankfall survival`: the survival analysis of any times in a CSV file.
struct SurvivalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survival",
    abstract: "Analyse times to an event from a CSV file: curves, intervals, tests, laws.",
    discussion: """
      The file has a line with the names of its columns, then a line for each observation; `-` is standard input. With --group, groups are \
      compared; with --cause, outcomes compete; with --upper, times are known up to intervals (time, upper] only. docs/survival.md says what each \
      table holds.

      For example, on the chains of a study:
        rankfall survival results/fig1-annealing/chains.csv --time time --event outcome=entered --laws
      """)

  @Argument(help: "The CSV file, or - for standard input.")
  var data: String
  @Option(help: "The column of times; with --upper, of the last time without the event.")
  var time: String
  @Option(help: "The column that says whether the event happened (1) or was censored (0); or COL=VALUE.")
  var event: String?
  @Option(help: "The column of the times at which observations came at risk (late entry).")
  var start: String?
  @Option(help: "The column of the times by which the event had happened (interval censoring; empty: not by the end).")
  var upper: String?
  @Option(help: "The column of groups to compare.")
  var group: String?
  @Option(help: "The column of strata within which groups are compared.")
  var strata: String?
  @Option(help: "The column of competing causes (0, empty or 'censored': none).")
  var cause: String?
  @Option(help: "The format of standard output: table, csv, json, markdown or latex.")
  var format: TableFormat = .table
  @Option(help: "A folder for all tables in all formats, the curves, and pictures.")
  var output: String?
  @Option(help: "The level of all intervals.")
  var level: Double = 0.95
  @Option(help: "The scale of the curves' intervals: plain, log or log-log.")
  var interval: IntervalTransform = .logLog
  @Option(help: "The probabilities of the quantiles, with commas between.")
  var quantiles: String = "0.25,0.5,0.75"
  @Option(help: "The horizon of restricted means. (default: the last time up to which every group's curve is known)")
  var horizon: Double?
  @Option(help: "Count only observations that last beyond this time.")
  var landmark: Double?
  @Option(help: "The group that others are compared with. (default: the first)")
  var reference: String?
  @Flag(help: "Fit parametric laws and test them by bootstrap (seconds to minutes); the hazard over time and its plateau.")
  var laws = false
  @Option(help: "The replicates of each bootstrap.")
  var replicates: Int = 500
  @Option(help: "The seed of the bootstraps.")
  var seed: UInt64 = 1
  @Option(help: "How many threads bootstraps use; the results do not depend on it. (default: one a processor)")
  var threads: Int?

  mutating func validate() throws {
    try ThreadLimit.check(threads)
    guard event != nil || cause != nil || upper != nil else {
      throw ValidationError("one of --event, --cause and --upper is needed: what became of each observation?")
    }
    guard upper == nil || (event == nil && cause == nil && strata == nil && landmark == nil) else {
      throw ValidationError("--upper goes with --time, --start and --group; an event is known by its interval")
    }
  }

  func run() throws {
    try GivenArguments.check(path: output, "--output")
    let folder = try CommandFailure.asWork { try output.map { try SurvivalReport.folder($0) } }
    let report: SurvivalReport
    do {
      let columns = ColumnNames(
        time: time, event: event, start: start, upper: upper, group: group, strata: strata, cause: cause)
      report = try SurvivalReport(try SurvivalData(path: data, columns: columns), try questions())
    } catch {
      throw CommandFailure.refused(error)
    }
    try StandardOutput.publish(report.document, in: format, to: folder) { try report.write(to: $0) }
  }

  private func questions() throws -> SurvivalQuestions {
    var questions = try SurvivalQuestions()
    questions.level = try ConfidenceLevel(level)
    questions.transform = interval
    questions.probabilities = try quantiles.split(separator: ",", omittingEmptySubsequences: false).map { text in
      guard let number = Double(text.trimmingCharacters(in: .whitespaces)) else {
        throw CommandFailure(
          status: 2, description: "--quantiles \(quantiles): numbers with commas between are needed, such as 0.25,0.5,0.75")
      }
      return number
    }
    guard Set(questions.probabilities).count == questions.probabilities.count else {
      throw CommandFailure(status: 2, description: "--quantiles \(quantiles): each probability is to be named once")
    }
    questions.horizon = horizon
    questions.landmark = landmark
    questions.reference = reference
    questions.laws = laws
    questions.bootstrap = try Bootstrap(
      replicates: replicates, seed: seed, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    return questions
  }
}

extension TableFormat: ExpressibleByArgument {}
extension IntervalTransform: ExpressibleByArgument {}
