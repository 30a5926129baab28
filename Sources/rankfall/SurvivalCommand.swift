import ArgumentParser
import DataFiles
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
      The file has a line with the names of its columns, then a line for each observation, with commas, tabs or semicolons; `-` is standard input. With --group, groups are \
      compared; with --cause, outcomes compete; with --upper, times are known up to intervals (time, upper] only. docs/survival.md says what each \
      table holds.

      For example, on the chains of a study:
        rankfall survival results/fig1-annealing/chains.csv --time time --event outcome=entered --laws
      """)

  @Argument(help: "The CSV file, or - for standard input.")
  var data: String
  @Option(
    help:
      "The column of times; with --upper, of the last time without the event (empty or NA: it was not seen without)."
  )
  var time: String
  @Option(
    help: "The column that says whether the event happened (1) or was censored (0); or COL=VALUE.")
  var event: String?
  @Option(help: "The column of the times at which observations came at risk (late entry).")
  var start: String?
  @Option(
    help:
      "The column of the times by which the event had happened (interval censoring; empty: not by the end)."
  )
  var upper: String?
  @Option(help: "The column of groups to compare.")
  var group: String?
  @Option(help: "The column of strata within which groups are compared.")
  var strata: String?
  @Option(help: "The column of competing causes (0 or 'censored': none).")
  var cause: String?
  @Option(help: "The column of how many equal observations a row stands for.")
  var weight: String?
  @Option(
    parsing: .unconditional,
    help:
      "The words for what is not known, with commas between, in place of NA, NaN, null, none and the like."
  )
  var na: String?
  @Flag(
    help: "Count observations as censored whose event or cause is not known; they are refused else."
  )
  var missingIsCensored = false
  @Option(help: "How the file's bytes stand for letters: utf-8, utf-16, latin1 or windows-1252.")
  var encoding: TextEncoding = .utf8
  @Option(help: "The format of standard output: table, csv, json, markdown or latex.")
  var format: TableFormat = .table
  @Option(help: "A folder for all tables in all formats, the curves, and pictures.")
  var output: String?
  @Flag(
    help: "Keep texts in CSV from being formulas in spreadsheets: an apostrophe before = + - @.")
  var spreadsheetSafe = false
  @Option(
    parsing: .unconditional, help: "The level of all intervals.", transform: CommandNumber.read)
  var level: Double = 0.95
  @Option(help: "The scale of the curves' intervals: plain, log or log-log. (default: log-log)")
  var interval: IntervalTransform?
  @Option(
    parsing: .unconditional,
    help: "The probabilities of the quantiles, with commas between. (default: 0.25,0.5,0.75)",
    transform: CommandNumber.list)
  var quantiles: [Double]?
  @Option(
    parsing: .unconditional,
    help: "Times at which survival is wanted, with commas between; with --cause, incidences too.",
    transform: CommandNumber.list)
  var at: [Double]?
  @Option(
    parsing: .unconditional,
    help:
      "The horizon of restricted means. (default: the last time up to which every group's curve is known)",
    transform: CommandNumber.read)
  var horizon: Double?
  @Option(
    parsing: .unconditional, help: "Count only observations that last beyond this time.",
    transform: CommandNumber.read)
  var landmark: Double?
  @Option(
    parsing: .unconditional,
    help:
      "The groups in the order of tables, with commas between. (default: that of numbers, also inside of names)"
  )
  var groupOrder: String?
  @Option(
    parsing: .unconditional, help: "The group that others are compared with. (default: the first)")
  var reference: String?
  @Flag(
    help:
      "Fit parametric laws and test them by bootstrap (seconds to minutes); the hazard over time and its plateau."
  )
  var laws = false
  @Option(parsing: .unconditional, help: "The replicates of each bootstrap. (default: 500)")
  var replicates: Int?
  @Option(parsing: .unconditional, help: "The seed of the bootstraps. (default: 1)")
  var seed: UInt64?
  @Option(
    parsing: .unconditional,
    help:
      "How many threads bootstraps use; the results do not depend on it. (default: one a processor)"
  )
  var threads: Int?

  mutating func validate() throws {
    try ThreadLimit.check(threads)
    guard event != nil || cause != nil || upper != nil else {
      throw ValidationError(
        "one of --event, --cause and --upper is needed: what became of each observation?")
    }
    guard upper == nil || (event == nil && cause == nil && strata == nil && landmark == nil) else {
      throw ValidationError(
        "--upper goes with --time, --start and --group; an event is known by its interval")
    }
    if let idle = idleOption { throw ValidationError(idle) }
  }

  /// Why an option that was given would change nothing.
  private var idleOption: String? {
    let hasBootstrap = laws || upper != nil
    let rules: [(option: String, isGiven: Bool, works: Bool, reason: String)] = [
      (
        "--strata", strata != nil, group != nil,
        "groups are compared within strata: --group is missing"
      ),
      (
        "--reference", reference != nil, group != nil,
        "it names a group to compare with: --group is missing"
      ),
      ("--group-order", groupOrder != nil, group != nil, "--group is missing"),
      ("--reference", reference != nil, upper == nil, "with --upper, groups are not compared"),
      ("--horizon", horizon != nil, upper == nil, "with --upper, there are no restricted means"),
      (
        "--interval", interval != nil, upper == nil,
        "with --upper, intervals come from the bootstrap"
      ),
      (
        "--missing-is-censored", missingIsCensored, upper == nil,
        "with --upper, an end that is missing is not known anyway"
      ),
      ("--replicates", replicates != nil, hasBootstrap, "only --laws and --upper have a bootstrap"),
      ("--seed", seed != nil, hasBootstrap, "only --laws and --upper have a bootstrap"),
      ("--threads", threads != nil, hasBootstrap, "only --laws and --upper have a bootstrap"),
      (
        "--spreadsheet-safe", spreadsheetSafe, format == .csv || output != nil,
        "it is for CSV: --format csv or --output is missing"
      ),
    ]
    return rules.first { $0.isGiven && !$0.works }.map {
      "\($0.option) has no effect here: \($0.reason)"
    }
  }

  func run() throws {
    try GivenArguments.check(path: output, "--output")
    let folder = try CommandFailure.asWork { try output.map { try SurvivalReport.folder($0) } }
    let report: SurvivalReport
    do {
      let columns = ColumnNames(
        time: time, event: event, start: start, upper: upper, group: group, strata: strata,
        cause: cause, weight: weight)
      report = try SurvivalReport(
        try SurvivalData(path: data, columns: columns, rules: try rules()), try questions())
    } catch {
      throw CommandFailure.refused(error)
    }
    let document =
      spreadsheetSafe && format == .csv ? report.document.spreadsheetSafe : report.document
    try StandardOutput.publish(document, in: format, to: folder) { try report.write(to: $0) }
  }

  private func rules() throws -> ReadingRules {
    var rules = ReadingRules()
    rules.encoding = encoding
    rules.missingIsCensored = missingIsCensored
    if let na { rules.missing = MissingWords(try DelimitedRecords.list(na, file: "--na")) }
    rules.groupOrder = try groupOrder.map { try DelimitedRecords.list($0, file: "--group-order") }
    return rules
  }

  private func questions() throws -> SurvivalQuestions {
    var questions = try SurvivalQuestions()
    questions.level = try ConfidenceLevel(level)
    questions.transform = interval ?? questions.transform
    questions.probabilities = quantiles ?? questions.probabilities
    questions.times = at ?? []
    questions.horizon = horizon
    questions.landmark = landmark
    questions.reference = reference
    questions.laws = laws
    questions.spreadsheetSafe = spreadsheetSafe
    questions.bootstrap = try Bootstrap(
      replicates: replicates ?? 500, seed: seed ?? 1,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    return questions
  }
}

extension TextEncoding: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}
extension IntervalTransform: ExpressibleByArgument {}
