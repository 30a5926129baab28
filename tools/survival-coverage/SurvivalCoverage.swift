import ArgumentParser
import Foundation
import Survival

/// Simulates data sets whose truth is known, and counts how often the intervals of `Survival` hold
/// it.
@main
struct SurvivalCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survival-coverage",
    abstract: "Measure the coverage of all intervals of the survival statistics; write the page.")

  @Option(help: "How many data sets.")
  var sets = 2000
  @Option(help: "How many threads; the figures do not depend on it. (default: all CPUs)")
  var threads: Int?
  @Option(help: "Only experiments whose name has this in it.")
  var only: String?
  @Option(help: "Where to write the page. (default: standard output)")
  var page: String?

  func validate() throws {
    guard (1...Bootstrap.mostReplicates).contains(sets), threads ?? 1 >= 1 else {
      throw ValidationError("sets and threads are counted from 1")
    }
  }

  func run() throws {
    let count = threads ?? ProcessInfo.processInfo.activeProcessorCount
    var results: [CoverageResult] = []
    for experiment in Experiment.all where only.map({ experiment.name.contains($0) }) ?? true {
      let start = Date()
      var result = CoverageResult(experiment: experiment)
      for scenario in experiment.scenarios {
        result.tallies[scenario] = try experiment.run(scenario, sets: sets, threads: count)
      }
      results.append(result)
      let seconds = String(format: "%.1f", Date().timeIntervalSince(start))
      FileHandle.standardError.write(
        Data("survival-coverage: \(experiment.name): \(seconds) s\n".utf8))
    }
    let text = CoveragePage(results: results, sets: sets).text
    if let page {
      try Data(text.utf8).write(to: URL(fileURLWithPath: page))
    } else {
      print(text, terminator: "")
    }
  }
}
