import Publishing
import Survival

extension Estimate {
  /// A share of trials with its exact interval.
  init(_ proportion: BinomialProportion) {
    self.init(proportion.value, proportion.interval.lower, proportion.interval.upper, kind: .share)
  }

  /// A quantile of times with its interval.
  init(_ quantile: QuantileEstimate) {
    self.init(quantile.value, quantile.lower, quantile.upper, kind: .time)
  }
}
