import Chains
import RandomStreams

/// One arm of an ensemble: chains that share a law.
public struct Arm: Equatable, Sendable {
  /// The value of a swept key in this arm, as the study wrote it.
  public struct SweptValue: Equatable, Sendable, CustomStringConvertible {
    /// The dotted key, such as `network.depth`.
    public let key: String
    /// The value's text, such as `3`.
    public let value: String

    /// Makes a swept value.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }

    /// `network.depth = 3`.
    public var description: String { "\(key) = \(value)" }
  }

  /// The rung of the noise ladder, by its name.
  public let dynamics: String
  /// The swept keys and this arm's values, in the study's order.
  public let swept: [SweptValue]
  /// What the arm's chains do.
  public let law: ChainLaw
  /// The address of the arm's random numbers, the index of its point of the sweep.
  ///
  /// Arms of one stream, the rungs of one point, have common random numbers: their chains i start
  /// from the same theta_0 and, where their rungs draw the same thing, draw the same. So these arms
  /// are paired, chain by chain; arms of different streams are independent.
  public let stream: UInt32
  /// How many chains this arm is to have, at least 1, in place of the plan's number; nil for the
  /// plan's.
  public let chains: Int?

  /// Makes an arm.
  public init(
    dynamics: String, swept: [SweptValue], law: ChainLaw, stream: UInt32, chains: Int? = nil
  ) {
    self.dynamics = dynamics
    self.swept = swept
    self.law = law
    self.stream = stream
    self.chains = chains
  }

  /// The arm by what sets it apart: `sgd, network.depth = 3`.
  public var name: String { Self.name(dynamics, swept) }

  /// The name of arms that share a rung and some swept values.
  public static func name(_ dynamics: String, _ swept: [SweptValue]) -> String {
    ([dynamics] + swept.map(\.description)).joined(separator: ", ")
  }

  /// The same arm with the plan's number of chains.
  public var withPlannedChains: Arm {
    Arm(dynamics: dynamics, swept: swept, law: law, stream: stream)
  }
}

/// What an ensemble is to be: its arms, how many chains each, and the seed.
///
/// The chain (arm, chain) of a plan is a pure function of the arm's law, its stream, the chain's
/// index and the seed; so a plan with more chains continues one with fewer.
public struct EnsemblePlan: Equatable, Sendable {
  /// The study's name.
  public let name: String
  /// The arms; an arm's index is its key in the store, its stream the address of its random
  /// numbers.
  public let arms: [Arm]
  /// How many chains each arm without a number of its own is to have, at least 1.
  public let chains: Int
  /// The seed of every random number.
  public let seed: UInt64
  /// A text that is the same for two plans exactly if their chains are: everything but the number
  /// of chains.
  public let identity: String

  /// Makes a plan.
  public init(name: String, arms: [Arm], chains: Int, seed: UInt64, identity: String) {
    self.name = name
    self.arms = arms
    self.chains = chains
    self.seed = seed
    self.identity = identity
  }

  /// The random numbers of an arm.
  public func stream(of arm: Arm) -> RandomStream { RandomStream(seed: seed, index: arm.stream) }
  /// The swept keys, in the study's order.
  public var sweptKeys: [String] { arms.first?.swept.map(\.key) ?? [] }

  /// How many chains an arm is to have.
  public func chains(ofArm index: Int) -> Int { arms[index].chains ?? chains }

  /// How many chains all arms are to have together.
  public var totalChains: Int { arms.indices.reduce(0) { $0 + chains(ofArm: $1) } }
}
