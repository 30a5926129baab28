import Chains
import Ladder

/// `chains.csv`: a row a chain.
enum ChainTable {
  static let header = "arm,chain,outcome,time,collapse_time,exits\n"

  static func row(arm: Int, chain: Int, _ outcome: ChainOutcome) -> String {
    let collapse = outcome.collapseTime.map(String.init) ?? ""
    return "\(arm),\(chain),\(outcome.kind.rawValue),\(outcome.time),\(collapse),\(outcome.exits.total)\n"
  }
}
