/// One of the three conditions of B_r, the gravest first: what an exit breaks.
@frozen
public enum SetCondition: String, CaseIterable, Codable, Comparable, Sendable {
  /// Approximately rank r: the only one that speaks of the rank.
  case rank
  /// Bounded: every ||W_l||_F^2 <= C. A weight that is not finite breaks it.
  case bound
  /// Balanced: neighbouring layers agree within eps1.
  case balance

  /// The graver of two is the smaller.
  public static func < (a: SetCondition, b: SetCondition) -> Bool { a.gravity < b.gravity }

  private var gravity: Int {
    switch self {
    case .rank: 0
    case .bound: 1
    case .balance: 2
    }
  }
}

/// Where a network stands to B_r and the sets of lower rank inside it.
@frozen
public enum Standing: Equatable, Sendable {
  /// In B_s and in no smaller set.
  case inside(level: Int)
  /// Outside B_r, and the gravest condition that it breaks.
  case outside(SetCondition)

  /// The smallest s <= r with the network in B_s; `nil` outside B_r.
  public var level: Int? { if case .inside(let level) = self { level } else { nil } }
}

/// Exits from B_r, each counted once, by the gravest condition that the chain broke before it came
/// back.
///
/// A chain that leaves by its balance and, while it is outside, gains rank as well has left by its
/// rank.
public struct ExitCounts: Equatable, Codable, Sendable {
  /// Exits at which the rank rose, whatever else was broken.
  public private(set) var rank: Int
  /// Exits beyond the bound that kept the rank.
  public private(set) var bound: Int
  /// Exits by the balance alone.
  public private(set) var balance: Int

  /// Makes counts.
  public init(rank: Int = 0, bound: Int = 0, balance: Int = 0) {
    (self.rank, self.bound, self.balance) = (rank, bound, balance)
  }

  /// All exits.
  public var total: Int { rank + bound + balance }

  /// The exits by one condition.
  public subscript(condition: SetCondition) -> Int {
    switch condition {
    case .rank: rank
    case .bound: bound
    case .balance: balance
    }
  }

  /// Adds counts.
  public static func += (a: inout ExitCounts, b: ExitCounts) {
    for condition in SetCondition.allCases { a.add(b[condition], by: condition) }
  }

  /// Adds to the exits by one condition.
  mutating func add(_ count: Int, by condition: SetCondition) {
    switch condition {
    case .rank: rank += count
    case .bound: bound += count
    case .balance: balance += count
    }
  }
}
