import Dynamics
import Publishing
import Studies
import Survival

/// The offshoots of one arm at one branch: where a quiet phase leads after so many noisy steps.
struct EpsilonCell {
  /// t0, the noisy steps.
  let at: Int
  /// How many there are.
  private(set) var count = 0
  /// Those that end with a test error below `BranchTally.successBelow` of that of zeros.
  private(set) var succeeded = 0
  /// Those that end at the event's rank or below, by the numerical rank.
  private(set) var lowRank = 0
  /// Those that diverged, which neither succeed nor have a rank.
  private(set) var diverged = 0
  /// Their test errors over that of zeros.
  private(set) var shares: [Double] = []

  init(at: Int) { self.at = at }

  /// Counts an offshoot that ends at `end`, nil where it diverged; returns whether it succeeds.
  @discardableResult
  mutating func add(_ end: PathPoint?, share: Double?, rank: Int) -> Bool {
    count += 1
    guard let end else {
      diverged += 1
      return false
    }
    if end.rank <= rank { lowRank += 1 }
    guard let share else { return false }
    shares.append(share)
    guard share < BranchTally.successBelow else { return false }
    succeeded += 1
    return true
  }

  /// The share that succeeds; nil without offshoots.
  func success() throws(SurvivalError) -> BinomialProportion? {
    count > 0 ? try BinomialProportion(events: succeeded, trials: count) : nil
  }

  /// The share that ends at the event's rank or below; nil without offshoots.
  func lowRankShare(level: ConfidenceLevel = .standard) throws(SurvivalError) -> BinomialProportion? {
    count > 0 ? try BinomialProportion(events: lowRank, trials: count, level: level) : nil
  }

  /// Quantiles of the normalised test error with intervals between order statistics; unknown where all diverged.
  func quantiles(_ probabilities: [Double]) -> [Estimate] {
    let sorted = shares.sorted()
    return probabilities.map { probability in
      SampleQuantile(sorted: sorted, at: probability).map { Estimate($0.value, $0.lower, $0.upper) } ?? Estimate(nil, nil, nil)
    }
  }
}
