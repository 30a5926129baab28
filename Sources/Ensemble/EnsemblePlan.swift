import Dynamics

/// One arm of an ensemble: chains that share a law.
public struct Arm: Equatable, Sendable {
  /// The value of a swept key in this arm, as the study wrote it.
  public struct SweptValue: Equatable, Sendable {
    /// The dotted key, such as `network.depth`.
    public let key: String
    /// The value's text, such as `3`.
    public let value: String

    /// Makes a swept value.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// The rung of the noise ladder, as the study names it.
  public let dynamics: String
  /// The swept keys and this arm's values, in the study's order.
  public let swept: [SweptValue]
  /// What the arm's chains do.
  public let law: ChainLaw

  /// Makes an arm.
  public init(dynamics: String, swept: [SweptValue], law: ChainLaw) {
    self.dynamics = dynamics
    self.swept = swept
    self.law = law
  }
}

/// What an ensemble is to be: its arms, how many chains each, and the seed.
///
/// The chain (arm, chain) of a plan is a pure function of the arm's law, its index, the chain's index and the seed; so a plan
/// with more chains continues one with fewer.
public struct EnsemblePlan: Equatable, Sendable {
  /// The study's name.
  public let name: String
  /// The arms; an arm's index is its address in the random streams.
  public let arms: [Arm]
  /// How many chains each arm is to have, at least 1.
  public let chains: Int
  /// The seed of every random number.
  public let seed: UInt64
  /// A text that is the same for two plans exactly if their chains are: everything but the number of chains.
  public let identity: String

  /// Makes a plan.
  public init(name: String, arms: [Arm], chains: Int, seed: UInt64, identity: String) {
    self.name = name
    self.arms = arms
    self.chains = chains
    self.seed = seed
    self.identity = identity
  }
}
