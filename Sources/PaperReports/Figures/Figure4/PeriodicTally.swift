import Chains
import Ensemble
import Ladder
import Studies

/// The chains of a periodic schedule, by the half of the period.
///
/// Every half ends with an offshoot into the quiet phase. That at the end of a noisy half is the
/// quiet half which follows; that at the end of a quiet half is what would come if it were quiet
/// on. So two definitions of when a chain jumps stand side by side: the half in which it enters the
/// event's set, and the half at whose end a quiet phase leads to a small test error for the first
/// time.
struct PeriodicTally {
  /// One half.
  struct Half {
    /// The chains that have not entered and not diverged before it.
    var atRisk = 0
    /// The chains that enter in it.
    var entered = 0
    /// The chains for which its end is the first from which a quiet phase succeeds.
    var committed = 0
    /// Where its offshoots end: test errors over that of zeros, of chains that have entered by its
    /// end and of those that have not.
    var jumpedShares: [Double] = []
    var standingShares: [Double] = []
    /// The offshoots, and those that succeed.
    var offshoots = 0
    var succeeded = 0
  }

  /// Chains of one kind, and those of them that do something.
  struct Count: Equatable {
    var chains = 0
    var events = 0

    mutating func add(_ isEvent: Bool) {
      chains += 1
      if isEvent { events += 1 }
    }
  }

  let halves: PeriodHalves
  let arm: Arm
  private(set) var byHalf: [Half]
  private(set) var chains = 0
  /// Chains that enter, and those that enter in a quiet half.
  private(set) var entries = Count()
  /// Chains with an end from which a quiet phase succeeds, and those where the first is that of a
  /// quiet half.
  private(set) var commitments = Count()
  /// Chains that a quiet half after a noisy one has left with a large test error, and those of them
  /// that a later noisy half commits: the first end from which a quiet phase succeeds is that of a
  /// noisy half.
  private(set) var settledBefore = Count()
  /// Chains that have entered, as far as there is a quiet half or a divergence after it, and those
  /// that diverge or end such a quiet half without a small test error.
  private(set) var settledAfter = Count()
  /// Of these, the chains that diverge after their entry, and those that fall on into B_0.
  private(set) var lostAfter = 0
  private(set) var collapsedAfter = 0
  /// The others, and those of them that end a quiet half without a small test error.
  private(set) var settledAtRank = Count()
  /// Chains that diverged, before their entry or after.
  private(set) var diverged = 0

  /// - Precondition: The arm has offshoots.
  init(_ arm: Arm, halves: PeriodHalves) {
    (self.arm, self.halves) = (arm, halves)
    byHalf = Array(repeating: Half(), count: halves.half(ofStep: max(arm.law.horizon - 1, 0)) + 1)
  }

  mutating func add(_ outcome: ChainOutcome) {
    chains += 1
    // A chain that diverges has no offshoots from there on.
    let isLost = outcome.record.offshoots.count < (arm.law.recording.offshoots?.at.count ?? 0)
    if isLost || outcome.kind == .diverged { diverged += 1 }
    addEntry(outcome)
    var (isCommitted, wasStanding, isCommittedAgain) = (false, false, false)
    var after: [(isSuccess: Bool, isCollapsed: Bool)] = []
    for offshoot in outcome.record.offshoots {
      guard let half = halves.half(endingAt: offshoot.at) else { continue }
      let share = offshoot.end.flatMap(arm.testShare)
      let isSuccess = arm.succeeds(offshoot)
      let hasFallen = outcome.hasFallen(by: offshoot.at)
      byHalf[half].add(share, isSuccess: isSuccess, hasFallen: hasFallen)
      if isSuccess, !isCommitted {
        isCommitted = true
        byHalf[half].committed += 1
        commitments.add(!halves.isNoisy(half))
        isCommittedAgain = wasStanding && halves.isNoisy(half)
      }
      guard halves.isNoisy(half) else { continue }
      if !isSuccess, !isCommitted, share != nil { wasStanding = true }
      if hasFallen { after.append((isSuccess, offshoot.end?.level == 0)) }
    }
    if wasStanding { settledBefore.add(isCommittedAgain) }
    addSettling(after, isLost: isLost && outcome.kind == .entered)
  }

  private mutating func addEntry(_ outcome: ChainOutcome) {
    let last = halves.half(ofStep: max(outcome.time - 1, 0))
    for half in byHalf.indices where half <= last { byHalf[half].atRisk += 1 }
    guard outcome.kind == .entered, byHalf.indices.contains(last) else { return }
    byHalf[last].entered += 1
    entries.add(!halves.isNoisy(last))
  }

  private mutating func addSettling(_ after: [(isSuccess: Bool, isCollapsed: Bool)], isLost: Bool) {
    guard !after.isEmpty || isLost else { return }
    let isFailing = after.contains { !$0.isSuccess }
    settledAfter.add(isFailing || isLost)
    if isLost {
      lostAfter += 1
    } else if after.contains(where: \.isCollapsed) {
      collapsedAfter += 1
    } else {
      settledAtRank.add(isFailing)
    }
  }
}

extension PeriodicTally.Half {
  fileprivate mutating func add(_ share: Double?, isSuccess: Bool, hasFallen: Bool) {
    offshoots += 1
    if isSuccess { succeeded += 1 }
    guard let share else { return }
    if hasFallen { jumpedShares.append(share) } else { standingShares.append(share) }
  }
}
