/// Why survival data or a question about them was refused. Observations are counted from 0 in the
/// values, from 1 in the sentences.
public enum SurvivalError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A sample without observations.
  case emptySample
  /// There is not one event flag for each time.
  case unequalLengths(times: Int, observed: Int)
  /// There is not one entry for each time.
  case unequalEntries(times: Int, entries: Int)
  /// A group's number is below 0 or not below the number of groups.
  case group(Int, count: Int, observation: Int)
  /// An entry is negative, not a number, or not before its observation's time.
  case entry(Double, time: Double, observation: Int)
  /// A landmark is negative, not finite, or not before the last time.
  case landmark(Double, last: Double)
  /// A time is negative, infinite or not a number.
  case time(Double, observation: Int)
  /// A whole number is too large to be a `Double` exactly.
  case inexactTime(Int, observation: Int)
  /// A confidence level is not between 0 and 1.
  case level(Double)
  /// The probability of a quantile is not above 0 and at most 1.
  case probability(Double)
  /// The horizon of a restricted mean is not finite and positive.
  case horizon(Double)
  /// A band's window does not begin before its end, or an end of it is not a number.
  case window(from: Double, to: Double)
  /// A probability of a single trial is not from 0 to 1.
  case trialProbability(Double)
  /// A proportion's counts are impossible, or above `BinomialProportion.largestCount`.
  case proportion(events: Int, trials: Int)
  /// A rate's count of events is negative or above `PoissonRate.largestCount`.
  case eventCount(Int)
  /// A rate's exposure is negative, infinite, not a number, or so small that the rate is not a
  /// finite number.
  case exposure(Double)
  /// Events with no exposure: no rate explains them.
  case eventsWithoutExposure(Int)
  /// A number of bootstrap replicates is below 1 or above `Bootstrap.mostReplicates`.
  case replicates(Int)
  /// There are no groups, or more than `GroupedSample.mostGroups`.
  case groupCount(Int)
  /// There are more pairs of a group and a stratum than `GroupedSample.mostCells`.
  case cells(groups: Int, strata: Int)
  /// There is not one group for each time.
  case unequalGroups(times: Int, groups: Int)
  /// There is not one stratum for each time.
  case unequalStrata(times: Int, strata: Int)
  /// A stratum has not one sample, or nil, for each group.
  case unequalStratum(Int, samples: Int, groups: Int)
  /// The exponents of Fleming and Harrington's weights are negative or not finite.
  case exponents(rho: Double, gamma: Double)
  /// The groups' scores of a trend test are not finite, or not one for each group.
  case trendScores([Double], groups: Int)
  /// There is not one upper end for each lower end.
  case unequalBounds(lower: Int, upper: Int)
  /// The ends of an interval are negative, not numbers or in the wrong order, or the lower one is
  /// infinite.
  case interval(lower: Double, upper: Double, observation: Int)
  /// An entry is negative, not a number, or its observation's interval begins before it.
  case intervalEntry(Double, lower: Double, upper: Double, observation: Int)
  /// There is not one cause for each time.
  case unequalCauses(times: Int, causes: Int)
  /// A cause is negative, or above the number of causes that were announced or that are accepted.
  case cause(Int, most: Int, observation: Int)
  /// A number of causes is below 1 or above `CompetingRisksSample.mostCauses`.
  case causeCount(Int)
  /// A comparison of fewer than two groups.
  case tooFewGroups(Int)
  /// The exponent of a test's weight is negative, infinite or not a number.
  case weightExponent(Double)
  /// A method that has no answer for late entries was asked about a sample with some.
  case truncated(String)
  /// The cuts of a piecewise law are out of order, out of the data, or of an impossible number; the
  /// sentence says which.
  case cuts(String)
  /// A bandwidth is not finite and positive.
  case bandwidth(Double)
  /// There is not one observation of the second side for each of the first.
  case unequalPairs(first: Int, second: Int)
  /// A spread between pairs needs two of them.
  case tooFewPairs(Int)
  /// A number of a pair is not a number, or beyond `PairedDifference.largestNumber`.
  case pairedNumber(Double, pair: Int)
  /// Counts of pairs are negative, all 0, or more than `BinomialProportion.largestCount` together.
  case pairCounts(both: Int, firstOnly: Int, secondOnly: Int, neither: Int)
  /// The exposure of a cluster is neither 0 nor in `ClusterTotals.exposures`.
  case clusterExposure(Double)
  /// A numerical method did not end, which is a defect of this module; `status` is GSL's.
  case numerical(String, status: Int)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .emptySample: "the sample is empty; at least one observation is needed"
    case .unequalLengths(let times, let observed):
      "there are \(times) times but \(observed) event flags; one flag for each time is needed"
    case .unequalEntries(let times, let entries):
      "there are \(times) times but \(entries) entries; one entry for each time is needed"
    case .unequalGroups(let times, let groups):
      "there are \(times) times but \(groups) group numbers; one group for each time is needed"
    case .group(let group, let count, let observation):
      "group \(group) of observation \(observation + 1) is refused; a whole number from 0 up and below \(count) is needed"
    case .entry(let entry, let time, let observation):
      "entry \(entry) of observation \(observation + 1), whose time is \(time), is refused; a number from 0 up and below the time is needed"
    case .landmark(let value, let last):
      "landmark \(value) is refused; a number from 0 up and below the last time, \(last), is needed"
    case .time(let value, let observation):
      "time \(value) of observation \(observation + 1) is refused; a finite number from 0 up is needed"
    case .inexactTime(let value, let observation):
      "time \(value) of observation \(observation + 1) cannot be stored exactly; a whole number up to 2^53 is needed"
    case .level(let value):
      "confidence level \(value) is refused; a number between 0 and 1, such as 0.95, is needed"
    case .probability(let value):
      "probability \(value) is refused; a number above 0 and at most 1 is needed"
    case .horizon(let value): "horizon \(value) is refused; a finite number above 0 is needed"
    case .window(let start, let end):
      "the window from \(start) to \(end) is refused; two numbers, the first not above the second, are needed"
    case .trialProbability(let value):
      "probability \(value) of a trial is refused; a number from 0 to 1 is needed"
    case .proportion(let events, let trials):
      "\(events) events in \(trials) trials give no proportion; 0 <= events <= trials and 1 <= trials <= "
        + "\(BinomialProportion.largestCount) are needed"
    case .eventCount(let value):
      "\(value) events are refused; a count from 0 to \(PoissonRate.largestCount) is needed"
    case .exposure(let value):
      "exposure \(value) is refused; a finite number from 0 up, large enough for a finite rate, is needed"
    case .eventsWithoutExposure(let events):
      "\(events) events at exposure 0 give no rate; a positive exposure is needed"
    case .replicates(let value):
      "\(value) bootstrap replicates are refused; a whole number from 1 to \(Bootstrap.mostReplicates) is needed"
    case .groupCount(let value):
      "\(value) groups are refused; 1 to \(GroupedSample.mostGroups) are needed"
    case .cells(let groups, let strata):
      "\(strata) strata of \(groups) groups are refused; strata times groups must be at most \(GroupedSample.mostCells)"
    case .unequalStrata(let times, let strata):
      "there are \(times) times but \(strata) strata; one stratum for each time is needed"
    case .unequalStratum(let stratum, let samples, let groups):
      "stratum \(stratum + 1) has \(samples) samples for \(groups) groups; one sample, or none, for each group is needed"
    case .exponents(let rho, let gamma):
      "weights with exponents rho \(rho) and gamma \(gamma) are refused; two finite numbers from 0 up are needed"
    case .trendScores(let scores, let groups):
      "the scores \(scores) of a trend are refused; one finite number for each of the \(groups) groups is needed"
    case .unequalBounds(let lower, let upper):
      "there are \(lower) lower ends but \(upper) upper ends; one of each for each observation is needed"
    case .interval(let lower, let upper, let observation):
      "interval from \(lower) to \(upper) of observation \(observation + 1) is refused; "
        + "numbers with 0 <= lower <= upper and a finite lower end are needed"
    case .intervalEntry(let entry, let lower, let upper, let observation):
      "entry \(entry) of observation \(observation + 1), which lies between \(lower) and \(upper), is refused; a number from 0 up, at most "
        + "the lower end and below the upper one, is needed"
    case .unequalCauses(let times, let causes):
      "there are \(times) times but \(causes) causes; one cause for each time, 0 when censored, is needed"
    case .cause(let cause, let most, let observation):
      "cause \(cause) of observation \(observation + 1) is refused; 0 (censored) or a whole number from 1 to \(most) is needed"
    case .causeCount(let value):
      "\(value) causes are refused; a whole number from 1 to \(CompetingRisksSample.mostCauses) is needed"
    case .tooFewGroups(let value):
      "\(value) group is too few to compare; at least two groups are needed"
    case .weightExponent(let value):
      "exponent \(value) of the test's weight is refused; a finite number from 0 up is needed"
    case .truncated(let method):
      "\(method) is not defined with late entries; a sample that was watched from the beginning is needed"
    case .cuts(let sentence): sentence
    case .bandwidth(let value): "bandwidth \(value) is refused; a finite number above 0 is needed"
    case .unequalPairs(let first, let second):
      "there are \(first) observations on the first side but \(second) on the second; pairs need one of each"
    case .tooFewPairs(let value):
      "\(value) pair\(value == 1 ? " is" : "s are") too few to compare; at least two pairs are needed"
    case .pairedNumber(let value, let pair):
      "number \(value) of pair \(pair + 1) is refused; a number from -2^1000 to 2^1000 is needed"
    case .pairCounts(let both, let firstOnly, let secondOnly, let neither):
      "counts of pairs \(both), \(firstOnly), \(secondOnly), \(neither) are refused; whole numbers from 0 up with a sum from 1 to "
        + "\(BinomialProportion.largestCount) are needed"
    case .clusterExposure(let value):
      "exposure \(value) of a cluster is refused; 0, or a number from \(ClusterTotals.exposures.lowerBound) to "
        + "\(ClusterTotals.exposures.upperBound), is needed"
    case .numerical(let method, let status):
      "\(method) did not end (GSL status \(status)); please report the numbers that led here"
    }
  }
}
