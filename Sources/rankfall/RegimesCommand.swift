import ArgumentParser
import Ensemble
import PaperReports
import Studies

/// `rankfall regimes`: a study over a grid of learning rates and ridges, and a map of what rules where.
struct RegimesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regimes",
    abstract: "Run a study over a grid of learning rates and ridges and map what rules where.",
    discussion: """
      Does what `rankfall run` does, and writes regimes.csv, regimes.md and the map regimes.png beside it: in which cells chains stay, jump, \
      slide, collapse or diverge, and after how many steps. The study sweeps a key that ends in .eta and one that ends in .lambda; other swept \
      keys and rungs make maps of their own. With gd among the rungs, entries that need no noise are told apart.
      """)

  @Argument(help: "The study file.")
  var study: String
  @Option(help: "The folder of the results. (default: results/<study>)")
  var output: String?
  @Option(help: "How many chains every arm is to have in all, in place of the study's numbers.")
  var chains: Int?
  @Option(help: "The seed of every random number, in place of the study's.")
  var seed: UInt64?
  @Option(help: "How many threads move chains. (default: one a processor)")
  var threads: Int?
  @Flag(help: "Say nothing unless something is wrong.")
  var quiet = false

  mutating func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): a whole number from 1 to 1024 is needed")
    }
  }

  func run() throws {
    let (study, plan, report): (Study, EnsemblePlan, RegimeReport)
    do {
      study = try Study(contentsOf: self.study)
      plan = try study.plan(chains: chains, seed: seed)
      report = try RegimeReport(study: study, plan: plan)
    } catch {
      throw CommandFailure.refused(error)
    }
    let results = ResultsFolder(path: output ?? "results/\(study.name)")
    try StudyRun(study: study, plan: plan, results: results, threads: threads, isQuiet: quiet).run { store in
      try report.write(to: results.path) { arm, visit in
        try store.forEachOutcome(arm: arm, below: plan.chains(ofArm: arm)) { try visit($0.chain, $0.outcome) }
      }
      if !quiet { print("the map: \(results.path)/regimes.md") }
    }
  }
}
