import ArgumentParser
import PaperReports
import Publishing
import Studies

/// `rankfall bounds`: the paper's theorems at a study's values.
struct BoundsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bounds",
    abstract: "Evaluate the paper's theorems at a study's values.",
    discussion: """
      For each rank: the constants of Theorems B.1 and B.2 and of Propositions D.2, D.3 and F.1 at the study's depth, widths, ridge and data, in \
      powers of ten; which hypotheses the study's own learning rate and event meet, and by how many decades they miss the others; and what \
      the ensemble measured, where the study has been run. Nothing is simulated.
      """)

  @Argument(help: "The study file, or - for standard input.")
  var study: String
  @Option(help: "The format of standard output: table, csv, json, markdown or latex.")
  var format: TableFormat = .table
  @Option(help: "The folder of the study's results. (default: results/<study>, where it is there)")
  var results: String?
  @Option(help: "A folder for each table as CSV, and the whole as text, Markdown, LaTeX and JSON.")
  var output: String?

  mutating func validate() throws {
    try GivenArguments.check(path: study, "the study")
    try GivenArguments.check(path: results, "--results")
    try GivenArguments.check(path: output, "--output")
  }

  func run() throws {
    let folder = try CommandFailure.asWork { try output.map { try BoundsReport.folder($0) } }
    let report: BoundsReport
    do {
      let study = try Study(contentsOf: self.study)
      study.sayWarnings()
      report = try BoundsReport(
        study, results: results ?? "results/\(study.name)", isRequired: results != nil)
    } catch {
      throw CommandFailure.refused(error)
    }
    try StandardOutput.publish(report.document, in: format, to: folder) { try report.write(to: $0) }
  }
}
