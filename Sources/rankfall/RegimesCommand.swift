import ArgumentParser
import PaperReports

/// `rankfall regimes`: a study over a grid of learning rates and ridges, and a map of what rules
/// where.
struct RegimesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regimes",
    abstract: "Run a study over a grid of learning rates and ridges and map what rules where.",
    discussion: """
      Does what `rankfall run` does, and writes regimes.csv, regimes.md and the map regimes.png beside it: in which cells chains stay, jump, \
      slide, collapse or diverge, and after how many steps. The study sweeps a key that ends in .eta and one that ends in .lambda; other swept \
      keys and rungs make maps of their own. With gd among the rungs, entries that need no noise are told apart.
      """)

  @OptionGroup var options: StudyOptions

  func run() throws {
    let (run, report): (StudyRun, RegimeReport)
    do {
      run = try options.studyRun()
      report = try RegimeReport(study: run.study, plan: run.plan)
    } catch {
      throw CommandFailure.refused(error)
    }
    try run.run { folder, outcomes in
      try report.write(to: folder, outcomes: outcomes)
      return ["the map: \(folder.path)/regimes.md"]
    }
  }
}
