import ArgumentParser
import Chains
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
      chain is run again from its address, at its full width, by the scalar reference. With --branch, the path is that of the chain up to the branch and \
      of its offshoot from there on.
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
  @Option(help: "The step at which an offshoot branched off: its path instead of the chain's.")
  var branch: Int?
  @Option(
    help:
      "The study file, beside which matrices are read. (default: the matrices that the results hold)"
  )
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
    guard (0..<record.chains[arm]).contains(chain) else {
      throw refusal(
        "--chain \(chain): arm \(arm) of these results has chains 0 to \(record.chains[arm] - 1)")
    }
    guard study == nil || !record.study.matrices.isEmpty else {
      throw refusal("--study has no effect: the study of these results reads no matrix from a file")
    }
    let arm = record.plan.arms[self.arm]
    let law = arm.law
    let lastOfBranch = try branch.map { try lastStep(ofOffshootAt: $0, of: law) }
    let end = to ?? lastOfBranch ?? record.lastStep(arm: self.arm, chain: chain) ?? law.horizon
    guard from >= 0, end >= from, end <= Study.longest else {
      throw refusal("--from \(from) --to \(end): whole numbers with 0 <= from <= to are needed")
    }
    let table = ReplayTable(law: law)
    let output = StandardOutput()
    try output.write(table.header)
    try ChainReplay(law: law, stream: record.plan.stream(of: arm), chain: chain, branch: branch)
      .forEachPoint(
        from: from, to: end
      ) { point in
        try output.write(table.row(point))
      }
    try output.flush()
  }

  /// The last step of the offshoot that branched off at a step.
  private func lastStep(ofOffshootAt step: Int, of law: ChainLaw) throws -> Int {
    guard let offshoots = law.recording.offshoots else {
      throw refusal("--branch \(step): the chains of this study have no offshoots")
    }
    guard offshoots.at.contains(step) else {
      let list = offshoots.at.prefix(20).map(String.init).joined(separator: ", ")
      throw refusal(
        "--branch \(step): offshoots branch off at \(list)\(offshoots.at.count > 20 ? ", ..." : "")"
      )
    }
    return step + offshoots.steps
  }

  private func refusal(_ message: String) -> CommandFailure {
    CommandFailure(status: 2, description: message)
  }
}
