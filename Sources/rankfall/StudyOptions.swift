import ArgumentParser
import Studies

/// What commands that run one study are told.
struct StudyOptions: ParsableArguments {
  @Argument(help: "The study file, or - for standard input.")
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
    try ThreadLimit.check(threads)
    try GivenArguments.check(path: study, "the study")
    try GivenArguments.check(path: output, "--output")
  }

  /// The study with its plan, ready to be run.
  ///
  /// - Throws: `StudyError`.
  func studyRun() throws -> StudyRun {
    let study = try Study(contentsOf: study)
    study.sayWarnings()
    return StudyRun(
      study: study, plan: try study.plan(chains: chains, seed: seed),
      results: ResultsFolder(path: output ?? "results/\(study.name)"), threads: threads,
      isQuiet: quiet)
  }
}

/// How many threads a command may be told to use.
enum ThreadLimit {
  /// Throws a sentence unless the number is not given, or possible.
  static func check(_ threads: Int?) throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): a whole number from 1 to 1024 is needed")
    }
  }
}

extension Study {
  /// Says on standard error what is possible in the study and seldom meant.
  func sayWarnings() {
    for warning in warnings { Rankfall.complain("warning: \(file): \(warning)") }
  }
}
