import AbsorbingSets

/// The largest alpha for which no exit was found.
///
/// For every alpha that is tried, chains are run to their entry into B_r(alpha), their points are drawn and pushed anew, and searched: a point
/// counts only where it is inside B_r(alpha). From the set's own alpha on, alpha is doubled until there is an exit, or halved until there is none, and what
/// lies between is bisected on the logarithmic scale. Where exits come and go with alpha, one of the borders is found.
public struct AlphaSearch: Equatable, Sendable {
  /// An alpha, and how many points and chains were searched there.
  public struct Trial: Equatable, Sendable {
    /// alpha.
    public let alpha: Double
    /// How many points.
    public let points: Int
    /// How many chains they are from.
    public let chains: Int
  }

  /// The largest alpha tried without an exit below the smallest with one; nil where every alpha had an exit.
  public let without: Trial?
  /// The smallest alpha tried with an exit above it, and how many points had been searched when it was found; nil where no alpha had one.
  public let with: Trial?
  /// From here on the rank condition holds wherever the bound does: 2 C / (r + eps2), because f_alpha(x) <= 2 x / alpha. Nothing beyond is tried.
  public let ceiling: Double

  /// How many halvings below the set's own alpha are tried: a factor of 10^6.
  private static let halvings = 20
  /// How close the two come: a factor of 1 + 2^-6.
  private static let ratio = 1 + 0x1p-6

  /// Searches with an audit.
  ///
  /// - Parameters:
  ///   - known: What the audit has found for its law's own event.
  ///   - visited: Whether at visited points, or at pushed ones.
  public init(_ audit: Audit, known: AuditResult, visited: Bool) {
    let set = known.set
    let sum = Double(set.rank) + set.epsilon2
    ceiling = sum > 0 ? min(2 * set.bound / sum, 1e100) : set.alpha
    let kinds = visited ? [PointKind.visited] : PointKind.pushed
    let start = Self.trial(known, visited: visited)
    var (without, with): (Trial?, Trial?) = start.hasExit ? (nil, start.trial) : (start.trial, nil)
    func attempt(_ alpha: Double) -> Bool {
      guard let tried = Self.set(set, alpha: alpha) else { return false }
      let (trial, hasExit) = Self.trial(audit.result(tried, kinds: kinds, untilExit: true), visited: visited)
      if hasExit { with = trial } else { without = trial }
      return true
    }
    while with == nil, let low = without, low.alpha < ceiling {
      guard attempt(min(2 * low.alpha, ceiling)) else { break }
    }
    var halvings = 0
    while without == nil, let high = with, halvings < Self.halvings {
      halvings += 1
      guard attempt(0.5 * high.alpha) else { break }
    }
    while let low = without, let high = with, high.alpha > low.alpha * Self.ratio {
      guard attempt((low.alpha * high.alpha).squareRoot()) else { break }
    }
    (self.without, self.with) = (without, with)
  }

  private static func trial(_ result: AuditResult, visited: Bool) -> (trial: Trial, hasExit: Bool) {
    let groups = result.groups(visited: visited)
    let trial = Trial(alpha: result.set.alpha, points: groups.reduce(0) { $0 + $1.points }, chains: result.chains)
    return (trial, groups.contains { $0.exits > 0 })
  }

  private static func set(_ set: AbsorbingSet, alpha: Double) -> AbsorbingSet? {
    try? AbsorbingSet(
      rank: set.rank, alpha: alpha, epsilon1: set.epsilon1, epsilon2: set.epsilon2, bound: set.bound, balance: set.balance)
  }
}
