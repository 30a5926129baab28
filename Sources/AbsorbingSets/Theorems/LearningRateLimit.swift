/// One of the upper limits that a theorem sets to the learning rate.
public struct LearningRateLimit: Equatable, Sendable {
  /// What a step must not undo.
  public enum Reason: String, CaseIterable, Equatable, Sendable {
    /// ||W_l||_F^2 <= C stays true: Proposition D.2.
    case norm
    /// The balance stays within eps1: Proposition D.3.
    case balance
    /// The approximate rank near its threshold does not grow: Lemma D.7.
    case rank
    /// The approximate rank below its threshold grows by at most eps2/2: Lemma D.8.
    case smallRank = "small rank"
    /// Norms above C shrink: Theorem E.1.
    case shrinking
    /// The balance error shrinks: Theorem E.1.
    case balancing
  }

  /// What it is for.
  public let reason: Reason
  /// The largest learning rate that it allows.
  public let value: LogNumber

  /// The smallest of several limits, the first where two are equal: the one that binds.
  ///
  /// - Precondition: there is one.
  public static func binding(_ limits: [LearningRateLimit]) -> LearningRateLimit {
    precondition(!limits.isEmpty, "the smallest of no limits is not defined")
    return limits.dropFirst().reduce(limits[0]) { $1.value < $0.value ? $1 : $0 }
  }
}
