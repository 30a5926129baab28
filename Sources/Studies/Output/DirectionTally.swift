import AbsorbingSets
import Chains
import Ladder
import Survival

/// Both directions of one arm's chains after their entries, in constant memory: exits by the steps inside, re-entries by the steps outside.
struct DirectionTally {
  private(set) var entered = 0
  private(set) var divergedAfter = 0
  private(set) var chainsWithExit = 0
  private(set) var chainsWithRankExit = 0
  private(set) var rankReentries = 0
  private(set) var stepsFollowed = 0
  private(set) var stepsInside = 0
  /// All exits, by the steps inside.
  private(set) var exits = ClusterTotals()
  /// The exits that broke the condition on the rank, by the same steps.
  private(set) var rankExits = ClusterTotals()
  private(set) var exitCounts = ExitCounts()
  private(set) var reentries = ClusterTotals()
  /// The steps outside among those followed; nil once they are more than can be counted so.
  private(set) var outside: ClusterTotals? = ClusterTotals()

  /// The chains that diverged after their entry, among those that entered; nil without any.
  func divergedShare() throws(SurvivalError) -> BinomialProportion? {
    entered > 0 ? try BinomialProportion(events: divergedAfter, trials: entered) : nil
  }

  /// Counts one chain.
  mutating func add(_ outcome: ChainOutcome) throws(SurvivalError) {
    guard outcome.kind == .entered else { return }
    let stepsOutside = outcome.stepsFollowed - outcome.stepsInside
    entered += 1
    divergedAfter += outcome.divergesAfterEntry ? 1 : 0
    chainsWithExit += outcome.exits.total > 0 ? 1 : 0
    chainsWithRankExit += outcome.exits.rank > 0 ? 1 : 0
    rankReentries += outcome.rankReentries
    stepsFollowed += outcome.stepsFollowed
    stepsInside += outcome.stepsInside
    exitCounts += outcome.exits
    try exits.add(events: outcome.exits.total, exposure: outcome.stepsInside)
    try rankExits.add(events: outcome.exits.rank, exposure: outcome.stepsInside)
    try reentries.add(events: outcome.reentries, exposure: stepsOutside)
    guard let events = outside?.events, stepsOutside <= PoissonRate.largestCount - events else {
      outside = nil
      return
    }
    try outside?.add(events: stepsOutside, exposure: outcome.stepsFollowed)
  }
}
