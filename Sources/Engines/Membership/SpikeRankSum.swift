import AbsorbingSets

/// The rank sum of a layer with at most one squared singular value above alpha, from that value and
/// two traces.
///
/// With x_1 >= x_2 >= ... >= x_n the squared singular values, p and q the sums of the x_i and of
/// the x_i^2, t = p - x_1, and x_2 <= alpha,
///
///     sum_i f(x_i) = F(x_1),    F(x) = f(x) + 2 (p - x)/alpha - (q - x^2)/alpha^2,
///     f(x_1) + f(t) <= F(x_1) <= f(x_1) + 2t/alpha - t^2/((n - 1) alpha^2)
///
/// with f of `ApproximateRank`, since t^2/(n - 1) <= q - x_1^2 <= t^2. F does not fall: F' is 0
/// below alpha and 2 (x - alpha)/alpha^2 above. With a unit vector v, rho = ||W v||^2 and e = ||W^T
/// W v - rho v||,
///
///     rho <= x_1 <= rho + e^2 / (rho - beta)    for any beta with x_2 <= beta < rho
///
/// (Temple); beta = p - rho will do. One power iteration or two bring the sides together where x_1
/// is far above the rest. Only where the second line leaves the threshold open is q asked for: the
/// Gram matrix, rows x rows / 2 times a row's length.
struct SpikeRankSum {
  /// Bounds of the rank sum.
  private(set) var low: Double
  private(set) var high: Double

  /// `nil` where no value stands out.
  ///
  /// - Parameters:
  ///   - p: ||W||_F^2.
  ///   - vector: near the right singular vector of x_1, of length 1.
  ///   - threshold: on which side of it the rank sum lies is to be known.
  ///   - rounding: the relative error of a sum over the layer.
  init?(
    _ layers: WideLayers, layer: Int, squaredNorm p: Double, near vector: [WideLayers.Vector],
    alpha: Double, threshold: Double,
    rounding: Double
  ) {
    guard
      let (below, above) = Self.leading(layers, layer, p, vector, alpha: alpha, rounding: rounding)
    else { return nil }
    let count = ApproximateRank(alpha: alpha)
    let others = Double(max(min(layers.widths[layer], layers.widths[layer - 1]) - 1, 1))
    let (least, most) = (max(p * (1 - rounding) - above, 0), p * (1 + rounding) - below)
    low = count(below) + count(least) - 1e-12
    high = count(above) + 2 * most / alpha - least * least / (others * alpha * alpha) + 1e-12
    guard low <= threshold, high > threshold else { return }
    let q = layers.gramTraces(layer, rows: 0..<(4 * layers.padded[layer])).ofSquare
    func sum(_ x: Double) -> Double {
      count(x) + 2 * (p - x) / alpha - (q - x * x) / (alpha * alpha)
    }
    let slack = 4 * rounding * (p / alpha + (q + above * above) / (alpha * alpha))
    (low, high) = (max(low, sum(below) - slack), min(high, sum(above) + slack))
  }

  /// Bounds of x_1; `nil` unless it is far above all others, and these are below alpha.
  private static func leading(
    _ layers: WideLayers, _ layer: Int, _ p: Double, _ vector: [WideLayers.Vector], alpha: Double,
    rounding: Double
  ) -> (below: Double, above: Double)? {
    var unit = vector
    for turn in 0..<3 {
      let image = layers.rowProducts(layer, with: unit)
      let rho = LeadingValues.normalized(image).square
      let turned = layers.rowCombination(layer, of: image)
      let error = LeadingValues.normalized(zip(turned, unit).map { $0 - rho * $1 }).square
      let beta = p * (1 + rounding) - rho
      guard rho > 2 * beta, beta < alpha else { return nil }
      let (below, above) = (rho * (1 - rounding), rho * (1 + rounding) + error / (rho - beta))
      if turn == 2 || above - below <= 3 * rounding * p { return (below, above) }
      unit = LeadingValues.normalized(turned).vector
    }
    return nil
  }
}
