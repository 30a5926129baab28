import DeepLinear

/// The three numbers by which a network is in an absorbing set or not, each the worst over the
/// layers.
public struct SetReading: Equatable, Sendable {
  /// max_l || W_l W_l^T - W_{l+1}^T W_{l+1} || in the set's norm; nil when an entry is not finite.
  public let balance: Double?
  /// max_l sum_i f_alpha(s_i(W_l)^2); nil when an entry is not finite.
  public let rankSum: Double?
  /// max_l ||W_l||_F^2; nil when it is not finite.
  public let squaredNorm: Double?
  /// Where the network stands.
  public let standing: Standing
  private let set: AbsorbingSet

  /// Reads a network.
  public init(_ network: Network, in set: AbsorbingSet) {
    let membership = Membership(set)
    self.set = set
    standing = membership.standing(of: network)
    balance = Self.largest(
      zip(network.weights, network.weights.dropFirst()).map { membership.imbalance($0, $1) })
    rankSum = Self.largest(network.weights.map { membership.rankSum($0) })
    squaredNorm = Self.largest(network.weights.map(\.squaredNorm))
  }

  /// The smallest s <= r with the network in B_s; nil outside B_r.
  public var level: Int? { standing.level }

  /// What a condition compares.
  public func value(of condition: SetCondition) -> Double? {
    switch condition {
    case .balance: balance
    case .rank: rankSum
    case .bound: squaredNorm
    }
  }

  /// The largest value that a condition of `set` admits.
  public static func limit(of condition: SetCondition, in set: AbsorbingSet) -> Double {
    switch condition {
    case .balance: set.epsilon1
    case .rank: Double(set.rank) + set.epsilon2
    case .bound: set.bound
    }
  }

  /// The conditions that a network outside breaks, in their order; none of one inside.
  ///
  /// Numbers at a limit to rounding can be judged otherwise than they read: then it is the
  /// condition nearest to its limit.
  public var broken: [SetCondition] {
    guard standing.level == nil else { return [] }
    let over = SetCondition.allCases.map { condition in
      (condition, value(of: condition).map { $0 - Self.limit(of: condition, in: set) } ?? .infinity)
    }
    let broken = over.filter { $0.1 > 0 }.map(\.0)
    return broken.isEmpty ? over.max { $0.1 < $1.1 }.map { [$0.0] } ?? [] : broken
  }

  /// A network of one layer has nothing to balance: 0.
  private static func largest(_ values: [Double?]) -> Double? {
    values.reduce(0) { worst, value in
      guard let worst, let value, value.isFinite else { return nil }
      return max(worst, value)
    }
  }
}
