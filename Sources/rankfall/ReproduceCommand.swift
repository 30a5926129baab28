import ArgumentParser
import Foundation
import PaperReports
import Studies

/// `rankfall reproduce`: the paper's figures as ensembles.
struct ReproduceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reproduce",
    abstract: "Run the studies of the paper's figures, draw them and say what they show.",
    discussion: """
      Beside a study's own results, which `rankfall run` would write as well: figure.png, the figure in the paper's form and what the ensemble says; \
      figure.csv and its kin, the rows of the picture; verdicts.md and verdicts.csv, each claim of the figure with what was measured and whether it \
      holds. docs/paper.md walks through them.
      """)

  @Argument(help: "fig1, fig2 and so on, or all.")
  var figure: String
  @Option(help: "The folder of the studies.")
  var studies: String = "studies"
  @Option(help: "The folder of the results; each study has a folder of its name in it.")
  var output: String = "results"
  @Option(help: "How many chains every arm is to have in all, in place of the studies' numbers.")
  var chains: Int?
  @Option(help: "How many threads move chains. (default: one a processor)")
  var threads: Int?
  @Flag(help: "Say nothing unless something is wrong.")
  var quiet = false

  mutating func validate() throws {
    try ThreadLimit.check(threads)
    try GivenArguments.check(path: studies, "--studies")
    try GivenArguments.check(path: output, "--output")
  }

  func run() throws {
    let tasks: [FigureFiles]
    do {
      // All of them are checked before the first is run.
      tasks = try PaperFigure.named(figure).map(task)
    } catch {
      throw CommandFailure.refused(error)
    }
    for task in tasks { try run(task) }
  }

  private func task(_ figure: PaperFigure) throws -> FigureFiles {
    let path = studies + "/" + figure.studyFile
    guard FileManager.default.fileExists(atPath: path) else {
      throw FigureError.noStudy(path: path, figure: figure)
    }
    let study = try Study(contentsOf: path)
    study.sayWarnings()
    let files = FigureFiles(figure: figure, study: study, plan: try study.plan(chains: chains))
    try files.check()
    return files
  }

  private func run(_ task: FigureFiles) throws {
    let results = ResultsFolder(path: output + "/" + task.study.name)
    let run = StudyRun(
      study: task.study, plan: task.plan, results: results, threads: threads, isQuiet: quiet)
    try run.run { folder, outcomes in
      let claims = try task.write(to: folder, outcomes: outcomes)
      return claims.map(\.line) + [
        "\(task.figure.title): \(folder.path)/figure.png and \(folder.path)/verdicts.md"
      ]
    }
  }
}
