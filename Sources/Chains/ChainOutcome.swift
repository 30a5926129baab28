import AbsorbingSets
import Ladder

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
  /// The first step in B_0, where the chain was seen there (it is watched until it ends, `follow`
  /// steps after its entry).
  public let collapseTime: Int?
  /// How often the chain left B_r in the `follow` steps after its entry, by what it broke.
  public let exits: ExitCounts
  /// How often it came back after an exit.
  public let reentries: Int
  /// How often it came back after an exit by rank.
  public let rankReentries: Int
  /// How many of the steps after its entry found it in B_r.
  public let stepsInside: Int
  /// How many steps were simulated in all, those after the entry included.
  public let steps: Int
  /// The step at which the weights left every bound: before the entry, while the chain was
  /// followed, or later, while it was still recorded; nil where that was not seen.
  public let divergence: Int?
  /// The rank of the minimum that gradient descent reaches from the chain's last state. Where
  /// gradient descent is given up, as in a quiet phase, the smallest s <= r with the state that it
  /// was left in in B_s, and nil outside B_r; nil where the chain or gradient descent has diverged.
  public let restingRank: Int?
  /// What the rung took from the minimum that gradient descent reaches from the chain's start; nil
  /// for rungs that need none.
  public let noise: MinimumNoise.Summary?
  /// What was recorded on the way.
  public let record: ChainRecord

  /// Makes an outcome.
  public init(
    kind: Kind, time: Int, collapseTime: Int?, exits: ExitCounts = ExitCounts(), reentries: Int = 0,
    rankReentries: Int = 0,
    stepsInside: Int = 0, steps: Int, divergence: Int? = nil, restingRank: Int? = nil,
    noise: MinimumNoise.Summary? = nil,
    record: ChainRecord = .empty
  ) {
    self.kind = kind
    self.time = time
    self.collapseTime = collapseTime
    self.exits = exits
    self.reentries = reentries
    self.rankReentries = rankReentries
    self.stepsInside = stepsInside
    self.steps = steps
    self.divergence = divergence
    self.restingRank = restingRank
    self.noise = noise
    self.record = record
  }

  /// How many steps it was followed after its entry; 0 when it never entered.
  public var stepsFollowed: Int { kind == .entered ? steps - time : 0 }
  /// Whether the chain entered and diverged after it, watched or only recorded.
  public var divergesAfterEntry: Bool { kind == .entered && divergence != nil }
}
