import AbsorbingSets

/// The largest alpha for which no exit was found.
///
/// For every alpha that is tried, chains are run to their entry into B_r(alpha), their points are
/// drawn and pushed anew, and searched: a point counts only where it is inside B_r(alpha). Where
/// the set's own alpha has no exit, alpha is doubled until there is one; where it has, the other
/// end is 2^-20 of it. What lies between is bisected on the logarithmic scale. Where exits come and
/// go with alpha, one of the borders is found. An alpha without a point to search says nothing of
/// exits: on the way up the search ends there, and from below it is bisected towards.
public struct AlphaSearch: Equatable, Sendable {
  /// The points that a statement is about.
  public enum Scope: String, CaseIterable, Sendable {
    /// Points where SGD was.
    case visited
    /// Points pushed to the edge of the rank, the only condition that alpha has a part in.
    case rankEdge = "pushed to the edge of the rank"
    /// Points pushed to the edges of balance and bound, and to corners.
    case otherEdges = "pushed to other edges and corners"

    /// Their kinds.
    public var kinds: [PointKind] {
      PointKind.allCases.filter { kind in
        switch kind {
        case .visited: self == .visited
        case .rank, .rankOfOneLayer: self == .rankEdge
        case .balance, .balanceTurned, .bound, .rankAndBalance, .rankAndBound, .corner:
          self == .otherEdges
        }
      }
    }
  }

  /// An alpha, and how many points and chains were searched there.
  public struct Trial: Equatable, Sendable {
    /// alpha.
    public let alpha: Double
    /// How many points.
    public let points: Int
    /// How many chains they are from.
    public let chains: Int
  }

  /// The points.
  public let scope: Scope
  /// The largest alpha tried with points and without an exit below `with`; nil where there was
  /// none.
  public let without: Trial?
  /// The smallest alpha tried with an exit above `without`, and how many points had been searched
  /// when it was found; nil where no alpha had one.
  public let with: Trial?
  /// The last alpha tried at which there was no point to search; nil where each had some.
  public let empty: Double?
  /// From here on the rank condition holds wherever the bound does: 2 C / (r + eps2), because
  /// f_alpha(x) <= 2 x / alpha. Nothing beyond is tried.
  public let ceiling: Double

  /// The smallest alpha that is tried, as a share of the set's own.
  private static let tiny = 0x1p-20
  /// How close the two come: a factor of 1 + 2^-6.
  private static let ratio = 1 + 0x1p-6

  /// Searches with an audit.
  ///
  /// - Parameter known: What the audit has found for the set whose alpha is searched from, at
  ///   points of all kinds.
  public init(_ audit: Audit, known: AuditResult, scope: Scope) {
    let set = known.set
    let sum = Double(set.rank) + set.epsilon2
    self.scope = scope
    ceiling = sum > 0 ? max(min(2 * set.bound / sum, 1e100), set.alpha) : set.alpha
    var without: Trial?
    var with: Trial?
    var empty: Double?
    // The lower end of what is bisected: `without`, or an alpha without points.
    var low: Double?
    func note(_ result: AuditResult) {
      let groups = result.groups.filter { scope.kinds.contains($0.kind) }
      let trial = Trial(alpha: result.set.alpha, points: groups.points, chains: groups.chains)
      if trial.points == 0 {
        (empty, low) = (trial.alpha, trial.alpha)
      } else if groups.exits > 0 {
        with = trial
      } else {
        (without, low) = (trial, trial.alpha)
      }
    }
    func attempt(_ alpha: Double) -> Bool {
      guard let tried = Self.set(set, alpha: alpha) else { return false }
      note(audit.result(tried, kinds: scope.kinds, untilExit: true))
      return true
    }
    note(known)
    if with != nil { _ = attempt(max(Self.tiny * set.alpha, 1e-100)) }
    while with == nil, empty == nil, let low, low < ceiling {
      guard attempt(min(2 * low, ceiling)) else { break }
    }
    while let lower = low, let high = with, high.alpha > lower * Self.ratio {
      guard attempt(lower.squareRoot() * high.alpha.squareRoot()) else { break }
    }
    (self.without, self.with, self.empty) = (without, with, empty)
  }

  private static func set(_ set: AbsorbingSet, alpha: Double) -> AbsorbingSet? {
    try? AbsorbingSet(
      rank: set.rank, alpha: alpha, epsilon1: set.epsilon1, epsilon2: set.epsilon2,
      bound: set.bound, balance: set.balance)
  }
}
