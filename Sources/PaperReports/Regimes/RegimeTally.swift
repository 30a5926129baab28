import Chains
import Ladder
import Survival

/// The outcomes of one arm, by regime: 9 bytes a chain for the median.
struct RegimeTally {
  private var counts: [Regime: Int] = [:]
  private var times: [Int] = []
  private var observed: [Bool] = []
  private var exits = 0

  /// Counts one chain.
  mutating func add(_ outcome: ChainOutcome) {
    counts[Regime(outcome), default: 0] += 1
    times.append(outcome.time)
    observed.append(outcome.kind == .entered)
    exits += outcome.exits.total
  }

  /// What they come to; nil without chains.
  func cell() throws(SurvivalError) -> RegimeCell? {
    guard !times.isEmpty else { return nil }
    var shares: [Regime: BinomialProportion] = [:]
    for regime in Regime.allCases {
      shares[regime] = try BinomialProportion(events: counts[regime] ?? 0, trials: times.count)
    }
    return RegimeCell(
      chains: times.count, shares: shares, exits: exits,
      median: KaplanMeierEstimate(try RightCensoredSample(times: times, observed: observed))
        .median(),
      hasEntry: observed.contains(true))
  }
}
