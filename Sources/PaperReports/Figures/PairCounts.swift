import Survival

/// The counts of pairs of yes and no.
struct PairCounts: Equatable {
  var both = 0
  var firstOnly = 0
  var secondOnly = 0
  var neither = 0

  mutating func add(first: Bool, second: Bool) {
    switch (first, second) {
    case (true, true): both += 1
    case (true, false): firstOnly += 1
    case (false, true): secondOnly += 1
    case (false, false): neither += 1
    }
  }

  /// The pairs.
  var count: Int { both + firstOnly + secondOnly + neither }

  /// The shares compared, second less first; nil without pairs.
  func comparison(level: ConfidenceLevel) throws(SurvivalError) -> PairedProportion? {
    guard count > 0 else { return nil }
    return try PairedProportion(
      both: both, firstOnly: firstOnly, secondOnly: secondOnly, neither: neither, level: level)
  }
}
