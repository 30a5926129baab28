import CGSL
import Dynamics
import Survival

/// Both directions of one arm's chains after their entries, in constant memory: exits by the steps inside, re-entries by the steps outside.
struct DirectionTally {
  private(set) var entered = 0
  private(set) var chainsWithExit = 0
  private(set) var stepsFollowed = 0
  private(set) var stepsInside = 0
  private(set) var exits = ClusterTotals()
  private(set) var reentries = ClusterTotals()
  /// The steps outside among those followed; nil once they are more than can be counted so.
  private(set) var outside: ClusterTotals? = ClusterTotals()

  /// Counts one chain.
  mutating func add(_ outcome: ChainOutcome) throws(SurvivalError) {
    guard outcome.kind == .entered else { return }
    let stepsOutside = outcome.stepsFollowed - outcome.stepsInside
    entered += 1
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

/// What they say.
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
  /// The chains with an exit, among those that entered; nil without any.
  let withExit: BinomialProportion?
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
    reentries = try ClusteredRate(tally.reentries)
    withExit = entered > 0 ? try BinomialProportion(events: tally.chainsWithExit, trials: entered) : nil
    let outside = try tally.outside.map { (totals) throws(SurvivalError) in try ClusteredRate(totals) }
    inside = stepsFollowed > 0 ? ShareOfTime(Double(stepsInside) / Double(stepsFollowed), outside: outside) : nil
  }
}

/// A share of the time of all chains, a ratio of two sums over chains, with an interval that allows for what chains do in one piece.
///
/// The interval is normal on the scale of log odds. With R the share outside and F = exp(t s), s the standard error of log R from the spread
/// between chains (`ClusteredRate`), the odds of being outside are known within the factor F^(1/(1 - R)) either way.
struct ShareOfTime {
  /// The share inside.
  let value: Double
  /// The lower limit; nil where chains do not differ, or are all inside or all outside, so that their spread is not known.
  let lower: Double?
  /// The upper limit.
  let upper: Double?

  init(_ value: Double, outside: ClusteredRate?) {
    self.value = value
    guard value > 0, value < 1, let limits = outside?.robust?.interval else {
      (lower, upper) = (nil, nil)
      return
    }
    let rest = 1 - value
    let factor = pow(limits.upper / rest, 1 / value)
    lower = value / (value + rest * factor)
    upper = value / (value + rest / factor)
  }
}
