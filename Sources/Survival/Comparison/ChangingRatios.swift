/// The transform's values by time.
struct Clock {
  let times: [Double]
  let values: [Double]

  /// The value at one of the times, by bisection.
  func value(at time: Double) -> Double {
    values[times.indices.bisected { times[$0] >= time }]
  }
}

/// The score u and the information of the coefficients theta of a class of comparable groups, with
/// that of the constant coefficients swept out, without row and column of the reference.
struct ChangingRatios {
  private let score: [Double]
  private let information: [[Double]]
  /// The diagonal of sum g^2 V, of which rounding leaves a part after sweeping.
  private let scale: [Double]
  /// Each group's index in the matrix; nil for the reference.
  private let position: [Int?]

  init(_ part: ComparableGroups, _ ties: TieMethod, _ clock: Clock, root: Int) {
    let size = part.groups.count
    let sums = Self.sums(part, ties, clock)
    let kept = (0..<size).filter { $0 != root }
    position = (0..<size).map { kept.firstIndex(of: $0) }
    score = kept.map { sums.score[$0] }
    // sum g^2 V - (sum g V)(sum V)^-(sum g V): the columns of sum g V add up to 0, so any
    // generalized inverse will do.
    let elimination = part.maximum.likelihood.information.eliminated()
    let mixed = sums.mixed.rows
    let solved = mixed.map { elimination.solve($0).solution }
    let squared = sums.squared.rows
    information = kept.map { g in
      kept.map { h in squared[g][h] - (0..<size).reduce(0) { $0 + mixed[g][$1] * solved[h][$1] } }
    }
    scale = kept.map { squared[$0][$0] }
  }

  /// The statistic of all, and its degrees of freedom.
  func test() -> QuadraticForm { QuadraticForm(score, inverseOf: information, scale: scale) }

  /// The test of one group.
  func test(of group: Int) -> ChiSquareTest? {
    guard let index = position[group] else { return nil }
    let variance = information[index][index]
    guard variance > QuadraticForm.tolerance * scale[index] else { return nil }
    return ChiSquareTest(statistic: score[index] * score[index] / variance, degreesOfFreedom: 1)
  }

  /// sum g (d - E d), sum g V and sum g^2 V.
  private static func sums(
    _ part: ComparableGroups, _ ties: TieMethod, _ clock: Clock
  ) -> (score: [Double], mixed: ContrastMatrix, squared: ContrastMatrix) {
    let ratios = part.maximum.ratios
    var score = Array(repeating: 0.0, count: ratios.count)
    var mixed = ContrastMatrix(size: ratios.count)
    var squared = mixed
    var risk = TiedRisk(groups: ratios.count, ties: ties)
    for stratum in part.sample.strata.indices {
      part.sample.forEachEventTime(in: stratum) { time, atRisk, events in
        let value = clock.value(at: time)
        risk.set(atRisk, events, ratios)
        for g in ratios.indices where atRisk[g] > 0 {
          score[g] += value * (Double(events[g]) - risk.expected(g))
        }
        risk.addLinks(to: &mixed, times: value)
        risk.addLinks(to: &squared, times: value * value)
      }
    }
    return (score, mixed, squared)
  }
}
