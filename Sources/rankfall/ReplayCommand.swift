import ArgumentParser
import Ensemble
import Foundation
import Studies

/// `rankfall replay`: one chain's path as CSV.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Write one chain's path to standard output as CSV.",
    discussion: """
      Columns: step; the entries of A = W_L ... W_1, row by row; its singular values; the ratio of the second to the first; \
      ||W_l||_F^2 of each layer; and `inside`, the smallest s <= r with the chain in B_s by its own weights, empty outside B_r. The \
      chain is run again from its address, at its full width, by the scalar reference.
      """)

  @Argument(help: "The folder of the results.")
  var results: String
  @Option(help: "The arm, counted from 0 as in the tables.")
  var arm: Int
  @Option(help: "The chain, counted from 0 as in chains.csv.")
  var chain: Int
  @Option(help: "The first step to write.")
  var from: Int = 0
  @Option(help: "The last step to write. (default: where the chain ended)")
  var to: Int?
  @Option(help: "The study file, where it reads a matrix from another file.")
  var study: String?

  func run() throws {
    let record: ResultsRecord
    do {
      record = try ResultsRecord(folder: results, studyFile: study)
    } catch {
      throw CommandFailure.work(error)
    }
    guard record.plan.arms.indices.contains(arm) else {
      throw refusal("--arm \(arm): these results have arms 0 to \(record.plan.arms.count - 1)")
    }
    guard (0..<Study.mostChains).contains(chain) else {
      throw refusal("--chain \(chain): a whole number from 0 to \(Study.mostChains - 1) is needed")
    }
    let (law, stream) = (record.plan.arms[arm].law, record.plan.arms[arm].stream)
    let end = to ?? record.lastStep(arm: arm, chain: chain) ?? law.horizon
    guard from >= 0, end >= from, end <= Study.longest else {
      throw refusal("--from \(from) --to \(end): whole numbers with 0 <= from <= to are needed")
    }
    let table = ReplayTable(law: law)
    let output = StandardOutput()
    try output.write(table.header)
    try ChainReplay(law: law, seed: record.plan.seed, stream: stream, chain: chain).forEachPoint(from: from, to: end) { point in
      try output.write(table.row(point))
    }
    try output.flush()
  }

  private func refusal(_ message: String) -> CommandFailure { CommandFailure(status: 2, description: message) }
}
