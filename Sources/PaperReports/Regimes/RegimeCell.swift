import Dynamics
import Survival

/// The outcomes of one arm, by regime: 9 bytes a chain for the median.
struct RegimeTally {
  private let follow: Int
  private var counts: [Regime: Int] = [:]
  private var times: [Int] = []
  private var observed: [Bool] = []
  private var exits = 0

  init(follow: Int) {
    self.follow = follow
  }

  /// Counts one chain.
  mutating func add(_ outcome: ChainOutcome) {
    counts[Regime(outcome, follow: follow), default: 0] += 1
    times.append(outcome.time)
    observed.append(outcome.kind == .entered)
    exits += outcome.exits
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
      median: KaplanMeierEstimate(try RightCensoredSample(times: times, observed: observed)).median(),
      hasEntry: observed.contains(true))
  }
}

/// What the chains of one arm say of the regime there.
struct RegimeCell: Equatable {
  /// The chains.
  let chains: Int
  /// The share of every regime, with the exact interval.
  let shares: [Regime: BinomialProportion]
  /// How often chains left B_r again while they were followed, all together.
  let exits: Int
  /// The median time of the entry into B_r, whatever came after it, from the Kaplan-Meier curve; a divergence without an entry censors.
  let median: QuantileEstimate
  /// Whether any chain entered.
  let hasEntry: Bool

  /// The most frequent regime; of several the first in the order of `Regime`.
  var ruling: Regime { Regime.allCases.max { count($0) < count($1) } ?? .stays }

  /// The share of the ruling regime.
  var share: BinomialProportion? { shares[ruling] }

  /// Whether more than half of the chains are of the ruling regime.
  var isMajority: Bool { 2 * count(ruling) > chains }

  /// Whether more than half of the chains entered and neither collapsed nor diverged.
  var mostlyEnters: Bool { 2 * count(.enters) > chains }

  private func count(_ regime: Regime) -> Int { shares[regime]?.events ?? 0 }
}
