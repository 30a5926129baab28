import Chains
import Ladder
import Survival

/// The outcomes of one arm as the survival analysis needs them: 17 bytes a chain, one arm at a
/// time.
struct OutcomeTally: Equatable {
  private(set) var times: [Int] = []
  private(set) var observed: [Bool] = []
  /// How each chain ended, as `causes` counts from 1; 0 where it was censored.
  private(set) var causes: [Int] = []
  private(set) var entered = 0
  private(set) var censored = 0
  private(set) var diverged = 0
  private(set) var collapsed = 0
  private(set) var exits = 0
  private(set) var chainSteps = 0

  /// The ways to end that compete: into B_r and not seen at rank 0, into B_r by way of rank 0 or on
  /// to it, and out of every bound. A collapse has the time of its entry into B_r, as an entry has.
  static let causes = ["entered", "collapsed", "diverged"]

  /// Counts one chain.
  mutating func add(_ outcome: ChainOutcome) {
    times.append(outcome.time)
    observed.append(outcome.kind == .entered)
    switch outcome.kind {
    case .entered:
      entered += 1
      causes.append(outcome.collapseTime == nil ? 1 : 2)
    case .censored:
      censored += 1
      causes.append(0)
    case .diverged:
      diverged += 1
      causes.append(3)
    }
    if outcome.collapseTime != nil { collapsed += 1 }
    exits += outcome.exits.total
    chainSteps += outcome.time
  }

  /// The earliest entry, and how many chains have it; 0 where none enters.
  var earliestEntry: (time: Int, count: Int) {
    let entries = zip(times, observed).filter(\.1).map(\.0)
    guard let first = entries.min() else { return (0, 0) }
    return (first, entries.count { $0 == first })
  }

  /// The Kaplan-Meier curve, where a divergence censors at its step; nil without chains.
  func curve() throws(SurvivalError) -> KaplanMeierEstimate? {
    times.isEmpty
      ? nil : KaplanMeierEstimate(try RightCensoredSample(times: times, observed: observed))
  }

  /// The incidence of each way to end; nil without chains.
  func incidence() throws(SurvivalError) -> AalenJohansenEstimate? {
    guard !times.isEmpty else { return nil }
    return AalenJohansenEstimate(
      try CompetingRisksSample(times: times, causes: causes, causeCount: Self.causes.count))
  }
}
