import AbsorbingSets
import DeepLinear

/// What isotropic noise keeps alive in the directions that the data do not see, and what that adds
/// to the approximate rank: a chain whose floor is above epsilon2 is rarely in B_r, whatever the
/// basin it is in.
///
/// For L >= 3 the gradient of the data along a small singular direction of a layer is of order
/// s^(L-1). A weight there decays and is kicked,
///
///     w <- d w + sqrt(2 eta T/m) xi,   d = 1 - c_reg eta lambda/m,
///
/// m times a step, and tends to the law N(0, v) with v = (2 eta T/m)/(1 - d^2). About a network of
/// rank r, layer l has a (w_l - r) x (w_{l-1} - r) block of such weights, which adds E sum_i
/// f_alpha(s_i^2) (`GaussianRank`) to its sum; the largest over the layers is what epsilon2 stands
/// against. To first order: the blocks' effect on each other is left out.
///
/// Without decay (c_reg eta lambda = 0), or with one that overshoots (d <= -1), the noise piles up:
/// v is infinite. Without noise it is 0.
public struct NoiseFloor: Equatable, Sendable {
  /// v.
  public let variance: Double
  /// The largest E sum_i f_alpha(s_i^2) of a layer.
  public let expected: GaussianRank.Expectation
  /// epsilon2 of the event.
  public let allowed: Double

  /// Whether the floor alone is above what the event allows.
  public var isAbove: Bool { expected.value > allowed }

  /// The floor of `langevin` at the temperature T in a phase.
  ///
  /// nil for other rungs, whose noise does not live in all directions, and at depth 2, where the
  /// data act on every direction to first order.
  public init?(law: ChainLaw, phase: Schedule.Phase, temperature: Double, ranks: inout GaussianRank)
  {
    guard law.rung.family == .kicked(.everyWeight), law.shape.depth >= 3 else { return nil }
    let substeps = law.rung.substeps
    let kick = 2 * phase.learningRate * temperature / Double(substeps)
    let decay = law.convention.ridgeFactor * phase.learningRate * phase.ridge / Double(substeps)
    // 1 - d^2 without cancellation.
    let loss = decay * (2 - decay)
    variance = kick == 0 ? 0 : loss > 0 ? kick / loss : .infinity
    allowed = law.event.epsilon2
    let function = ApproximateRank(alpha: law.event.alpha)
    var largest = GaussianRank.Expectation(value: 0, standardError: 0)
    for (inner, outer) in zip(law.shape.widths, law.shape.widths.dropFirst()) {
      let block = (rows: outer - law.event.rank, columns: inner - law.event.rank)
      let here = ranks.expectation(
        rows: block.rows, columns: block.columns, variance: variance, rank: function)
      if here.value > largest.value { largest = here }
    }
    expected = largest
  }
}
