/// A quantile of the law that a sample of numbers comes from, with an interval that asks nothing of
/// the law.
///
/// The estimate is that of R's type 7: with h = (n - 1) p, x_(1 + floor h) and its successor,
/// interpolated. The interval is between two order statistics: x_(l) with the largest l such that
/// P(X <= l - 1) <= (1 - level)/2, and x_(u) with the smallest u such that P(X >= u) <= (1 -
/// level)/2, X binomial (n, p). Its coverage is at least the level for every law. A limit is nil
/// where n is too small for one.
///
/// Source: David and Nagaraja, Order Statistics (2003), section 7.1.
public struct SampleQuantile: Equatable, Sendable {
  /// The estimate.
  public let value: Double
  /// The lower limit.
  public let lower: Double?
  /// The upper limit.
  public let upper: Double?

  /// The quantile at `probability` of a sample; nil when it is empty. Sorts it: O(n log n).
  ///
  /// - Precondition: `probability` is in 0...1, and no number is a NaN.
  public init?(_ sample: [Double], at probability: Double, level: ConfidenceLevel = .standard) {
    self.init(sorted: sample.sorted(), at: probability, level: level)
  }

  /// The same for a sample in ascending order.
  public init?(sorted: [Double], at probability: Double, level: ConfidenceLevel = .standard) {
    precondition((0...1).contains(probability), "a quantile is at a probability")
    let count = sorted.count
    guard count > 0 else { return nil }
    let place = Double(count - 1) * probability
    let below = Int(place)
    let above = min(below + 1, count - 1)
    let share = place - Double(below)
    // Not below + share (above - below): the difference of two large numbers can be infinite.
    value = share == 0 ? sorted[below] : (1 - share) * sorted[below] + share * sorted[above]
    let law = BinomialLaw(trials: count, x: probability, y: 1 - probability)
    let tail = (1 - level.value) / 2
    // The first l, counted from 0, with P(X <= l) beyond the tail: limits are the order statistics
    // l, counted from 1, and so on.
    let l = (0..<(count + 1)).bisected { law.atMost($0) > tail }
    let u = (0..<(count + 1)).bisected { law.atLeast($0) <= tail }
    lower = l >= 1 ? sorted[l - 1] : nil
    upper = u >= 1 && u <= count ? sorted[u - 1] : nil
  }
}
