import AbsorbingSets

/// What the rows of a wide layer say about its smaller singular values, a block of rows at a time:
/// a bulk that noise keeps up is seen in a few rows.
///
/// Let x_1 >= x_2 >= ... be the squared singular values of W, and p_b, q_b the traces of G and G^2
/// of the Gram matrix of block b of its rows.
///
/// - W^T W = sum_b W_b^T W_b, and the sum of the r largest eigenvalues is subadditive (Ky Fan): x_1
///   + ... + x_r <= sum_b min(p_b, sqrt(r q_b)), by Cauchy and Schwarz in each block. So the tail
///   beyond r sums to at least tau = sum_b (p_b - min(p_b, sqrt(r q_b))).
/// - f_alpha is concave with f(0) = 0, so it is subadditive, and it does not fall: sum_{i > r}
///   f(x_i) >= f(tau).
/// - For the same reasons x_1 <= c = sum_b min(p_b, sqrt(q_b)), f(x)/x does not rise, and sum_i
///   f(x_i) >= p f(c)/c with p = sum_b p_b.
///
/// And x_1 >= q_b / p_b of any block, a mean of its values weighted by themselves.
///
/// Leaving rows out lowers every squared singular value, or leaves it (interlacing), and so the
/// rank sum: what the first blocks say of themselves holds for W.
struct BulkTail {
  /// tau, but for a rounding.
  private(set) var tail = 0.0
  /// A lower bound of x_1: q_b / p_b of the block where that is most.
  private(set) var leading = 0.0
  private var trace = 0.0
  private var largest = 0.0

  /// The rows of a block: more ask for more work, fewer hide more of the bulk behind the largest
  /// values of each block.
  private static let blockRows = 8

  /// Measures the blocks of an inner layer from the first on, until `isEnough` says so.
  ///
  /// - Parameter rank: r, the number of values that the tail leaves out.
  init(
    _ layers: WideLayers, layer: Int, rank: Int, until isEnough: (BulkTail) -> Bool = { _ in false }
  ) {
    let rows = 4 * layers.padded[layer]
    for first in stride(from: 0, to: rows, by: Self.blockRows) {
      let (p, q) = layers.gramTraces(layer, rows: first..<min(first + Self.blockRows, rows))
      // 1e-11 p covers the rounding of p and of the root: at most some 1e4 terms, 1e-16 each.
      trace += p * (1 - 1e-11)
      tail += max(p * (1 - 1e-11) - (Double(rank) * q).squareRoot(), 0)
      largest += min(p, q.squareRoot()) * (1 + 1e-11)
      if p > 0 { leading = max(leading, q / p * (1 - 1e-11)) }
      if isEnough(self) { return }
    }
  }

  /// A lower bound of sum_i f(x_i), given one of the sum over i <= r.
  func rankSum(_ count: ApproximateRank, head: Double) -> Double {
    guard trace > 0, largest > 0 else { return head }
    return max(head + count(tail), trace * count(largest) / largest)
  }
}
