import Publishing
import Survival

/// The rules by which verdicts follow from estimates and their intervals. Each is beside its
/// sentence for verdicts.md.
///
/// A claim holds where the interval supports it, not where it merely fails to contradict it: few
/// chains leave it undecided.
extension Verdict {
  /// The share of exceptions that contradicts a claim about every run: an interval that lies above
  /// 1 in 100.
  static let tolerance = 0.01
  /// The share of exceptions that must be excluded before such a claim holds, and the half-width
  /// that shares must be known to before they are equal.
  static let resolution = 0.05

  static let everyRunRule =
    "A claim about every run holds where the interval of the share of chains that break it reaches down to 1 in 100 and not above 1 in 20. Where all of the "
    + "interval is above 1 in 100 the same is asked of the chains that meet the condition: the claim holds with a condition, or, where that is broken too or no "
    + "chain meets it, does not reproduce. Otherwise it is undecided."

  /// A claim about every run: what `everyRunRule` says of the share that breaks it, and of the
  /// share that breaks it although the condition is met (nil: no chain met it).
  static func everyRun(breaking: BinomialProportion, breakingUnderTheCondition: BinomialProportion?)
    -> Verdict
  {
    if breaking.interval.lower <= tolerance {
      return breaking.interval.upper <= resolution ? .holds : .undecided
    }
    guard let condition = breakingUnderTheCondition, condition.interval.lower <= tolerance else {
      return .doesNotReproduce
    }
    return condition.interval.upper <= resolution ? .holdsWithACondition : .undecided
  }

  static let possibleRule =
    "A claim that something can happen holds where the interval of the share of chains in which it happens is above 0, and does not reproduce where it "
    + "is not and reaches at most up to 1 in 20; else it is undecided."

  /// A claim that something can happen, from the share of chains in which it does: see
  /// `possibleRule`.
  static func possible(_ share: BinomialProportion) -> Verdict {
    if share.interval.lower > 0 { return .holds }
    return share.interval.upper <= resolution ? .doesNotReproduce : .undecided
  }

  static let oneRunRule =
    "One run is typical where the share of chains up to its place is between 1/4 and 3/4 with all of its interval; an early or a late one, which is a condition, "
    + "where that is between 0.025 and 1/4, or 3/4 and 0.975; beyond the law where it is outside of 0.025 to 0.975. An interval that straddles a limit is undecided."

  /// A claim from the place of one run in a law, by the share of the law up to that place: see
  /// `oneRunRule`.
  static func oneRun(upTo share: BinomialProportion) -> Verdict {
    let (lower, upper) = (share.interval.lower, share.interval.upper)
    if upper < 0.025 || lower > 0.975 { return .doesNotReproduce }
    if lower >= 0.25, upper <= 0.75 { return .holds }
    let isOnOneSide = lower >= 0.025 && upper <= 0.25 || lower >= 0.75 && upper <= 0.975
    return isOnOneSide ? .holdsWithACondition : .undecided
  }

  static let fewRunsRule =
    "A claim about all of five runs holds where the probability that a repetition shows the same, with its interval, is above 1/2, and does not reproduce where "
    + "it is below 1/20; in between it holds with luck, which is a condition. An interval that straddles 1/2 or 1/20 is undecided."

  /// A claim about all of a few runs, by the interval of the probability that a repetition shows
  /// the same: see `fewRunsRule`.
  static func fewRuns(probability lower: Double, _ upper: Double) -> Verdict {
    if lower > 0.5 { return .holds }
    if upper < 0.05 { return .doesNotReproduce }
    return lower >= 0.05 && upper <= 0.5 ? .holdsWithACondition : .undecided
  }

  static let equalSharesRule =
    "Two shares are equal where the intervals of their paired difference hold 0 at all branches, at 95 % together (Tango's, each at 1 - 0.05/branches), and "
    + "reach less than 0.05 to either side of their middle; equal with a condition where not all hold 0, and such intervals let the success lie between the share "
    + "that has jumped by the branch and the share that has jumped by the lag after it. They are unequal where an interval contradicts that, or no lag is known. "
    + "Wider intervals leave it undecided."

  /// A claim that one share equals another, chain by chain, with differences at several places: see
  /// `equalSharesRule`. The success less the share that it should equal must not be below 0, and
  /// less that of the condition not above 0; without any difference under the condition there is
  /// none.
  static func equalShares(_ differences: [PairedProportion], underTheCondition: [PairedProportion])
    -> Verdict
  {
    if differences.allSatisfy({ $0.interval.contains(0) }) {
      return differences.allSatisfy(isKnown) ? .holds : .undecided
    }
    let isBetween =
      differences.allSatisfy { $0.interval.upper >= 0 }
      && underTheCondition.allSatisfy { $0.interval.lower <= 0 }
    guard isBetween, !underTheCondition.isEmpty else { return .doesNotReproduce }
    return (differences + underTheCondition).allSatisfy(isKnown) ? .holdsWithACondition : .undecided
  }

  private static func isKnown(_ difference: PairedProportion) -> Bool {
    (difference.interval.upper - difference.interval.lower) / 2 < resolution
  }

  static let aboveRule =
    "One share is above another where the interval of their difference is above 0, and is not where it is below 0; an interval around 0 is undecided."

  /// A claim that one quantity is above another, by the interval of their difference: see
  /// `aboveRule`.
  static func above(_ lower: Double, _ upper: Double) -> Verdict {
    if lower > 0 { return .holds }
    return upper < 0 ? .doesNotReproduce : .undecided
  }
}

/// What the data say of a claim.
public enum Verdict: String, CaseIterable, Equatable, Sendable {
  /// The claim holds as it is printed.
  case holds
  /// The claim holds under a condition that is not printed.
  case holdsWithACondition = "holds with a condition"
  /// The claim does not reproduce as it is printed.
  case doesNotReproduce = "does not reproduce as printed"
  /// The intervals are too wide to tell: there are too few chains.
  case undecided = "undecided: these chains do not tell"
}
