import Dynamics
import Survival

/// Both directions of one arm's chains after their entries, in constant memory: exits by the steps inside, re-entries by the steps outside.
struct DirectionTally {
  /// How many steps a chain is followed after its entry, unless it diverges.
  private let follow: Int
  private(set) var entered = 0
  private(set) var divergedAfter = 0
  private(set) var chainsWithExit = 0
  private(set) var stepsFollowed = 0
  private(set) var stepsInside = 0
  private(set) var exits = ClusterTotals()
  private(set) var reentries = ClusterTotals()
  /// The steps outside among those followed; nil once they are more than can be counted so.
  private(set) var outside: ClusterTotals? = ClusterTotals()

  /// A tally of chains that are followed for `follow` steps.
  init(follow: Int) {
    self.follow = follow
  }

  /// Counts one chain.
  mutating func add(_ outcome: ChainOutcome) throws(SurvivalError) {
    guard outcome.kind == .entered else { return }
    let stepsOutside = outcome.stepsFollowed - outcome.stepsInside
    entered += 1
    divergedAfter += outcome.divergesAfterEntry(follow: follow) ? 1 : 0
    chainsWithExit += outcome.exits > 0 ? 1 : 0
    stepsFollowed += outcome.stepsFollowed
    stepsInside += outcome.stepsInside
    try exits.add(events: outcome.exits, exposure: outcome.stepsInside)
    try reentries.add(events: outcome.reentries, exposure: stepsOutside)
    guard let events = outside?.events, stepsOutside <= PoissonRate.largestCount - events else {
      outside = nil
      return
    }
    try outside?.add(events: stepsOutside, exposure: outcome.stepsFollowed)
  }
}
