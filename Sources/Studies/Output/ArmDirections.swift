import AbsorbingSets
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
    withExit = entered > 0 ? try BinomialProportion(events: tally.chainsWithExit, trials: entered) : nil
    let outside = try tally.outside.map { (totals) throws(SurvivalError) in try ClusteredRate(totals) }
    inside = stepsFollowed > 0 ? ShareOfTime(Double(stepsInside) / Double(stepsFollowed), outside: outside) : nil
  }
}
