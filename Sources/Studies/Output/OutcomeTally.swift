import Dynamics
import Survival

/// The outcomes of one arm as the survival analysis needs them: 9 bytes a chain, one arm at a time.
struct OutcomeTally {
  private(set) var times: [Int] = []
  private(set) var observed: [Bool] = []
  private(set) var entered = 0
  private(set) var censored = 0
  private(set) var diverged = 0
  private(set) var collapsed = 0
  private(set) var exits = 0
  private(set) var chainSteps = 0

  /// Counts one chain.
  mutating func add(_ outcome: ChainOutcome) {
    times.append(outcome.time)
    observed.append(outcome.kind == .entered)
    switch outcome.kind {
    case .entered: entered += 1
    case .censored: censored += 1
    case .diverged: diverged += 1
    }
    if outcome.collapseTime != nil { collapsed += 1 }
    exits += outcome.exits
    chainSteps += outcome.time
  }

  /// The Kaplan-Meier curve, where a divergence censors at its step; nil without chains.
  func curve() throws(SurvivalError) -> KaplanMeierEstimate? {
    times.isEmpty ? nil : KaplanMeierEstimate(try RightCensoredSample(times: times, observed: observed))
  }
}
