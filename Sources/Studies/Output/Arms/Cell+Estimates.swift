import Publishing
import Survival

extension Estimate {
  /// A share of trials with its exact interval.
  public init(_ proportion: BinomialProportion) {
    let interval = proportion.interval
    self.init(proportion.value, interval.lower, interval.upper, kind: .share)
  }
}

extension Cell {
  /// A share of trials with its interval; missing where there is none.
  public static func share(_ proportion: BinomialProportion?) -> Cell {
    proportion.map { .estimate(Estimate($0)) } ?? .missing()
  }

  /// A whole number; missing where there is none.
  static func whole(_ number: Int?, absence: String = "not defined") -> Cell {
    number.map { .count($0) } ?? .missing(absence)
  }

  /// A share of time with its interval.
  static func share(ofTime share: ShareOfTime?) -> Cell {
    guard let share else { return .missing("never inside") }
    return .estimate(Estimate(share.value, share.lower, share.upper, kind: .share))
  }

  /// A rate with its exact interval.
  static func rate(_ rate: ClusteredRate) -> Cell {
    guard let value = rate.poisson.value else { return .missing("no such step") }
    return .estimate(Estimate(value, rate.poisson.lower, rate.poisson.upper, style: .scientific))
  }

  /// A limit of a rate's interval that allows for clusters.
  static func limit(_ limit: Double?) -> Cell {
    limit.map { .number($0, .scientific) } ?? .missing()
  }
}

extension StudyColumn {
  /// The arm's index.
  static func arm(_ index: @escaping @Sendable (Row) -> Int) -> StudyColumn {
    .whole("arm", unit: "index from 0", "the arm") { .count(index($0)) }
  }

  /// The arm's name.
  static func name(_ name: @escaping @Sendable (Row) -> Cell) -> StudyColumn {
    .words("name", "the arm's rung and the values of its swept keys", cell: name)
  }

  /// A rate of events that may come in bursts, with its two intervals; cells without words where it
  /// is nil.
  static func rate(
    _ key: String, heading: String? = nil, _ meaning: String,
    of rate: @escaping @Sendable (Row) -> ClusteredRate?
  ) -> [StudyColumn] {
    let robust =
      "limit of the interval for the same rate that allows for bursts: only chains are taken "
      + "for independent. Empty where the spread between chains is not known"
    return [
      .number(key, heading: heading, unit: "per step", shape: .interval, meaning) { row in
        rate(row).map { .rate($0) } ?? .missing("")
      },
      .number(
        key + "_clustered_lower", heading: "clustered from", unit: "per step", "lower " + robust
      ) {
        limit(rate($0)) { $0.lower }
      },
      .number(key + "_clustered_upper", heading: "to", unit: "per step", "upper " + robust) {
        limit(rate($0)) { $0.upper }
      },
    ]
  }

  private static func limit(
    _ rate: ClusteredRate?, _ end: (ConfidenceInterval) -> Double
  ) -> Cell {
    guard let rate else { return .missing("") }
    return .limit(rate.robust.map { end($0.interval) })
  }
}
