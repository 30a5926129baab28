import Chains
import Ensemble
import Survival

/// The offshoots of one arm, counted by their branch: 8 bytes an offshoot.
///
/// `Arm.succeeds` says which of them succeed.
public struct BranchTally: Sendable {
  /// What has been counted at one branch.
  public struct Branch: Sendable {
    /// The step of the branch.
    public let at: Int
    /// Offshoots that succeeded, of chains that had fallen by then and of chains that had not; and
    /// those that did not succeed.
    public private(set) var succeeded = (fallen: 0, standing: 0)
    /// The others.
    public private(set) var failed = (fallen: 0, standing: 0)
    /// How many diverged; they are among those that failed.
    public private(set) var diverged = 0
    /// The test errors at the ends, over that of zeros.
    public private(set) var shares: [Double] = []

    /// Whether success can be told: the true values of missing entries are known, and not all 0.
    let isTold: Bool

    init(at: Int, isTold: Bool) { (self.at, self.isTold) = (at, isTold) }

    mutating func add(
      _ offshoot: ChainRecord.Offshoot, share: Double?, isSuccess: Bool, hasFallen: Bool
    ) {
      if offshoot.isDiverged { diverged += 1 }
      if let share { shares.append(share) }
      if isSuccess {
        if hasFallen { succeeded.fallen += 1 } else { succeeded.standing += 1 }
      } else {
        if hasFallen { failed.fallen += 1 } else { failed.standing += 1 }
      }
    }

    /// How many there are.
    public var count: Int {
      succeeded.fallen + succeeded.standing + failed.fallen + failed.standing
    }

    /// The share that succeeded; nil where there are none, or success cannot be told.
    public func success() throws(SurvivalError) -> BinomialProportion? {
      count > 0 && isTold
        ? try BinomialProportion(events: succeeded.fallen + succeeded.standing, trials: count) : nil
    }

    /// The share of their chains that had fallen by the branch.
    public func fallen() throws(SurvivalError) -> BinomialProportion? {
      count > 0
        ? try BinomialProportion(events: succeeded.fallen + failed.fallen, trials: count) : nil
    }

    /// Both shares compared, chain by chain: success less fallen.
    public func comparison() throws(SurvivalError) -> PairedProportion? {
      guard count > 0, isTold else { return nil }
      return try PairedProportion(
        both: succeeded.fallen, firstOnly: failed.fallen, secondOnly: succeeded.standing,
        neither: failed.standing)
    }
  }

  /// The branches, in order; none where an arm has no offshoots.
  public private(set) var branches: [Branch]
  private let arm: Arm
  /// The place of each branch.
  private let places: [Int: Int]

  /// A tally for an arm.
  public init(_ arm: Arm) {
    self.arm = arm
    let isTold = (arm.law.problem.testErrorOfZeros ?? 0) > 0
    branches = (arm.law.recording.offshoots?.at ?? []).map { Branch(at: $0, isTold: isTold) }
    places = Dictionary(uniqueKeysWithValues: branches.enumerated().map { ($1.at, $0) })
  }

  /// Counts a chain's offshoots.
  public mutating func add(_ outcome: ChainOutcome) {
    for offshoot in outcome.record.offshoots {
      guard let index = places[offshoot.at] else { continue }
      branches[index].add(
        offshoot, share: offshoot.end.flatMap(arm.testShare), isSuccess: arm.succeeds(offshoot),
        hasFallen: outcome.hasFallen(by: offshoot.at))
    }
  }
}
