/// How a chain ended.
public struct ChainOutcome: Equatable, Sendable {
  /// The three ways in which a chain's waiting for its event ends.
  public enum Kind: String, CaseIterable, Equatable, Sendable {
    /// The chain entered B_r.
    case entered
    /// The horizon came first.
    case censored
    /// The weights left every bound first.
    case diverged
  }

  /// How it ended.
  public let kind: Kind
  /// The step of the entry, the horizon, or the step of the divergence.
  public let time: Int
  /// The first step in B_0, where the chain was seen there (it is watched until it ends, `follow` steps after its entry).
  public let collapseTime: Int?
  /// How often the chain left B_r in the `follow` steps after its entry.
  public let exits: Int
  /// How many steps were simulated in all, those after the entry included.
  public let steps: Int

  /// Makes an outcome.
  public init(kind: Kind, time: Int, collapseTime: Int?, exits: Int, steps: Int) {
    self.kind = kind
    self.time = time
    self.collapseTime = collapseTime
    self.exits = exits
    self.steps = steps
  }
}
