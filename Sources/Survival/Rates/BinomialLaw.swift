import CGSL

/// The law of the number of events in `trials` independent trials, each with probability x = 1 - y;
/// both are kept, so that a small one has all its digits.
struct BinomialLaw {
  let trials: Int
  let x: Double
  let y: Double

  /// P(X <= k).
  func atMost(_ k: Int) -> Double {
    if k >= trials { return 1 }
    if k < 0 { return 0 }
    return IncompleteBeta.regularized(x: y, y: x, a: Double(trials - k), b: Double(k + 1))
  }

  /// P(X >= k).
  func atLeast(_ k: Int) -> Double {
    if k <= 0 { return 1 }
    if k > trials { return 0 }
    return IncompleteBeta.regularized(x: x, y: y, a: Double(k), b: Double(trials - k + 1))
  }

  /// log P(X = k), for x in (0, 1). With n = trials it is x^k y^(n-k)/B(k, n-k) over k (n-k)/n.
  func logProbability(_ k: Int) -> Double {
    if k == 0 { return Double(trials) * (y < 0.5 ? log(y) : log1p(-x)) }
    if k == trials { return Double(trials) * (x < 0.5 ? log(x) : log1p(-y)) }
    let (a, b) = (Double(k), Double(trials - k))
    let excess = x < y ? a - Double(trials) * x : Double(trials) * y - b
    let density =
      excess >= 0
      ? IncompleteBeta.logDensity(x: x, a: a, b: b, excess: excess)
      : IncompleteBeta.logDensity(x: y, a: b, b: a, excess: -excess)
    return density - log(a * (b / Double(trials)))
  }

  /// The exact two-sided p-value of k events: the probability of all outcomes that are no more
  /// likely than k, within a relative 10^-7 (R's `binom.test`, so that rounding does not decide
  /// about ties). The law has one peak, so these outcomes are two tails, and the far one's end is
  /// found by bisection, not by a sum over all.
  func twoSidedPValue(_ k: Int) -> Double {
    if x <= 0 { return k == 0 ? 1 : 0 }
    if y <= 0 { return k == trials ? 1 : 0 }
    let limit = logProbability(k) + 1e-7
    let mean = Double(trials) * x
    if Double(k) == mean { return 1 }
    if Double(k) < mean {
      let far = (Int(mean.rounded(.up))..<(trials + 1)).bisected { logProbability($0) <= limit }
      return min(atMost(k) + atLeast(far), 1)
    }
    // From the mean downwards: the k-th step away.
    let top = Int(mean.rounded(.down))
    let steps = (0..<(top + 1)).bisected { logProbability(top - $0) <= limit }
    return min(atLeast(k) + atMost(top - steps), 1)
  }
}
