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
