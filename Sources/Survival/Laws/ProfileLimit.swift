import CGSL

/// One limit of a profile-likelihood interval: the distance d from the estimate at which sqrt(2 (l
/// - profile(d))) has risen to `depth`.
///
/// That signed root is nearly linear in d, so Newton's method on it takes three or four rounds; a
/// bracket guards it.
///
/// Source: Venzon and Moolgavkar (1988), doi:10.2307/2347496, for the interval; DiCiccio and
/// Tibshirani (1991) for the root.
enum ProfileLimit {
  /// A profile log-likelihood less its maximum, at most 0, and its slope by the distance.
  typealias Point = (fall: Double, slope: Double)

  /// The distance, above 0; nil when the profile never falls so far before `furthest`, or is no
  /// number on the way.
  static func distance(
    depth: Double, start: Double, furthest: Double = 60, _ profile: (Double) -> Point
  ) -> Double? {
    var (low, high) = (0.0, Double.infinity)
    var distance = min(start, furthest / 4)
    for _ in 0..<100 {
      let (fall, slope) = profile(distance)
      guard !fall.isNaN, !slope.isNaN else { return nil }
      let root = max(0, -2 * fall).squareRoot()
      // The slope of the root is -slope/root. This near, one more step leaves only rounding.
      var next = distance + (depth - root) * root / -slope
      if abs(root - depth) <= 1e-6 * depth { return next }
      if root < depth { low = distance } else { high = distance }
      let most = high == .infinity ? 4 * distance : high
      if !(next > low && next < most) { next = high == .infinity ? most : (low + high) / 2 }
      if next > furthest { return nil }
      distance = next
    }
    return distance
  }
}
