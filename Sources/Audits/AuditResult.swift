import AbsorbingSets

/// What an audit of one set has found.
public struct AuditResult: Equatable, Sendable {
  /// The set.
  public let set: AbsorbingSet
  /// How many chains have entered it.
  public let entered: Int
  /// How many of the drawn steps found their chain outside again.
  public let outside: Int
  /// How many of the drawn steps come after their chain has diverged: nothing is there.
  public let diverged: Int
  /// How many of the chains that were looked at were found inside at a drawn step. Pushed points
  /// can be from fewer: their groups say from how many.
  public let chains: Int
  /// What was found, by kind and phase, in the order of the kinds and then of the steps.
  public let groups: [AuditGroup]

  init(
    set: AbsorbingSet, entered: Int, outside: Int, diverged: Int, chains: Int, groups: [AuditGroup]
  ) {
    (self.set, self.entered, self.outside, self.diverged) = (set, entered, outside, diverged)
    (self.chains, self.groups) = (chains, groups)
  }
}
