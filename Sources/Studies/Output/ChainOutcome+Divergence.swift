import Dynamics

extension ChainOutcome {
  /// Whether the chain entered and diverged later, while it was followed: nothing else ends a follow-up before its `follow` steps.
  func divergesAfterEntry(follow: Int) -> Bool { kind == .entered && stepsFollowed < follow }
}
