import CMachine

/// Membership of networks whose layers are all 2 x 2, four at a time: closed forms throughout.
///
/// The scalar `Membership` uses the same code for such networks, so a chain is judged the same in any lane.
public struct PairMembership: Sendable {
  @usableFromInline let set: AbsorbingSet
  @usableFromInline let count: ApproximateRank

  /// Membership in `set`.
  public init(_ set: AbsorbingSet) {
    self.set = set
    count = ApproximateRank(alpha: set.alpha)
  }

  /// In which lanes the network is in B_r, and in which even in B_0.
  ///
  /// A lane with a NaN is in neither. Costs about 40 multiply-adds, 2 square roots and a division a layer.
  @inlinable @inline(__always)
  public func callAsFunction(
    layers: UnsafePointer<PairMatrix>, depth: Int
  ) -> (inside: SIMDMask<SIMD4<Int64>>, collapsed: SIMDMask<SIMD4<Int64>>) {
    var sums = SIMD4<Double>.zero
    var common = SIMDMask<SIMD4<Int64>>(repeating: true)
    for layer in 0..<depth {
      let matrix = layers[layer]
      let (first, second) = matrix.squaredSingularValues
      let sum = count(first) + count(second)
      // A NaN must not be lost in the maximum: it fails the bound, since the norm is NaN too.
      sums = sums.replacing(with: sum, where: sum .> sums)
      common = common .& (matrix.squaredNorm .<= set.bound)
    }
    common = common .& (sums .<= Double(set.rank) + set.epsilon2)
    // A chain on its way to the set is held out by its rank nearly always: the balance is left for later.
    guard any(common) else { return (common, common) }
    for layer in 1..<depth {
      common = common .& (Self.imbalance(layers[layer - 1], layers[layer], norm: set.balance) .<= set.epsilon1)
    }
    return (common, common .& (sums .<= set.epsilon2))
  }

  /// || W_l W_l^T - W_{l+1}^T W_{l+1} || in the given norm.
  @inlinable @inline(__always)
  public static func imbalance(_ below: PairMatrix, _ above: PairMatrix, norm: AbsorbingSet.BalanceNorm) -> SIMD4<Double> {
    let first = (below.a * below.a).addingProduct(below.b, below.b) - (above.a * above.a).addingProduct(above.c, above.c)
    let cross = (below.a * below.c).addingProduct(below.b, below.d) - (above.a * above.b).addingProduct(above.c, above.d)
    let second = (below.c * below.c).addingProduct(below.d, below.d) - (above.b * above.b).addingProduct(above.d, above.d)
    switch norm {
    case .spectral:
      let (mean, half) = (0.5 * (first + second), 0.5 * (first - second))
      return mean.replacing(with: -mean, where: mean .< 0) + rankfall_square_roots((half * half).addingProduct(cross, cross))
    case .frobeniusSquared:
      return (first * first).addingProduct(second, second).addingProduct(2 * cross, cross)
    }
  }
}
