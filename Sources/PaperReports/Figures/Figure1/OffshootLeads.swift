import Chains
import DeepLinear
import Ensemble
import Ladder
import Studies
import Survival

/// Which offshoots of which chains succeeded, by how long before or after the jump of their chain
/// they branched off.
///
/// Offshoots of one chain have nearly all of their path in common, so shares are counted by chains,
/// which are independent.
struct OffshootLeads {
  /// Chains of one kind, and how many of them break a claim.
  struct Count: Equatable {
    var chains = 0
    var breaking = 0

    mutating func add(_ isBreaking: Bool) {
      chains += 1
      if isBreaking { breaking += 1 }
    }

    /// The share that breaks it; nil without chains.
    func share() throws(SurvivalError) -> BinomialProportion? {
      chains > 0 ? try BinomialProportion(events: breaking, trials: chains) : nil
    }
  }

  /// Four times 1 / (c_reg eta lambda), the time in which weights that the data do not hold decay
  /// by a factor e, at the largest eta lambda of the schedule, in steps: so long may it take from
  /// the fall itself until the chain is in B_r. Nil when nothing decays.
  let lag: Int?
  /// Chains with offshoots before the jump, and those of them with one that succeeds.
  private(set) var before = Count()
  /// Chains with offshoots more than the lag before the jump, and those of them with one that
  /// succeeds.
  private(set) var wellBefore = Count()
  /// Chains with offshoots after the jump, and those of them with one that fails.
  private(set) var after = Count()
  /// Leads of the offshoots that branch off before the jump and succeed.
  private(set) var successLeads: [Int] = []
  /// The shortest lead of an offshoot that branches off before the jump and fails.
  private(set) var shortestFailure: Int?
  /// At each branch, how its offshoots compare with the jumps by then and with those by `lag` steps
  /// later: success against jumped. Of chains that are known as long.
  private(set) var pairs: [(at: Int, now: PairCounts, later: PairCounts)]

  /// The index of a branch in `pairs`, by its step.
  private let places: [Int: Int]
  private let arm: Arm
  private let horizon: Int

  init(_ arm: Arm) {
    self.arm = arm
    horizon = arm.law.horizon
    let decay =
      arm.law.schedule.phases.map { arm.law.convention.ridgeFactor * $0.learningRate * $0.ridge }
      .max() ?? 0
    lag = decay > 0 && 4 / decay < 1e9 ? Int((4 / decay).rounded(.up)) : nil
    let branches = arm.law.recording.offshoots?.at ?? []
    pairs = branches.map { ($0, PairCounts(), PairCounts()) }
    places = Dictionary(zip(branches, branches.indices), uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ outcome: ChainOutcome) {
    var seen = (before: false, wellBefore: false, after: false)
    var broken = seen
    for offshoot in outcome.record.offshoots {
      let isSuccess = arm.succeeds(offshoot)
      let hasFallen = outcome.hasFallen(by: offshoot.at)
      if hasFallen {
        seen.after = true
        if !isSuccess { broken.after = true }
      } else {
        seen.before = true
        if isSuccess { broken.before = true }
        // A chain that is never seen to jump is at least as far from its jump as from the end of
        // what is known.
        let lead = outcome.time - offshoot.at
        if outcome.kind != .diverged, let lag, lead > lag {
          seen.wellBefore = true
          if isSuccess { broken.wellBefore = true }
        }
        if outcome.kind == .entered {
          if isSuccess {
            successLeads.append(lead)
          } else {
            shortestFailure = min(shortestFailure ?? lead, lead)
          }
        }
      }
      addPair(offshoot.at, isSuccess, outcome)
    }
    if seen.before { before.add(broken.before) }
    if seen.wellBefore { wellBefore.add(broken.wellBefore) }
    if seen.after { after.add(broken.after) }
  }

  private mutating func addPair(_ branch: Int, _ isSuccess: Bool, _ outcome: ChainOutcome) {
    guard let index = places[branch] else { return }
    pairs[index].now.add(first: outcome.hasFallen(by: branch), second: isSuccess)
    // Branches are within the horizon, so that the difference does not overflow.
    guard let lag, lag <= horizon - branch else { return }
    pairs[index].later.add(first: outcome.hasFallen(by: branch + lag), second: isSuccess)
  }
}
