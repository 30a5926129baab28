import AbsorbingSets
import Publishing

extension Cell {
  /// log10 of a number; nothing, with the word "0", where the number is 0.
  static func decades(_ number: LogNumber) -> Cell {
    number.isZero ? .missing("the number is 0") : .number(number.log10, .decimals(2))
  }

  /// log10 of a probability.
  static func logarithm(_ probability: SmallProbability) -> Cell {
    guard probability.decades != nil else { return .missing("probability 0") }
    return probability.log10.isFinite
      ? .number(probability.log10, .significant(4)) : .missing("below -1e308")
  }

  /// log10 of -log10 of a probability.
  static func depth(_ probability: SmallProbability) -> Cell {
    guard let decades = probability.decades else { return .missing("probability 0") }
    return decades.isZero ? .missing("probability 1") : .number(decades.log10, .decimals(2))
  }
}

extension LearningRateLimit.Reason {
  /// What the limit is for and where it is proven.
  var words: String {
    switch self {
    case .norm: "norm (D.2)"
    case .balance: "balance (D.3)"
    case .rank: "rank (D.7)"
    case .smallRank: "small rank (D.8)"
    case .shrinking: "norm (E.1)"
    case .balancing: "balance (E.1)"
    }
  }
}
