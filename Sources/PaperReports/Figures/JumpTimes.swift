import Chains
import Ladder
import Publishing
import Survival

/// When the chains of an arm entered the event's set: their jumps.
struct JumpTimes {
  private(set) var times: [Int] = []
  private(set) var entered: [Bool] = []

  mutating func add(_ outcome: ChainOutcome) {
    times.append(outcome.time)
    entered.append(outcome.kind == .entered)
  }

  /// The chains.
  var count: Int { times.count }

  /// The share of the chains that have jumped by a step within the horizon, with the exact
  /// interval. One that diverged before has not.
  func share(by step: Int) throws(SurvivalError) -> BinomialProportion {
    try BinomialProportion(events: zip(times, entered).count { $1 && $0 <= step }, trials: count)
  }

  /// The Kaplan-Meier curve.
  func curve() throws(SurvivalError) -> KaplanMeierEstimate {
    KaplanMeierEstimate(try RightCensoredSample(times: times, observed: entered))
  }

  /// The share that has jumped, 1 - S with its log-log interval, at about `count` steps from 0 to
  /// `end`.
  func shares(to end: Int, count: Int = 300) throws(SurvivalError) -> [SeriesTable.Point] {
    let curve = try curve()
    let stride = max(1, (end + count - 1) / count)
    return Swift.stride(from: 0, through: end, by: stride).map { step in
      let interval = curve.lastRow(upTo: Double(step)).flatMap { curve.interval(row: $0) }
      return SeriesTable.Point(
        Double(step), curve.survival(at: Double(step)).map { 1 - $0 },
        interval.map { 1 - $0.upper }, interval.map { 1 - $0.lower })
    }
  }

  /// The quartiles of the jump's step with their intervals, as a sentence.
  func quartiles() throws(SurvivalError) -> String {
    let curve = try curve()
    let all = try [0.25, 0.5, 0.75].map { (probability) throws(SurvivalError) in
      try curve.quantile(probability)
    }
    guard all[0].value != nil else { return "Fewer than a quarter of the chains are seen to jump." }
    return "Quartiles of the jump's step: \(all.map { Estimate($0).text }.joined(separator: ", "))."
  }
}

extension Estimate {
  /// A quantile of times with its interval.
  init(_ quantile: QuantileEstimate) {
    self.init(quantile.value, quantile.lower, quantile.upper, kind: .time)
  }
}
