import Chains
import Ladder
import Survival

/// Two arms of one sweep point whose chains share more than their start, compared chain by chain.
struct ArmPair {
  /// The arm.
  let record: ArmRecord
  /// The arm that it is compared with: the point's reference where that is one of the two, else the
  /// earlier.
  let other: ArmRecord
  /// What chain i of both has in common.
  let shared: SharedNumbers
  /// The restricted means by pairs, of the first chains where one arm has more; nil below two
  /// pairs.
  let means: PairedRestrictedMean?
  /// The shares of pairs that entered; nil without pairs.
  let entered: PairedProportion?

  /// All pairs of the points' arms that share more than the start, in the order of the points.
  static func all(_ points: [SweepPoint], _ records: [ArmRecord]) throws(SurvivalError) -> [ArmPair]
  {
    var pairs: [ArmPair] = []
    for (first, second, shared) in arms(points, laws: records.map(\.arm.law)) {
      pairs.append(try ArmPair(records[second], against: records[first], shared))
    }
    return pairs
  }

  /// The arms of such pairs and what they share, the one that is compared with first.
  static func arms(_ points: [SweepPoint], laws: [ChainLaw]) -> [(
    first: Int, second: Int, shared: SharedNumbers
  )] {
    points.flatMap { point in
      let order = [point.reference] + point.arms.filter { $0 != point.reference }
      return order.indices.flatMap { place in
        order[(place + 1)...].compactMap { arm in
          let shared = laws[arm].motion.sharedNumbers(with: laws[order[place]].motion)
          return shared == .start ? nil : (order[place], arm, shared)
        }
      }
    }
  }

  private init(_ record: ArmRecord, against other: ArmRecord, _ shared: SharedNumbers)
    throws(SurvivalError)
  {
    (self.record, self.other, self.shared) = (record, other, shared)
    guard let own = record.times, let others = other.times else {
      (means, entered) = (nil, nil)
      return
    }
    let count = min(own.times.count, others.times.count)
    means = try own.pairedMean(against: others, count, horizon: Double(record.arm.law.horizon))
    var table = [0, 0, 0, 0]
    for pair in 0..<count {
      table[(own.observed[pair] ? 2 : 0) + (others.observed[pair] ? 1 : 0)] += 1
    }
    entered =
      count > 0
      ? try PairedProportion(
        both: table[3], firstOnly: table[1], secondOnly: table[2], neither: table[0]) : nil
  }
}

extension OutcomeTally {
  /// The difference of the restricted means to another arm's, by the first `count` pairs; nil below
  /// two.
  func pairedMean(against other: OutcomeTally, _ count: Int, horizon: Double) throws(SurvivalError)
    -> PairedRestrictedMean?
  {
    guard count >= 2 else { return nil }
    return try PairedRestrictedMean(
      first: try other.pseudoValues(count, horizon), second: try pseudoValues(count, horizon))
  }

  /// The pseudo-values of the first chains.
  private func pseudoValues(_ count: Int, _ horizon: Double) throws(SurvivalError)
    -> PseudoObservations
  {
    try PseudoObservations(
      times: Array(times.prefix(count)), observed: Array(observed.prefix(count)), horizon: horizon)
  }
}
