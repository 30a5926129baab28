import Publishing
import Survival

extension Cell {
  /// A share of trials with its interval.
  static func share(_ proportion: BinomialProportion?) -> Cell {
    guard let proportion else { return .missing() }
    return .estimate(
      Estimate(proportion.value, proportion.interval.lower, proportion.interval.upper, kind: .share))
  }
}
