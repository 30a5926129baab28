/// Why survival data or a question about them was refused. Observations are counted from 0 in the values, from 1 in the sentences.
public enum SurvivalError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A sample without observations.
  case emptySample
  /// There is not one event flag for each time.
  case unequalLengths(times: Int, observed: Int)
  /// There is not one entry for each time.
  case unequalEntries(times: Int, entries: Int)
  /// There is not one group for each time.
  case unequalGroups(times: Int, groups: Int)
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
  /// A rate's exposure is negative, infinite, not a number, or so small that the rate is not a finite number.
  case exposure(Double)
  /// Events with no exposure: no rate explains them.
  case eventsWithoutExposure(Int)
  /// A number of bootstrap replicates is below 1 or above `Bootstrap.mostReplicates`.
  case replicates(Int)
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
    case .level(let value): "confidence level \(value) is refused; a number between 0 and 1, such as 0.95, is needed"
    case .probability(let value): "probability \(value) is refused; a number above 0 and at most 1 is needed"
    case .horizon(let value): "horizon \(value) is refused; a finite number above 0 is needed"
    case .window(let start, let end):
      "the window from \(start) to \(end) is refused; two numbers, the first not above the second, are needed"
    case .trialProbability(let value): "probability \(value) of a trial is refused; a number from 0 to 1 is needed"
    case .proportion(let events, let trials):
      "\(events) events in \(trials) trials give no proportion; 0 <= events <= trials and 1 <= trials <= "
        + "\(BinomialProportion.largestCount) are needed"
    case .eventCount(let value): "\(value) events are refused; a count from 0 to \(PoissonRate.largestCount) is needed"
    case .exposure(let value): "exposure \(value) is refused; a finite number from 0 up, large enough for a finite rate, is needed"
    case .eventsWithoutExposure(let events): "\(events) events at exposure 0 give no rate; a positive exposure is needed"
    case .replicates(let value):
      "\(value) bootstrap replicates are refused; a whole number from 1 to \(Bootstrap.mostReplicates) is needed"
    case .numerical(let method, let status): "\(method) did not end (GSL status \(status)); please report the numbers that led here"
    }
  }
}
