import CMachine

/// Where the networks of four lanes stand.
@frozen
public struct PairStandings {
  /// The lanes in B_r.
  public let inside: SIMDMask<SIMD4<Int64>>
  /// The lanes that are even in B_0.
  public let collapsed: SIMDMask<SIMD4<Int64>>
  /// The lanes that keep the condition on the rank, or are beyond the limit of divergence.
  public let ranked: SIMDMask<SIMD4<Int64>>
  /// The lanes that keep the bound.
  public let bounded: SIMDMask<SIMD4<Int64>>

  @inlinable @inline(__always)
  init(
    inside: SIMDMask<SIMD4<Int64>>, collapsed: SIMDMask<SIMD4<Int64>>,
    ranked: SIMDMask<SIMD4<Int64>>, bounded: SIMDMask<SIMD4<Int64>>
  ) {
    (self.inside, self.collapsed, self.ranked, self.bounded) = (inside, collapsed, ranked, bounded)
  }

  /// One lane's, for a set of rank `rank`.
  @inlinable
  public func standing(lane: Int, rank: Int) -> Standing {
    if collapsed[lane] { return .inside(level: 0) }
    if inside[lane] { return .inside(level: rank) }
    return .outside(!ranked[lane] ? .rank : !bounded[lane] ? .bound : .balance)
  }
}

/// Membership of networks whose layers are all 2 x 2, four at a time: closed forms throughout.
///
/// The scalar `Membership` uses the same code for such networks, so a chain is judged the same in
/// any lane.
public struct PairMembership: Sendable {
  @usableFromInline let set: AbsorbingSet
  @usableFromInline let count: ApproximateRank

  /// Membership in `set`.
  public init(_ set: AbsorbingSet) {
    self.set = set
    count = ApproximateRank(alpha: set.alpha)
  }

  /// Where the network of each lane stands.
  ///
  /// A lane with a NaN is not bounded. Costs about 40 multiply-adds, 2 square roots and a division
  /// a layer.
  @inlinable @inline(__always)
  public func callAsFunction(layers: UnsafePointer<PairMatrix>, depth: Int) -> PairStandings {
    var sums = SIMD4<Double>.zero
    var bounded = SIMDMask<SIMD4<Int64>>(repeating: true)
    var limited = SIMDMask<SIMD4<Int64>>(repeating: true)
    for layer in 0..<depth {
      let matrix = layers[layer]
      let (first, second) = matrix.squaredSingularValues
      let sum = count(first) + count(second)
      // A NaN must not be lost in the maximum: it fails the bound, since the norm is NaN too.
      sums = sums.replacing(with: sum, where: sum .> sums)
      bounded = bounded .& (matrix.squaredNorm .<= set.bound)
      limited = limited .& (matrix.squaredNorm .<= AbsorbingSet.largestBound)
    }
    // Beyond the limit of divergence the bound is what is broken.
    let ranked = .!limited .| (sums .<= Double(set.rank) + set.epsilon2)
    var common = bounded .& ranked
    // A chain on its way to the set is held out by its rank nearly always: the balance is left for
    // later.
    guard any(common) else {
      return PairStandings(inside: common, collapsed: common, ranked: ranked, bounded: bounded)
    }
    for layer in 1..<depth {
      common = common
        .& (Self.imbalance(layers[layer - 1], layers[layer], norm: set.balance) .<= set.epsilon1)
    }
    return PairStandings(
      inside: common, collapsed: common .& (sums .<= set.epsilon2), ranked: ranked, bounded: bounded
    )
  }

  /// || W_l W_l^T - W_{l+1}^T W_{l+1} || in the given norm.
  @inlinable @inline(__always)
  public static func imbalance(
    _ below: PairMatrix, _ above: PairMatrix, norm: AbsorbingSet.BalanceNorm
  ) -> SIMD4<Double> {
    let first =
      (below.a * below.a).addingProduct(below.b, below.b)
      - (above.a * above.a).addingProduct(above.c, above.c)
    let cross =
      (below.a * below.c).addingProduct(below.b, below.d)
      - (above.a * above.b).addingProduct(above.c, above.d)
    let second =
      (below.c * below.c).addingProduct(below.d, below.d)
      - (above.b * above.b).addingProduct(above.d, above.d)
    switch norm {
    case .spectral:
      let (mean, half) = (0.5 * (first + second), 0.5 * (first - second))
      return mean.replacing(with: -mean, where: mean .< 0)
        + rankfall_square_roots((half * half).addingProduct(cross, cross))
    case .frobeniusSquared:
      return (first * first).addingProduct(second, second).addingProduct(2 * cross, cross)
    }
  }
}
