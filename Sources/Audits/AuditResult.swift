import AbsorbingSets

/// What an audit of one set has found.
public struct AuditResult: Equatable, Sendable {
  /// The set.
  public let set: AbsorbingSet
  /// How many chains have entered it.
  public let entered: Int
  /// How many of the drawn steps found their chain outside again.
  public let outside: Int
  /// How many chains have points that were searched.
  public let chains: Int
  /// What was found, by kind and phase, in the order of the kinds and then of the steps.
  public let groups: [AuditGroup]

  init(set: AbsorbingSet, entered: Int, outside: Int, chains: Int, groups: [AuditGroup]) {
    (self.set, self.entered, self.outside, self.chains, self.groups) = (set, entered, outside, chains, groups)
  }
}
