import Chains
import Ensemble
import Publishing
import Studies
import Survival

/// The offshoots of one arm at one branch: where a quiet phase leads after so many noisy steps.
struct EpsilonCell {
  /// t0, the noisy steps.
  let at: Int
  /// How many there are.
  private(set) var count = 0
  /// Those that end with a test error below `OffshootSuccess.below` of that of zeros.
  private(set) var succeeded = 0
  /// Those that end at the event's rank, by the numerical rank.
  private(set) var atRank = 0
  /// Those that end below it: they have collapsed, and recover nothing.
  private(set) var collapsed = 0
  /// Those that diverged, which neither succeed nor have a rank.
  private(set) var diverged = 0
  /// Their test errors over that of zeros.
  private(set) var shares: [Double] = []

  init(at: Int) { self.at = at }

  /// Counts the offshoot of a chain of an arm, nil where the chain diverged before the branch.
  mutating func add(_ offshoot: ChainRecord.Offshoot?, of arm: Arm) {
    count += 1
    guard let offshoot, let end = offshoot.end else {
      diverged += 1
      return
    }
    if end.rank == arm.law.event.rank { atRank += 1 }
    if end.rank < arm.law.event.rank { collapsed += 1 }
    if let share = arm.testShare(of: end) { shares.append(share) }
    if arm.succeeds(offshoot) { succeeded += 1 }
  }

  /// The share that succeeds; nil without offshoots.
  func success() throws(SurvivalError) -> BinomialProportion? {
    count > 0 ? try BinomialProportion(events: succeeded, trials: count) : nil
  }

  /// The share that ends at the event's rank; nil without offshoots.
  func rankShare(level: ConfidenceLevel = .standard) throws(SurvivalError) -> BinomialProportion? {
    count > 0 ? try BinomialProportion(events: atRank, trials: count, level: level) : nil
  }

  /// Quantiles of the normalised test error with intervals between order statistics; unknown where
  /// all diverged.
  func quantiles(_ probabilities: [Double]) -> [Estimate] {
    let sorted = shares.sorted()
    return probabilities.map { probability in
      SampleQuantile(sorted: sorted, at: probability).map { Estimate($0.value, $0.lower, $0.upper) }
        ?? Estimate(nil, nil, nil)
    }
  }
}
