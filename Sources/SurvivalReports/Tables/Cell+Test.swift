import Publishing
import Survival

extension Cell {
  /// The cells of a chi-square test: statistic, degrees of freedom, p.
  static func test(_ test: ChiSquareTest?) -> [Cell] {
    guard let test else { return [.missing("nothing to compare"), .missing(), .missing()] }
    return [
      .number(test.statistic, .significant(5)), .count(test.degreesOfFreedom), .pValue(test.pValue),
    ]
  }
}
