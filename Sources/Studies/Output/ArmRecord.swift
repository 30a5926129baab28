import Ensemble
import Survival

/// Everything that the chains of one arm have come to, as tables and comparisons need it.
struct ArmRecord {
  /// How many entered, and when.
  let summary: ArmSummary
  /// Exits and re-entries; nil where chains are not followed.
  let directions: ArmDirections?
  /// The chains that diverged after their entry, watched or only recorded, among those that entered; nil without any.
  let divergedAfter: BinomialProportion?
  /// Where gradient descent leads from the last states.
  let resting: RestingTally
  /// The noise by the rank of the minimum, where it is additive; else empty.
  let temperatures: [ArmTemperature]
  /// The times, chain by chain, where another arm is compared with this one.
  let times: OutcomeTally?
  /// Its offshoots by their branch.
  let branches: BranchTally

  /// The arm's index in its plan.
  var index: Int { summary.index }
  /// The arm.
  var arm: Arm { summary.arm }
  /// The arm's name for people.
  var name: String { ArmWords.name(arm) }
}
