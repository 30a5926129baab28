import Chains
import Ensemble
import Survival

/// Everything that the chains of one arm have come to, as tables and comparisons need it.
struct ArmRecord {
  /// How many entered, and when.
  let summary: ArmSummary
  /// Exits and re-entries; nil where chains are not followed.
  let directions: ArmDirections?
  /// The chains that diverged after their entry, watched or only recorded, among those that
  /// entered; nil without any.
  let divergedAfter: BinomialProportion?
  /// The earliest entry and how many chains have it; 0 where none enters.
  let earliest: (time: Int, count: Int)
  /// Where gradient descent leads from the last states.
  let resting: RestingTally
  /// The noise by the rank of the minimum, where it is additive; else empty.
  let temperatures: [ArmTemperature]
  /// The times, chain by chain, where another arm is compared with this one.
  let times: OutcomeTally?

  /// The arm's index in its plan.
  var index: Int { summary.index }
  /// The arm.
  var arm: Arm { summary.arm }
  /// The arm's name for people.
  var name: String { arm.name }
}

/// An arm whose chains are counted, with its curves.
struct CountedArm {
  let record: ArmRecord
  /// The Kaplan-Meier curve; nil without chains.
  let curve: KaplanMeierEstimate?
  /// The incidence of each way to end; nil without chains.
  let incidence: AalenJohansenEstimate?
}

/// Counts the chains of one arm.
struct ArmTally {
  private let arm: Arm
  private let index: Int
  private var outcomes = OutcomeTally()
  private var directions = DirectionTally()
  private var resting = RestingTally()
  private var noise: NoiseTally?

  init(_ arm: Arm, index: Int) {
    (self.arm, self.index, noise) = (arm, index, NoiseTally(arm))
  }

  /// Counts one chain.
  mutating func add(_ outcome: ChainOutcome) throws(SurvivalError) {
    outcomes.add(outcome)
    try directions.add(outcome)
    resting.add(outcome)
    try noise?.add(outcome)
  }

  /// What they come to. `isCompared` says that the times are needed once more.
  func counted(
    isCompared: Bool, ranks: inout GaussianRank
  ) throws(SurvivalError) -> CountedArm {
    let curve = try outcomes.curve()
    let record = ArmRecord(
      summary: try ArmSummary(index: index, arm: arm, tally: outcomes, curve: curve),
      directions: arm.law.follow > 0 ? try ArmDirections(directions) : nil,
      divergedAfter: try directions.divergedShare(), earliest: outcomes.earliestEntry,
      resting: resting, temperatures: try noise?.summary(ranks: &ranks) ?? [],
      times: isCompared ? outcomes : nil)
    return CountedArm(record: record, curve: curve, incidence: try outcomes.incidence())
  }
}
