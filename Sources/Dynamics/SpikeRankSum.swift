import AbsorbingSets

/// The rank sum of a layer with at most one squared singular value above alpha, from two traces and that value.
///
/// With x_1 >= x_2 >= ... the squared singular values, p and q the sums of the x_i and of the x_i^2, and x_2 <= alpha,
///
///     sum_i f_alpha(x_i) = F(x_1),    F(x) = f_alpha(x) + 2 (p - x)/alpha - (q - x^2)/alpha^2,
///
/// and F does not fall: F' is 0 below alpha and 2 (x - alpha)/alpha^2 above. With a unit vector v, rho = ||W v||^2 and e = ||W^T W v - rho v||,
///
///     rho <= x_1 <= rho + e^2 / (rho - beta)    for any beta with x_2 <= beta < rho
///
/// (Temple); beta = p - rho will do. Two power iterations bring the two sides together where x_1 is far above the rest. Costs the Gram
/// matrix, about half the square of the rows times a row's length, when all else is cheap.
struct SpikeRankSum {
  /// Bounds of the rank sum.
  let low: Double
  let high: Double

  /// `nil` where no value stands out.
  ///
  /// - Parameters:
  ///   - vector: near the right singular vector of x_1, of length 1.
  ///   - rounding: the relative error of a sum over the layer.
  init?(_ layers: WideLayers, layer: Int, near vector: [WideLayers.Vector], alpha: Double, rounding: Double) {
    let count = ApproximateRank(alpha: alpha)
    let (p, q) = layers.gramTraces(layer, rows: 0..<(4 * layers.padded[layer]))
    var unit = vector
    var (below, above) = (0.0, Double.infinity)
    for _ in 0..<3 where !(above - below <= rounding * p) {
      let image = layers.rowProducts(layer, with: unit)
      let rho = LeadingValues.normalized(image).square
      let turned = layers.rowCombination(layer, of: image)
      let error = LeadingValues.normalized(zip(turned, unit).map { $0 - rho * $1 }).square
      let beta = p - rho
      guard rho > 2 * beta, beta * (1 + rounding) < alpha else { return nil }
      (below, above) = (rho * (1 - rounding), rho * (1 + rounding) + error / (rho - beta))
      unit = LeadingValues.normalized(turned).vector
    }
    func sum(_ x: Double) -> Double { count(x) + 2 * (p - x) / alpha - (q - x * x) / (alpha * alpha) }
    let slack = 4 * rounding * (p / alpha + (q + above * above) / (alpha * alpha))
    (low, high) = (sum(below) - slack, sum(above) + slack)
  }
}
