import ArgumentParser
import Foundation
import Landscape
import PaperReports
import Publishing
import Studies

/// `rankfall landscape`: the local minima of a study's regularised loss.
struct LandscapeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "landscape",
    abstract:
      "List the local minima of a study's regularised loss by rank, and where they disappear.",
    discussion: """
      For each point of the study's sweep and each lambda of its schedule: the minima that gradient descent and fits of every rank come to, \
      polished by Newton's method, with their Hessians; their basins' shares; the lambda at which each disappears; the convex baseline. \
      Nothing is simulated. For example:
        rankfall landscape studies/fig1-annealing.yaml --output /tmp/landscape
      """)

  @Argument(help: "The study file, or - for standard input.")
  var study: String
  @Option(
    help:
      "How many starts of the initial law gradient descent is let go from, for each lambda; 0 for none."
  )
  var starts: Int = 200
  @Option(help: "The seed of every random number, in place of the study's.")
  var seed: UInt64?
  @Option(
    help: "How many threads search; the results do not depend on it. (default: one a processor)")
  var threads: Int?
  @Option(help: "The format of standard output: table, csv, json, markdown or latex.")
  var format: TableFormat = .table
  @Option(help: "A folder for the tables, the branches and the picture.")
  var output: String?

  mutating func validate() throws {
    try ThreadLimit.check(threads)
    try GivenArguments.check(path: study, "the study")
    try GivenArguments.check(path: output, "--output")
    guard (0...LandscapeStudy.mostStarts).contains(starts) else {
      throw ValidationError(
        "--starts \(starts): a whole number from 0 to \(LandscapeStudy.mostStarts) is needed")
    }
  }

  func run() throws {
    let folder = try CommandFailure.asWork { try output.map { try ReportFolder($0) } }
    let report: LandscapeReport
    do {
      let study = try Study(contentsOf: self.study)
      study.sayWarnings()
      let workers = threads ?? ProcessInfo.processInfo.activeProcessorCount
      report = LandscapeReport(
        try LandscapeStudy(study, starts: starts, seed: seed ?? study.seed, threads: workers))
    } catch let error as LandscapeError {
      throw CommandFailure(status: 2, description: "\(study): \(error)")
    } catch {
      throw CommandFailure.refused(error)
    }
    try StandardOutput.publish(report.document, in: format, to: folder) { try report.write(to: $0) }
  }
}
