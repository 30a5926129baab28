import CGSL
import Survival

/// A share of the time of all chains, a ratio of two sums over chains, with an interval that allows
/// for what chains do in one piece.
///
/// The interval is normal on the scale of log odds. With R the share outside and F = exp(t s), s
/// the standard error of log R from the spread between chains (`ClusteredRate`), the odds of being
/// outside are known within the factor F^(1/(1 - R)) either way.
struct ShareOfTime {
  /// The share inside.
  let value: Double
  /// The lower limit; nil where chains do not differ, or are all inside or all outside, so that
  /// their spread is not known.
  let lower: Double?
  /// The upper limit.
  let upper: Double?

  init(_ value: Double, outside: ClusteredRate?) {
    self.value = value
    guard value > 0, value < 1, let limits = outside?.robust?.interval else {
      (lower, upper) = (nil, nil)
      return
    }
    let rest = 1 - value
    let factor = pow(limits.upper / rest, 1 / value)
    lower = value / (value + rest * factor)
    upper = value / (value + rest / factor)
  }
}
