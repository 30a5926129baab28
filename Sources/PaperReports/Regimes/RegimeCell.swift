import Survival

/// What the chains of one arm say of the regime there.
struct RegimeCell: Equatable {
  /// The chains.
  let chains: Int
  /// The share of every regime, with the exact interval.
  let shares: [Regime: BinomialProportion]
  /// How often chains left B_r again while they were followed, all together.
  let exits: Int
  /// The median time of the entry into B_r, whatever came after it, from the Kaplan-Meier curve; a
  /// divergence without an entry censors.
  let median: QuantileEstimate
  /// Whether any chain entered.
  let hasEntry: Bool

  /// The most frequent regime; of several the first in the order of `Regime`.
  var ruling: Regime { Regime.allCases.max { count($0) < count($1) } ?? .stays }

  /// The share of the ruling regime.
  var share: BinomialProportion? { shares[ruling] }

  /// Whether more than half of the chains are of the ruling regime.
  var isMajority: Bool { 2 * count(ruling) > chains }

  /// Whether that is certain: the share's whole interval is above one half.
  var isCertain: Bool { share.map { $0.interval.lower > 0.5 } ?? false }

  /// Whether more than half of the chains entered and neither collapsed nor diverged.
  var mostlyEnters: Bool { 2 * count(.enters) > chains }

  private func count(_ regime: Regime) -> Int { shares[regime]?.events ?? 0 }
}
