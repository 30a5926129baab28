import Chains
import Ensemble
import Ladder
import Survival

/// One arm beside the reference of its sweep point.
struct ArmComparison {
  /// How two hazards compare.
  struct Hazards {
    /// The ratio of the arm's hazard to the reference's.
    let ratio: HazardRatio
    /// Its interval, by profile likelihood.
    let interval: HazardRatioInterval
    /// The p-value of a ratio of 1, by likelihood ratio.
    let pValue: Double?
    /// The p-value of a ratio that does not change in time.
    let changePValue: Double?
  }

  /// What is compared with the reference.
  struct Difference {
    /// What chain i of both has in common.
    let shared: SharedNumbers
    /// The restricted means, as if all chains were independent.
    let means: RestrictedMeanComparison
    /// The restricted means by pairs, of the first chains where one arm has more; nil below two
    /// pairs.
    let paired: PairedRestrictedMean?
    /// The hazards.
    let hazards: Hazards
    /// The log-rank test of the two.
    let logRank: ChiSquareTest?
    /// The rates of exits by rank per step inside; nil where chains are not followed.
    let exits: RateComparison?
    /// Whether every chain ended as its like: both have as many, and some entered.
    let isIdentical: Bool
  }

  /// The arm.
  let record: ArmRecord
  /// The arm that it is compared with, perhaps itself.
  let reference: ArmRecord
  /// The share of the chains that diverged.
  let diverged: BinomialProportion?
  /// Among the chains that entered, those whose last state gradient descent leads above the event's
  /// rank; nil where no rank is known.
  let above: BinomialProportion?
  /// What is compared; nil for the reference itself, and without chains.
  let difference: Difference?
  /// The log-rank test's p-value with Holm's adjustment over all arms of the table.
  private(set) var adjustedPValue: Double?

  /// Compares the arms of all points; rows in the order of the points.
  static func all(_ points: [SweepPoint], _ records: [ArmRecord]) throws(SurvivalError)
    -> [ArmComparison]
  {
    var rows: [ArmComparison] = []
    for point in points {
      for arm in point.arms {
        rows.append(try ArmComparison(records[arm], records[point.reference]))
      }
    }
    let adjusted = HolmAdjustment.adjusted(rows.map { $0.difference?.logRank?.pValue })
    for index in rows.indices { rows[index].adjustedPValue = adjusted[index] }
    return rows
  }

  private init(_ record: ArmRecord, _ reference: ArmRecord) throws(SurvivalError) {
    self.record = record
    self.reference = reference
    let (chains, resting) = (record.summary.chains, record.resting.entered)
    diverged =
      chains > 0 ? try BinomialProportion(events: record.summary.diverged, trials: chains) : nil
    let known = resting.total - resting.unknown - resting.diverged
    above =
      known > 0
      ? try BinomialProportion(events: resting.above(record.arm.law.event.rank), trials: known)
      : nil
    difference = record.index == reference.index ? nil : try Difference(record, reference)
  }
}

extension ArmComparison.Difference {
  init?(_ record: ArmRecord, _ reference: ArmRecord) throws(SurvivalError) {
    guard let own = record.times, let others = reference.times, let second = try own.curve(),
      let first = try others.curve()
    else {
      return nil
    }
    let horizon = Double(record.arm.law.horizon)
    shared = record.arm.law.motion.sharedNumbers(with: reference.arm.law.motion)
    means = try RestrictedMeanComparison(first: first, second: second, horizon: horizon)
    paired = try own.pairedMean(
      against: others, min(own.times.count, others.times.count), horizon: horizon)
    let groups = try GroupedSample([first.sample, second.sample])
    hazards = try ArmComparison.Hazards(groups)
    logRank = try WeightedLogRank(groups).test
    isIdentical = own == others && own.entered > 0
    if let own = record.directions?.rankExits.poisson,
      let others = reference.directions?.rankExits.poisson
    {
      exits = try RateComparison(first: others, second: own)
    } else {
      exits = nil
    }
  }
}

extension ArmComparison.Hazards {
  /// The second group against the first.
  init(_ groups: GroupedSample) throws(SurvivalError) {
    let model = try GroupHazards(groups)
    ratio = model.hazardRatio(of: 1, to: 0)
    interval = try model.profileInterval(of: 1, to: 0)
    pValue = try model.profilePValue(of: 1, to: 0)
    changePValue = try model.proportionalityTest().test?.pValue
  }
}

/// The arms of one point of the sweep: the same study but for the rung, so that they can be
/// compared. They share their streams of random numbers.
struct SweepPoint: Equatable {
  /// The arms, in the plan's order.
  let arms: [Int]
  /// The one that the others are compared with: `sgd`, or the first where it is not among them.
  let reference: Int

  /// Those of a plan's points that have at least two arms, in the order of their first ones.
  static func compared(_ plan: EnsemblePlan) -> [SweepPoint] {
    let points = Dictionary(grouping: plan.arms.indices) { plan.arms[$0].stream }.values.filter {
      $0.count > 1
    }
    return points.sorted { $0[0] < $1[0] }.map { arms in
      SweepPoint(arms: arms, reference: arms.first { plan.arms[$0].law.rung == .sgd } ?? arms[0])
    }
  }
}
