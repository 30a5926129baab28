/// The inner product with a stated order of rounding, so that every engine can give the same bits.
///
/// Fewer than 16 terms are added from left to right: a_0 b_0 is rounded, each further term is a
/// multiply-add. From 16 terms on there are four running sums, term k going to sum k mod 4, each
/// from zero by multiply-adds, and the result is (s_0 + s_1) + (s_2 + s_3): what four vector lanes
/// do.
public enum OrderedDot {
  /// From how many terms on the four running sums are used.
  public static let lanesFrom = 16

  /// The inner product of two sequences of `count` >= 1 terms.
  @inlinable
  public static func sum(count: Int, _ a: (Int) -> Double, _ b: (Int) -> Double) -> Double {
    guard count >= lanesFrom else {
      var total = a(0) * b(0)
      for k in 1..<max(count, 1) { total = total.addingProduct(a(k), b(k)) }
      return total
    }
    var sums = SIMD4<Double>.zero
    for k in 0..<count { sums[k % 4] = sums[k % 4].addingProduct(a(k), b(k)) }
    return (sums[0] + sums[1]) + (sums[2] + sums[3])
  }
}
