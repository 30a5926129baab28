import Chains
import Ensemble
import Ladder
import Publishing

/// `passages.csv`: a row a chain, what it did after its entry and where gradient descent leads from its last state.
enum PassageTable {
  static let header =
    "arm,chain,exits,exits_rank,exits_bound,exits_balance,reentries,steps_inside,steps_followed,resting_rank,noise_trace,noise_rank,temperature\n"

  /// What is not defined is empty: the follow-up of a chain that was not followed, the noise of a rung that does not look for its minimum.
  static func row(_ arm: Arm, index: Int, chain: Int, _ outcome: ChainOutcome) -> String {
    let isFollowed = outcome.kind == .entered && arm.law.follow > 0
    let exits = outcome.exits
    let followed = [
      exits.total, exits.rank, exits.bound, exits.balance, outcome.reentries, outcome.stepsInside, outcome.stepsFollowed,
    ].map { isFollowed ? String($0) : "" }
    let ranks = (outcome.restingRank.map(String.init) ?? "", outcome.noise?.rank.map(String.init) ?? "")
    let trace = TableText.csv(outcome.noise?.trace)
    let temperature = TableText.csv(arm.law.temperature(noise: outcome.noise))
    return (["\(index)", "\(chain)"] + followed + [ranks.0, trace, ranks.1, temperature]).joined(separator: ",") + "\n"
  }
}
