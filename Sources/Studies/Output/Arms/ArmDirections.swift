import AbsorbingSets
import Chains
import Ladder
import Survival

/// Both directions of one arm's chains, estimated.
struct ArmDirections {
  /// The chains that entered, and were followed then.
  let entered: Int
  /// The steps of all follow-ups.
  let stepsFollowed: Int
  /// Those that found a chain inside.
  let stepsInside: Int
  /// The share of the steps followed that were inside; nil where no step was followed.
  let inside: ShareOfTime?
  /// Exits by the steps inside.
  let exits: ClusteredRate
  /// Those at which the rank rose.
  let rankExits: ClusteredRate
  /// The exits by what they broke.
  let exitCounts: ExitCounts
  /// The chains with an exit, among those that entered; nil without any.
  let withExit: BinomialProportion?
  /// The chains with an exit by rank.
  let withRankExit: Int
  /// Entries after an exit by rank.
  let rankReentries: Int
  /// Entries after an exit, by the steps outside.
  let reentries: ClusteredRate

  /// The steps followed that found a chain outside.
  var stepsOutside: Int { stepsFollowed - stepsInside }

  /// Estimates both directions.
  init(_ tally: DirectionTally) throws(SurvivalError) {
    entered = tally.entered
    stepsFollowed = tally.stepsFollowed
    stepsInside = tally.stepsInside
    exits = try ClusteredRate(tally.exits)
    rankExits = try ClusteredRate(tally.rankExits)
    exitCounts = tally.exitCounts
    reentries = try ClusteredRate(tally.reentries)
    rankReentries = tally.rankReentries
    withRankExit = tally.chainsWithRankExit
    withExit =
      entered > 0 ? try BinomialProportion(events: tally.chainsWithExit, trials: entered) : nil
    let outside = try tally.outside.map { (totals) throws(SurvivalError) in
      try ClusteredRate(totals)
    }
    inside =
      stepsFollowed > 0
      ? ShareOfTime(Double(stepsInside) / Double(stepsFollowed), outside: outside) : nil
  }
}

/// Both directions of one arm's chains after their entries, in constant memory: exits by the steps
/// inside, re-entries by the steps outside.
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
