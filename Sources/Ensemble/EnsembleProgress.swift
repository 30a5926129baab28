/// How far a run is.
public struct EnsembleProgress: Equatable, Sendable {
  /// Chains that are to be had in all arms.
  public let chains: Int
  /// Chains that were done before this run.
  public let doneBefore: Int
  /// Chains that this run has ended.
  public let ended: Int
  /// Entries among all chains that are done.
  public let entries: Int
  /// Steps that this run has moved chains by, in whole spans of 32.
  public let steps: Int
  /// Seconds since the run began.
  public let seconds: Double

  /// Chains done in all.
  public var done: Int { doneBefore + ended }
}

/// How a run came to its end.
public struct EnsembleRunSummary: Equatable, Sendable {
  /// The last progress.
  public let progress: EnsembleProgress
  /// Whether every chain of the plan is done; `false` after a stop.
  public let isComplete: Bool
}
