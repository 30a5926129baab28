import Ensemble
import Publishing
import Survival

/// `summary.csv`: how many chains of each arm entered, and when.
struct SummaryTable: StudyTable {
  static let name = "summary"
  static let title: String? = "Summary"
  static let about = """
    A row for each arm. summary.md has the same, rounded, with intervals in parentheses. A chain
    that diverges before an entry counts as censored at its step in the median, the restricted mean
    and the rate.
    """
  static let legend = """
    - chains: the chains of the arm. Each ends in one of three ways: entered (the event came),
      censored (the horizon came first) or diverged (its weights left every bound first).
    - collapsed: chains seen in B_0, that is at rank 0, while they were watched; they may have
      entered the event's set that way.
    - exits: how often chains left the event's set while they were followed after their entry, all
      chains together, by whichever of its conditions.
    - median: the step by which half of the chains have had the event, from the Kaplan-Meier curve;
      its interval is read off the curve's pointwise log-log band (Brookmeyer and Crowley).
    - rmst: the restricted mean, that of min(time, horizon), which is the area under the curve;
      Greenwood's standard error.
    - entered_fraction: entered / chains; exact binomial interval (Clopper and Pearson).
    - rate: entered / chain_steps, entries per step at risk, as if the hazard were the same at all
      times; exact Poisson interval (Garwood).
    - chain_steps: steps at risk, the sum of the chains' times.

    """

  static func columns(of shape: TableShape) -> [StudyColumn<ArmSummary>] {
    let opening: [StudyColumn<ArmSummary>] = [
      .arm(\.index),
      .words("dynamics", "the rung with its options") { .text($0.arm.law.rung.name) },
      .words("convention", "the convention of eta and lambda") {
        .text($0.arm.law.convention.rawValue)
      },
    ]
    // The convention has its column already.
    let keys = shape.sweptKeys.filter { $0 != "convention" }
    let swept = StudyColumn<ArmSummary>.swept(keys) { $0.arm.swept }
    return opening + swept + counts + estimates
  }

  private static let counts: [StudyColumn<ArmSummary>] = [
    .whole(
      "chains", unit: "chains", "the chains of the arm: entered, censored and diverged together"
    ) {
      .count($0.chains)
    },
    .whole(
      "entered", unit: "chains", "those that entered the event's set by the horizon: that fell"
    ) {
      .count($0.entered)
    },
    .whole("censored", unit: "chains", "those that reached the horizon first") {
      .count($0.censored)
    },
    .whole("diverged", unit: "chains", "those that diverged first") { .count($0.diverged) },
    .whole(
      "collapsed", unit: "chains", "those that were seen in B_0; most of them are among entered"
    ) {
      .count($0.collapsed)
    },
    .whole("exits", unit: "exits", "exits of all chains in their follow-ups; empty without one") {
      .whole($0.exits, absence: "not watched")
    },
  ]

  private static let estimates: [StudyColumn<ArmSummary>] = [
    .number(
      "median", unit: "steps", shape: .interval,
      "the step by which half of the chains have entered, from the Kaplan-Meier curve and its "
        + "log-log band (Brookmeyer and Crowley); empty where it is not reached"
    ) {
      guard let median = $0.median else { return .missing() }
      return .estimate(Estimate(median.value, median.lower, median.upper, kind: .time))
    },
    .number(
      "rmst", unit: "steps", shape: .standardError,
      "the restricted mean, that of min(time, horizon), with Greenwood's standard error; empty "
        + "where the curve ends before the horizon"
    ) {
      guard let mean = $0.restrictedMean else { return .missing() }
      return .value(mean.value, standardError: mean.standardError)
    },
    .number(
      "entered_fraction", unit: "share", shape: .interval,
      "entered / chains, with the exact binomial interval (Clopper and Pearson)"
    ) { .share($0.enteredFraction) },
    .number(
      "rate", unit: "per step", shape: .interval,
      "entered / chain_steps, with the exact Poisson interval (Garwood) for a fixed number of steps"
    ) {
      guard let rate = $0.rate else { return .missing() }
      return .estimate(Estimate(rate.value, rate.lower, rate.upper, style: .scientific))
    },
    .whole(
      "chain_steps", unit: "steps",
      "steps at risk, the sum of the chains' times; steps after an entry do not count"
    ) { .count($0.chainSteps) },
  ]

  init(_ plan: EnsemblePlan) {}

  func rows(of arm: CountedArm) -> [ArmSummary] { [arm.record.summary] }
}

extension StudyColumn {
  /// A column for each swept key.
  static func swept(
    _ keys: [String], of values: @escaping @Sendable (Row) -> [Arm.SweptValue]
  ) -> [StudyColumn] {
    keys.map { key in
      .words(
        key, shown: "one for each swept key", "the key's value in the arm, as the study wrote it"
      ) {
        row in .text(values(row).first { $0.key == key }?.value ?? "")
      }
    }
  }
}
