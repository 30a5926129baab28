import Publishing
import Survival

extension Estimate {
  /// A share of trials with its exact interval.
  public init(_ proportion: BinomialProportion) {
    self.init(proportion.value, proportion.interval.lower, proportion.interval.upper, kind: .share)
  }
}

extension Cell {
  /// A share of trials with its interval; missing where there is none.
  public static func share(_ proportion: BinomialProportion?) -> Cell {
    proportion.map { .estimate(Estimate($0)) } ?? .missing()
  }
}
