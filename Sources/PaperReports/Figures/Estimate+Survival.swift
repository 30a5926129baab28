import Publishing
import Survival

extension Estimate {
  /// A quantile of times with its interval.
  init(_ quantile: QuantileEstimate) {
    self.init(quantile.value, quantile.lower, quantile.upper, kind: .time)
  }
}
