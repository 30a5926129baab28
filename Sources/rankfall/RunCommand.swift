import ArgumentParser
import Ensemble
import Foundation
import Studies

/// `rankfall run`: simulates a study's chains and writes its results.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulate a study and write its tables, picture and provenance.",
    discussion: """
      Running a study again goes on where the last run stopped, or does nothing when all is there; more --chains continue fewer. \
      The same study and seed give the same files, at any number of threads and after any number of interruptions.
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
    let (study, plan): (Study, EnsemblePlan)
    do {
      study = try Study(contentsOf: self.study)
      plan = try study.plan(chains: chains, seed: seed)
    } catch {
      throw CommandFailure.refused(error)
    }
    let results = ResultsFolder(path: output ?? "results/\(study.name)")
    try StudyRun(study: study, plan: plan, results: results, threads: threads, isQuiet: quiet).run()
  }
}
