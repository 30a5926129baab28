import AbsorbingSets

/// Membership of a network in the full-width engine's memory, for every step: decided from norms,
/// products with a few vectors and a few rows wherever these can.
///
/// For r <= 1 and s_l of `LeadingValues`, a lower bound of the largest squared singular value, with
/// p_l = ||W_l||_F^2:
///
/// - the rank sum is at most r + 2 (p_l - s_l)/alpha (r = 0: 2 p_l / alpha), since f_alpha <= 1 and
///   f_alpha(x) <= 2x/alpha;
/// - it is at least f_alpha(s_l) and what `BulkTail` adds to it;
/// - || W_l W_l^T - W_{l+1}^T W_{l+1} ||_F^2 <= p_l^2 + p_{l+1}^2 - 2 s_l s_{l+1}, since ||W_{l+1}
///   W_l||_F^2 >= ||W_{l+1} W_l v_{l-1}||^2 = s_l s_{l+1} and ||W W^T||_F <= ||W||_F^2.
///
/// Where these leave a rank sum open, `SpikeRankSum` has it almost exactly; what is open then goes
/// through the compressed network and, last, all singular values. For r >= 2 the tails of
/// `BulkTail` help the compressed network.
extension WideMembership {
  /// What is known of a layer's rank sum.
  struct RankSumBounds {
    var low = 0.0
    var high = Double.infinity
    /// A lower bound of the sum of the squared singular values beyond the r-th.
    var tail = 0.0
  }

  /// What can be said of a network without its singular values.
  enum Verdict {
    case outside(SetCondition)
    /// Outside B_r by its norms; what else is broken is not known.
    case unbounded
    /// In B_s and in no smaller set.
    case inside(Int)
    /// Known are bounds of the layers' rank sums.
    case open([RankSumBounds])
  }

  /// Where the network stands: the answer of `Membership.standing`. Of one that is outside, the
  /// condition is to be relied on only where it is asked why: beyond the bound that costs more.
  package func standing(of layers: WideLayers, isAskedWhy: Bool = true) -> Standing {
    switch verdict(on: layers) {
    case .outside(let condition): .outside(condition)
    case .inside(let level): .inside(level: level)
    case .unbounded: isAskedWhy ? standing(of: layers.network) : .outside(.bound)
    case .open(let known): standing(of: layers.network, known: known)
    }
  }

  /// What norms, products with a few vectors and a few rows say.
  func verdict(on layers: WideLayers) -> Verdict {
    layers.flush()
    guard layers.squaredNorm <= AbsorbingSet.largestBound else { return .outside(.bound) }
    if layers.depth > 2, set.rank <= 1 {
      // The first few rows are enough wherever noise is strong.
      let first = BulkTail(layers, layer: 2, rank: set.rank) { _ in true }
      if first.rankSum(count, head: set.rank == 0 ? 0 : count(first.leading)) > certain {
        return .outside(.rank)
      }
    }
    let norms = layers.squaredNorms
    let rounding = Double.ulpOfOne * Double(layers.count / 2 + 1_000)
    guard norms.allSatisfy({ $0 <= set.bound * (1 + rounding) }) else { return .unbounded }
    guard set.rank <= 1 else { return .open(tails(of: layers)) }

    let leading = LeadingValues(layers)
    var known = [RankSumBounds](repeating: RankSumBounds(), count: layers.depth)
    // Noise shows most in the inner layers.
    for layer in Array(2..<max(layers.depth, 2)) + [1, layers.depth] {
      known[layer - 1] = bounds(
        of: layer, in: layers, norm: norms[layer - 1], leading: leading, rounding: rounding)
      if known[layer - 1].low > admitted { return .outside(.rank) }
    }
    guard norms.allSatisfy({ $0 <= set.bound * (1 - rounding) }),
      known.allSatisfy({ $0.high <= admitted }),
      isBalanced(norms, leading.squares, rounding: rounding)
    else { return .open(known) }
    if set.rank == 0 { return .inside(0) }
    // In B_1; one layer is enough to be outside B_0.
    return leading.squares.contains { count($0 * (1 - rounding)) > set.epsilon2 + 1e-9 }
      ? .inside(1) : .open(known)
  }

  /// The largest rank sum in B_r.
  private var admitted: Double { Double(set.rank) + set.epsilon2 }
  /// A rank sum above this is too large whatever the rounding.
  private var certain: Double { admitted + 1e-9 }

  private func bounds(
    of layer: Int, in layers: WideLayers, norm: Double, leading: LeadingValues, rounding: Double
  ) -> RankSumBounds {
    let head = set.rank == 0 ? 0 : leading.squares[layer - 1] * (1 - rounding)
    var bounds = RankSumBounds()
    bounds.high = Double(set.rank) + 2 * (norm * (1 + rounding) - head) / set.alpha
    if bounds.high <= admitted { return bounds }
    guard layer > 1, layer < layers.depth else {
      // The outer layers have few singular values.
      if let sum = membership.rankSum(layers.matrix(layer)) {
        (bounds.low, bounds.high) = (sum, sum)
      }
      return bounds
    }
    let tail = BulkTail(layers, layer: layer, rank: set.rank) {
      $0.rankSum(count, head: count(head)) > certain
    }
    bounds.tail = tail.tail
    bounds.low = tail.rankSum(count, head: count(head)) - 1e-9
    if bounds.low > admitted { return bounds }
    if set.rank == 1,
      let sum = SpikeRankSum(
        layers, layer: layer, squaredNorm: norm, near: leading.vectors[layer - 1], alpha: set.alpha,
        threshold: admitted,
        rounding: rounding)
    {
      (bounds.low, bounds.high) = (max(bounds.low, sum.low), min(bounds.high, sum.high))
    }
    return bounds
  }

  /// Whether norms and leading values put the balance within eps1.
  private func isBalanced(_ norms: [Double], _ squares: [Double], rounding: Double) -> Bool {
    (1..<norms.count).allSatisfy { layer in
      let (p, q) = (norms[layer - 1], norms[layer])
      let difference = p * p + q * q - 2 * squares[layer - 1] * squares[layer]
      let upper = max(difference, 0) + 4 * rounding * (p * p + q * q)
      return (set.balance == .spectral ? upper.squareRoot() : upper) <= set.epsilon1 * (1 - 1e-9)
    }
  }

  private func tails(of layers: WideLayers) -> [RankSumBounds] {
    (1...layers.depth).map { layer in
      var bounds = RankSumBounds()
      if layer > 1, layer < layers.depth {
        bounds.tail = BulkTail(layers, layer: layer, rank: set.rank).tail
      }
      return bounds
    }
  }
}
