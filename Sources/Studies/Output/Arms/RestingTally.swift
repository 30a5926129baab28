import Chains
import Ladder

/// Where gradient descent leads from the last states of chains, counted by the rank of the minimum.
struct RestingCounts: Equatable {
  /// Chains by rank.
  private(set) var byRank: [Int: Int] = [:]
  /// Chains that have diverged since.
  private(set) var diverged = 0
  /// Chains from which gradient descent does not come to rest in a set.
  private(set) var unknown = 0

  /// All chains.
  var total: Int { byRank.values.reduce(diverged + unknown, +) }
  /// The highest rank; nil when none is known.
  var highest: Int? { byRank.keys.max() }

  /// The chains at a rank above `rank`.
  func above(_ rank: Int) -> Int { byRank.reduce(0) { $0 + ($1.key > rank ? $1.value : 0) } }
  /// The chains at this rank or below.
  func upTo(_ rank: Int) -> Int { byRank.reduce(0) { $0 + ($1.key <= rank ? $1.value : 0) } }

  /// Counts one chain.
  mutating func add(_ outcome: ChainOutcome) {
    if outcome.divergence != nil {
      diverged += 1
    } else if let rank = outcome.restingRank {
      byRank[rank, default: 0] += 1
    } else {
      unknown += 1
    }
  }
}

/// The same by how the chains ended; those that diverged before an entry have nowhere to go.
struct RestingTally: Equatable {
  /// Chains that entered, at the end of their follow-up.
  private(set) var entered = RestingCounts()
  /// Chains that did not, at the horizon.
  private(set) var censored = RestingCounts()

  /// Counts one chain.
  mutating func add(_ outcome: ChainOutcome) {
    switch outcome.kind {
    case .entered: entered.add(outcome)
    case .censored: censored.add(outcome)
    case .diverged: break
    }
  }
}
