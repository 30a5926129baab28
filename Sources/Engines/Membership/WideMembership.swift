import AbsorbingSets
import DeepLinear

/// Membership of a wide network, decided without its singular values wherever the compressed
/// network can tell.
///
/// With W'_l and R_l of `Compression` and rho_l = ||R_l||_F, the squared singular values of W_l are
/// those of W'_l plus excesses that sum to rho_l^2, and f_alpha has slope 2/alpha at most: the rank
/// sum lies within [S', S' + 2 rho^2/alpha]. The balance of two layers is off by at most the sum of
/// 2 ||W'|| rho + rho^2 over both. Where these brackets straddle a threshold, `Membership` decides
/// by all singular values.
public struct WideMembership: Sendable {
  let membership: Membership
  let set: AbsorbingSet
  let count: ApproximateRank

  /// Membership in `set` and the sets of lower rank inside it.
  public init(_ set: AbsorbingSet) {
    self.set = set
    membership = Membership(set)
    count = ApproximateRank(alpha: set.alpha)
  }

  /// The smallest s <= r with the network in B_s, or `nil` outside B_r: the answer of
  /// `Membership.level`.
  public func level(of network: Network) -> Int? { standing(of: network).level }

  /// Where the network stands: the answer of `Membership.standing`.
  public func standing(of network: Network) -> Standing {
    standing(of: network, known: network.weights.map { _ in RankSumBounds() })
  }

  /// The same, with what is known of each layer's rank sum.
  func standing(of network: Network, known: [RankSumBounds]) -> Standing {
    let norms = network.weights.map(\.squaredNorm)
    let isBounded = norms.allSatisfy { $0 <= set.bound }
    guard norms.allSatisfy({ $0 <= AbsorbingSet.largestBound }) else { return .outside(.bound) }
    if isBounded, isNearOrigin(norms) { return .inside(level: 0) }
    guard let compression = Compression(network) else { return .outside(.bound) }
    // For rounding, which is relative to the norms in the Gram matrices and has slope 2/alpha in
    // the rank sums.
    let slack = 1e-12 * (1 + norms.reduce(0, +)) * max(1, 1e-2 / set.alpha)
    var (low, high): (Int?, Int?) = (0, 0)
    for (layer, bounds) in known.enumerated() {
      let rho = compression.dropped[layer]
      guard let values = SingularValues.squared(compression.network.weights[layer]) else {
        return .outside(.bound)
      }
      let sum = values.reduce(0) { $0 + count($1) }
      // No value of the wide layer is below the one of the compressed layer in its place, and the
      // tail adds f(tail) at least.
      let head = values.prefix(set.rank).reduce(0) { $0 + count($1) }
      let lower = max(max(sum, head + count(bounds.tail)) - slack, bounds.low)
      guard let admitted = membership.lowestRank(admitting: lower) else { return .outside(.rank) }
      low = low.map { max($0, admitted) }
      let upper = membership.lowestRank(
        admitting: min(sum + 2 * rho * rho / set.alpha + slack, bounds.high))
      high = high.flatMap { best in upper.map { max(best, $0) } }
    }
    guard isBounded else {
      return high == nil ? membership.standing(of: network) : .outside(.bound)
    }
    guard low == high, let level = low, let balanced = isBalanced(compression, slack: slack) else {
      return membership.standing(of: network)
    }
    return balanced ? .inside(level: level) : .outside(.balance)
  }

  /// Whether the norms alone put the network into B_0: f_alpha(x) <= 2x/alpha bounds the rank sums,
  /// and the layers' squared norms the difference of two Gram matrices in either norm.
  private func isNearOrigin(_ squaredNorms: [Double]) -> Bool {
    let sums = zip(squaredNorms, squaredNorms.dropFirst()).map { $0 + $1 }
    return squaredNorms.allSatisfy { 2 * $0 / set.alpha <= set.epsilon2 }
      && sums.allSatisfy { (set.balance == .spectral ? $0 : square($0)) <= set.epsilon1 }
  }

  /// Whether the balance holds, or `nil` when the bracket cannot tell.
  private func isBalanced(_ compression: Compression, slack: Double) -> Bool? {
    let errors = zip(compression.network.weights, compression.dropped).map { matrix, rho in
      2 * matrix.squaredNorm.squareRoot() * rho + rho * rho
    }
    var certain = true
    for layer in 0..<(errors.count - 1) {
      let (below, above) = (
        compression.network.weights[layer], compression.network.weights[layer + 1]
      )
      guard let measured = membership.imbalance(below, above) else { return false }
      let error = errors[layer] + errors[layer + 1] + slack
      let (lower, upper) =
        switch set.balance {
        case .spectral: (measured - error, measured + error)
        case .frobeniusSquared:
          (square(max(measured.squareRoot() - error, 0)), square(measured.squareRoot() + error))
        }
      if lower > set.epsilon1 { return false }
      if upper > set.epsilon1 { certain = false }
    }
    return certain ? true : nil
  }

  private func square(_ x: Double) -> Double { x * x }
}
