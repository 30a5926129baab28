import CGSL

/// The probability that a Brownian bridge W on [0, 1] stays within +-c over a window of times, and
/// the c at which it is a given level.
///
/// With T = b - a, the bridge's law at a is normal with variance a (1 - a), and given W(a) = x, the
/// law of staying within +-c until b and being anywhere there is the method of images: a walker who
/// has touched +-c is cancelled by its mirror images. Integrated over W(b) in closed form,
///
///     P = integral_-c^c  phi(x/sqrt(a))/sqrt(a (1-a))  sum_k [w(x + 4 k c) - w(-x + (4 k + 2) c)]  dx
///     w(m) = exp(-m^2 / (2 (1-a))) (Phi((c - m s)/v) - Phi((-c - m s)/v)),   s = (1-b)/(1-a),   v = sqrt(s T)
///
/// which for a = 0 needs no integral, and for a = 0, b = 1 is Kolmogorov's sum of (-1)^k exp(-2 k^2
/// c^2).
///
/// Sources: Doob (1949), doi:10.1214/aoms/1177729991; Hall and Wellner (1980),
/// doi:10.1093/biomet/67.1.133; Billingsley, Convergence of Probability Measures (1968), section
/// 11.
enum BrownianBridge {
  /// P(|W(t)| <= c for all t in [a, b]), to about 10^-13, for 0 <= a <= b <= 1.
  static func probability(within c: Double, from a: Double, to b: Double) -> Double {
    let (length, rest) = (b - a, 1 - a)
    // Below this the probability is less than 10^-33, and the images are many.
    guard c > 0, c * c > length / 64 else { return 0 }
    let images = Images(
      c: c, rest: rest, shrink: (1 - b) / rest, spread: ((1 - b) / rest * length).squareRoot())
    if a == 0 { return images.staying(from: 0) }
    if length == 0 { return 1 - 2 * gsl_cdf_ugaussian_Q(c / (a * rest).squareRoot()) }
    // Twice the half from 0 to c. The integrand varies on the scale of W(a) near 0 and on that of
    // the window near c: panels that double.
    let (start, end) = ((a * rest).squareRoot(), length.squareRoot())
    let doubled = [0.25, 0.5, 1, 2, 4, 8]
    let ends = ([0, c] + doubled.map { $0 * start } + doubled.map { c - $0 * end }).filter {
      0 <= $0 && $0 <= c
    }.sorted()
    return zip(ends, ends.dropFirst()).reduce(0) { sum, panel in
      sum
        + GaussLegendre.integral(from: panel.0, to: panel.1) {
          exp(-$0 * $0 / (2 * a)) * images.staying(from: $0)
        }
    } * 2 / (2 * Double.pi * a * rest).squareRoot()
  }

  /// The c at which `probability` is `level`, to a relative 10^-12 at ordinary levels (beyond 1 -
  /// 10^-12 rounding of the probability shows).
  ///
  /// - Throws: `SurvivalError.numerical` when the root search fails.
  /// - Precondition: 0 <= a <= b <= 1 and some time is inside (0, 1).
  static func criticalValue(_ level: ConfidenceLevel, from a: Double, to b: Double)
    throws(SurvivalError) -> Double
  {
    // At least what the window's most variable time needs alone; at most what 2 exp(-2 c^2), which
    // is above 1 - P over all of [0, 1], says.
    let widest = min(max(0.5, a), b)
    let least = level.normalQuantile * (widest * (1 - widest)).squareRoot() * (1 - 1e-6)
    let most = (-log(level.tail) / 2).squareRoot() * (1 + 1e-6)
    guard probability(within: most, from: a, to: b) > level.value else { return most }
    return try BracketedRoot.find(in: least...most) {
      probability(within: $0, from: a, to: b) - level.value
    }
  }

  private struct Images {
    let c: Double
    let rest: Double
    let shrink: Double
    let spread: Double

    /// The sum over the images of a start x in [0, c]; of alternating sign and falling with their
    /// distance.
    func staying(from x: Double) -> Double {
      var sum = weight(x)
      var (sign, index) = (-1.0, 2.0)
      while true {
        let pair = weight(index * c - x) + weight(index * c + x)
        sum += sign * pair
        if pair < 1e-18 { return sum }
        (sign, index) = (-sign, index + 2)
      }
    }

    /// w of the formula; at b = 1 the bridge ends at 0, which is inside.
    private func weight(_ distance: Double) -> Double {
      let density = exp(-distance * distance / (2 * rest))
      guard spread > 0 else { return density }
      let centre = distance * shrink
      return density
        * (gsl_cdf_ugaussian_Q((centre - c) / spread) - gsl_cdf_ugaussian_Q((centre + c) / spread))
    }
  }
}
