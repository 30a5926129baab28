import Publishing
import Survival

/// The rules by which verdicts follow from estimates and their intervals.
extension Verdict {
  /// The share of exceptions up to which a claim about every run counts as kept: 1 in 100.
  static let tolerance = 0.01

  /// A claim about every run: it holds where the data do not contradict that 99 in 100 runs keep it (the interval of the share that breaks it
  /// reaches down to 0.01); with a condition where that is so of the runs that break it although the condition is met (nil: none met it); else it does not reproduce.
  static func everyRun(breaking: BinomialProportion, breakingUnderTheCondition: BinomialProportion?) -> Verdict {
    if breaking.interval.lower <= tolerance { return .holds }
    return (breakingUnderTheCondition?.interval.lower ?? 0) <= tolerance ? .holdsWithACondition : .doesNotReproduce
  }

  /// A claim from the place of one run in a law: it holds where the share of the law up to that place, with all of its interval, is between 1/4 and
  /// 3/4; it does not reproduce where all of it is beyond the central 95 %; else the run was an early or a late one.
  static func oneRun(upTo share: BinomialProportion) -> Verdict {
    let (lower, upper) = (share.interval.lower, share.interval.upper)
    if lower >= 0.25, upper <= 0.75 { return .holds }
    return upper < 0.025 || lower > 0.975 ? .doesNotReproduce : .holdsWithACondition
  }

  /// A claim about all of a few runs: it holds where the interval of the probability that a repetition shows the same is above 1/2; it does not
  /// reproduce where the interval is below 1/20; else it holds with luck.
  static func fewRuns(probability lower: Double, _ upper: Double) -> Verdict {
    if lower > 0.5 { return .holds }
    return upper < 0.05 ? .doesNotReproduce : .holdsWithACondition
  }

  /// A claim that one share equals another, chain by chain, with differences at several places: it holds where every interval of the
  /// difference holds 0; with a condition where no interval is below 0 and none of those under the condition above it; else it does not reproduce.
  static func equalShares(_ differences: [PairedProportion], underTheCondition: [PairedProportion]) -> Verdict {
    if differences.allSatisfy({ $0.interval.contains(0) }) { return .holds }
    let isBetween = differences.allSatisfy { $0.interval.upper >= 0 } && underTheCondition.allSatisfy { $0.interval.lower <= 0 }
    return isBetween ? .holdsWithACondition : .doesNotReproduce
  }

  /// A claim that one quantity is above another: it holds where the interval of the difference is above 0; it does not reproduce where it is below 0;
  /// else the chains do not tell.
  static func above(_ lower: Double, _ upper: Double) -> Verdict {
    if lower > 0 { return .holds }
    return upper < 0 ? .doesNotReproduce : .holdsWithACondition
  }
}
