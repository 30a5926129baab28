import DeepLinear

/// Membership of any network in the ladder B_0, B_1, ... by the definition.
public struct Membership: Sendable {
  /// The set, whose rank is the top of the ladder.
  public let set: AbsorbingSet
  private let count: ApproximateRank
  private let pairs: PairMembership

  /// Membership in `set` and the sets of lower rank inside it.
  public init(_ set: AbsorbingSet) {
    self.set = set
    count = ApproximateRank(alpha: set.alpha)
    pairs = PairMembership(set)
  }

  /// The smallest rank s <= r such that the network is in B_s, or `nil` outside B_r.
  ///
  /// A network with a weight that is not finite is outside. Conditions are tried from the gravest
  /// on: the rank of the two outer layers, the rank of the others, the bound, the balance. Costs an
  /// eigenvalue problem a layer where a layer is larger than 2 x 2 on its smaller side.
  public func level(of network: Network) -> Int? { standing(of: network).level }

  /// Where the network stands: the same with, for a network outside B_r, the gravest condition that
  /// it breaks.
  public func standing(of network: Network) -> Standing {
    // The pairs tell B_0 from B_r, which is all there is for r <= 1.
    if set.rank <= 1, network.weights.allSatisfy({ $0.rows == 2 && $0.columns == 2 }) {
      return pairStanding(network)
    }
    let norms = network.weights.map(\.squaredNorm)
    guard norms.allSatisfy({ $0 <= AbsorbingSet.largestBound }) else { return .outside(.bound) }
    var level = 0
    let outer = [0, network.weights.count - 1]
    for layer in outer + (1..<(network.weights.count - 1)) {
      guard let sum = rankSum(network.weights[layer]) else { return .outside(.bound) }
      guard let needed = lowestRank(admitting: sum) else { return .outside(.rank) }
      level = max(level, needed)
    }
    guard norms.allSatisfy({ $0 <= set.bound }) else { return .outside(.bound) }
    for (below, above) in zip(network.weights, network.weights.dropFirst()) {
      guard let difference = imbalance(below, above), difference <= set.epsilon1 else {
        return .outside(.balance)
      }
    }
    return .inside(level: level)
  }

  /// sum_i f_alpha(s_i(W)^2); `nil` when an entry is not finite.
  public func rankSum(_ matrix: Matrix) -> Double? {
    SingularValues.squared(matrix)?.reduce(0) { $0 + count($1) }
  }

  /// The smallest s <= r with `rankSum` <= s + eps2, or `nil`.
  public func lowestRank(admitting rankSum: Double) -> Int? {
    (0...set.rank).first { rankSum <= Double($0) + set.epsilon2 }
  }

  /// || W_l W_l^T - W_{l+1}^T W_{l+1} || in the set's norm; `nil` when an entry is not finite.
  public func imbalance(_ below: Matrix, _ above: Matrix) -> Double? {
    if below.rows == 2, below.columns == 2, above.rows == 2 {
      let value = PairMembership.imbalance(
        PairMatrix(broadcasting: below), PairMatrix(broadcasting: above), norm: set.balance)[0]
      return value.isNaN ? nil : value
    }
    var difference = SingularValues.outerGram(below)
    let other = SingularValues.innerGram(above)
    for index in difference.elements.indices { difference.elements[index] -= other.elements[index] }
    switch set.balance {
    case .frobeniusSquared:
      let value = difference.squaredNorm
      return value.isNaN ? nil : value
    case .spectral:
      guard let values = SymmetricEigenvalues.descending(difference), let top = values.first,
        let bottom = values.last
      else {
        return nil
      }
      return max(abs(top), abs(bottom))
    }
  }

  private func pairStanding(_ network: Network) -> Standing {
    let layers = network.weights.map(PairMatrix.init(broadcasting:))
    return layers.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a network has layers") }
      return pairs(layers: base, depth: buffer.count).standing(lane: 0, rank: set.rank)
    }
  }
}
