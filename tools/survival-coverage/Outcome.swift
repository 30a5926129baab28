import Survival

/// What an interval, or a test, did on one data set.
enum Outcome: UInt8, Sendable {
  /// The interval held the truth; the test did not reject a true hypothesis.
  case covered
  /// It did not.
  case missed
  /// There was no interval, or one that comes with a warning.
  case undefined

  init(_ isCovered: Bool?) { self = isCovered.map { $0 ? .covered : .missed } ?? .undefined }

  /// An interval, if there is one.
  init(_ interval: ConfidenceInterval?, holds truth: Double) {
    self.init(interval.map { $0.contains(truth) })
  }

  /// Limits of which the upper one may be absent because the data set none.
  init(lower: Double, upper: Double?, holds truth: Double) {
    self.init(lower <= truth && truth <= upper ?? .infinity)
  }

  /// A test at 5 %.
  init(pValue: Double?) { self.init(pValue.map { $0 > 0.05 }) }
}

/// How often an interval held the truth.
struct Tally: Equatable, Sendable {
  private(set) var covered = 0
  private(set) var missed = 0
  private(set) var undefined = 0

  /// All data sets.
  var count: Int { covered + missed + undefined }
  /// Those with an interval.
  var defined: Int { covered + missed }
  /// The share of intervals that held the truth; nil when there was none.
  var coverage: Double? { defined > 0 ? Double(covered) / Double(defined) : nil }

  mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .covered: covered += 1
    case .missed: missed += 1
    case .undefined: undefined += 1
    }
  }

  /// What the coverage may be, given chance in the simulation.
  func interval(level: ConfidenceLevel = .standard) -> ConfidenceInterval? {
    try? BinomialProportion(events: covered, trials: defined, level: level).interval
  }
}
