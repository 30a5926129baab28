import CGSL

/// Maximizes a function of two parameters by Newton's method with exact derivatives.
///
/// Where the Hessian is not negative definite, it is shifted until it is; steps are cut at 2 in
/// each coordinate, and halved while they do not ascend. The search ends when the next step is
/// below 10^-7 standard errors, and that step is taken, so that what is left is rounding.
struct TwoParameterSearch {
  /// Where it ended.
  var point: SIMD2<Double>
  /// The function there.
  var jet: Jet
  /// Whether it converged.
  var isConverged = false
  /// Whether it came to rest where the function is flat in some direction, or ran out of the range.
  var isFlat = false
  /// The rounds it took.
  var rounds = 0

  static let mostRounds = 100

  /// - Parameter range: the first coordinate, and the second, stay within this of 0 and of twice
  ///   this; a search that leaves has run away.
  init(from start: SIMD2<Double>, range: Double = 25, _ function: (SIMD2<Double>) -> Jet) {
    (point, jet) = (start, function(start))
    while rounds < Self.mostRounds, jet.value.isFinite {
      rounds += 1
      let step = Self.step(jet)
      guard step.x.isFinite, step.y.isFinite else { return }
      let decrement = (step * jet.gradient).sum()
      let isConcave = Self.isConcave(jet.hessian)
      let hasRun = abs(point.x) > range || abs(point.y) > 2 * range
      if hasRun || (!isConcave && decrement < 1e-14) {
        isFlat = true
        return
      }
      let isLast = decrement < 1e-14 && isConcave
      var fraction = 1.0
      var next = function(point + step)
      while !isLast, !(next.value >= jet.value - 1e-13 * abs(jet.value)), fraction > 1e-10 {
        fraction /= 2
        next = function(point + fraction * step)
      }
      guard next.value.isFinite, fraction > 1e-10 else { return }
      (point, jet) = (point + fraction * step, next)
      if isLast {
        isConverged = true
        return
      }
    }
  }

  /// Whether a symmetric matrix, as a jet has it, is negative definite.
  static func isConcave(_ hessian: SIMD4<Double>) -> Bool {
    hessian.x < 0 && hessian.z < 0
      && hessian.x * hessian.z - hessian.y * hessian.y > 1e-14 * hessian.x * hessian.z
  }

  /// (-H + shift)^-1 gradient, cut.
  private static func step(_ jet: Jet) -> SIMD2<Double> {
    var hessian = jet.hessian
    let size = max(abs(hessian.x), abs(hessian.y), abs(hessian.z), 1e-300)
    var shift = 1e-3 * size
    while !isConcave(hessian), shift <= 10 * size {
      hessian = jet.hessian - SIMD4(shift, 0, shift, 0)
      shift *= 3
    }
    let step = TwoByTwo.product(TwoByTwo.inverse(-hessian), jet.gradient)
    return step * min(1, 2 / max(abs(step.x), abs(step.y), 2))
  }
}
