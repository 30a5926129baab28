import Ensemble
import Publishing
import Survival

/// `compare.csv`: the arms of a sweep point, each beside the reference of its point.
struct ComparisonTable: StudyTable {
  static let name = "compare"
  static let about = """
    A row for each arm of a sweep point that has several rungs, the reference included. The
    reference is `sgd`, or the first rung where `sgd` is not one of them. compare.md and compare.tex
    have the same for readers. An arm whose chains all end as the reference's chains of the same
    number do is said to be identical to it. p-values take all chains as independent. A divergence
    counts as censoring at its step in all columns but its own. The columns from `shared` to
    `log_rank_p_holm` are empty in the reference's row, those from `exits` to `inside` where
    `follow` is 0.
    """
  static let drawing = TableDrawing.always

  static func applies(to plan: EnsemblePlan) -> Bool { !SweepPoint.compared(plan).isEmpty }

  static func columns(of shape: TableShape) -> [StudyColumn<ArmComparison>] {
    [arms, means, hazards, exits, rankRate, stay, ends].flatMap { $0 }
  }

  /// What readers see of it: how soon by means and by hazards, and what comes after.
  static func readerTables(_ rows: [ArmComparison], of shape: TableShape) throws -> [Table] {
    let all = try table(rows, of: shape)
    return [
      all.part(
        "compare-means", title: "Restricted means, against the reference",
        [
          "arm", "name", "entered_fraction", "shared", "rmst_difference", "rmst_difference_paired",
          "correlation",
        ]),
      all.part(
        "compare-hazards", title: "Hazards, against the reference",
        [
          "arm", "name", "hazard_ratio", "hazard_ratio_p", "proportionality_p", "log_rank_p",
          "log_rank_p_holm",
        ]),
      all.part(
        "compare-stay", title: "What comes after an entry",
        [
          "arm", "name", "entered", "collapsed", "exits", "exits_rank", "rank_exit_rate",
          "rank_exit_rate_ratio", "inside", "above_rank", "diverged_after_fraction",
          "diverged_fraction",
        ]),
    ]
  }

  private static let arms: [StudyColumn<ArmComparison>] = [
    .arm(\.record.index),
    .name { PictureCurve.cell($0.record.name) },
    .words("reference", "the rung that it is compared with") {
      .text($0.reference.arm.law.rung.name)
    },
    .whole("chains", unit: "chains", "the chains of the arm") { .count($0.record.summary.chains) },
    .whole("entered", unit: "chains", "those that entered the event's set") {
      .count($0.record.summary.entered)
    },
    .number(
      "entered_fraction", heading: "entered", unit: "share", shape: .interval,
      "entered / chains, with the exact binomial interval"
    ) { .share($0.record.summary.enteredFraction) },
    .words(
      "shared", heading: "pairs share",
      "what chain i has in common with the reference's chain i: `start`, `start and entries` or "
        + "`start and normals`"
    ) { row in
      guard let difference = row.difference else {
        return .missing(row.record.index == row.reference.index ? "reference" : "no chains")
      }
      return .text(difference.shared.rawValue)
    },
  ]

  private static let means: [StudyColumn<ArmComparison>] = [
    .number(
      "rmst_difference", heading: "rmst difference", unit: "steps", shape: .interval,
      "the arm's restricted mean less the reference's, as if all chains were independent; empty "
        + "where a curve ends before the horizon; no interval where one of the two has no event "
        + "before the horizon, or no spread"
    ) { row in
      guard let means = row.difference?.means else { return .missing("") }
      return mean(means.difference.value, means.difference.inference?.interval, means)
    },
    .number(
      "rmst_difference_paired", heading: "by pairs", unit: "steps", shape: .interval,
      "the same from the differences chain by chain (pseudo-values where times are censored), with "
        + "Student's interval"
    ) { row in
      guard let difference = row.difference else { return .missing("") }
      guard let paired = difference.paired?.difference else { return .missing("too few pairs") }
      return mean(paired.value, paired.inference?.interval, difference.means)
    },
    .whole(
      "pairs", unit: "pairs", "how many pairs: the first chains of both where one arm has more"
    ) { row in
      row.difference.map { .count($0.paired?.difference.count ?? 0) } ?? .missing("")
    },
    .number("correlation", "Pearson's correlation of the two times") { row in
      row.difference.map { .number($0.paired?.difference.correlation, .decimals(2)) }
        ?? .missing("")
    },
  ]

  private static let hazards: [StudyColumn<ArmComparison>] = [
    .number(
      "hazard_ratio", heading: "hazard ratio", shape: .interval,
      "the arm's hazard of an entry over the reference's: Cox's model on the two, profile "
        + "likelihood; 0 where the arm has no entry, empty with a lower limit where only the arm "
        + "has some"
    ) { row in row.difference.map { ratio($0.hazards) } ?? .missing("") },
    .number(
      "hazard_ratio_p", heading: "p", unit: "p-value", "that of a ratio of 1 (likelihood ratio)"
    ) {
      row in row.difference.map { .pValue($0.hazards.pValue) } ?? .missing("")
    },
    .number(
      "proportionality_p", heading: "p that it changes", unit: "p-value",
      "that of a ratio that does not change in time: where it is small the ratio is an average "
        + "over time"
    ) { row in row.difference.map { .pValue($0.hazards.changePValue) } ?? .missing("") },
    .number("log_rank_p", heading: "log-rank p", unit: "p-value", "that of the log-rank test") {
      row in
      row.difference.map { .pValue($0.logRank?.pValue) } ?? .missing("")
    },
    .number(
      "log_rank_p_holm", heading: "p (Holm)", unit: "p-value",
      "the same after Holm's adjustment for all arms of the file"
    ) { row in row.difference.map { _ in .pValue(row.adjustedPValue) } ?? .missing("") },
    .whole("collapsed", unit: "chains", "those that were seen in B_0") {
      .count($0.record.summary.collapsed)
    },
  ]

  private static let exits: [StudyColumn<ArmComparison>] = [
    .whole("exits", unit: "exits", "exits of all chains, by whichever condition of the set") {
      row in
      row.record.directions.map { .count($0.exitCounts.total) } ?? .missing("not watched")
    },
    .whole("exits_rank", heading: "by rank", unit: "exits", "those at which the rank rose") { row in
      row.record.directions.map { .count($0.exitCounts.rank) } ?? .missing("")
    },
  ]

  private static let rankRate = StudyColumn<ArmComparison>.rate(
    "rank_exit_rate", heading: "rate by rank",
    "exits_rank over the steps inside, with the exact Poisson interval"
  ) { $0.record.directions?.rankExits }

  private static let stay: [StudyColumn<ArmComparison>] = [
    .number(
      "rank_exit_rate_ratio", heading: "ratio of rates", shape: .interval,
      "the rate of exits by rank over the reference's, with the exact interval; one limit where "
        + "only one of the two has any"
    ) { exitRatio($0) },
    .number(
      "inside", heading: "time inside", unit: "share", shape: .interval,
      "the share of the steps followed that found a chain in the event's set, as in directions.csv"
    ) { row in row.record.directions.map { .share(ofTime: $0.inside) } ?? .missing("") },
  ]

  private static let ends: [StudyColumn<ArmComparison>] = [
    .whole(
      "chains_above_rank", unit: "chains",
      "of the chains that entered, those that gradient descent leads above the event's rank from "
        + "their last state"
    ) { .count($0.above?.events ?? 0) },
    .number(
      "above_rank", heading: "back above the rank", unit: "share", shape: .interval,
      "their share of those whose resting rank is known, with the exact binomial interval"
    ) { .share($0.above) },
    .whole(
      "diverged_after", unit: "chains",
      "those that entered and diverged later, also where `follow` is 0"
    ) { .count($0.record.divergedAfter?.events ?? 0) },
    .number(
      "diverged_after_fraction", heading: "diverged after", unit: "share", shape: .interval,
      "their share of those that entered, with the exact binomial interval"
    ) { .share($0.record.divergedAfter) },
    .whole("diverged", unit: "chains", "those that diverged before an entry") {
      .count($0.record.summary.diverged)
    },
    .number(
      "diverged_fraction", heading: "diverged", unit: "share", shape: .interval,
      "their share of the chains, with the exact binomial interval"
    ) { .share($0.diverged) },
  ]

  /// A difference of restricted means; nothing where a curve ends before the horizon, as the mean
  /// is then not known.
  private static func mean(
    _ value: Double, _ interval: ConfidenceInterval?, _ means: RestrictedMeanComparison
  ) -> Cell {
    guard !means.first.isExtrapolated, !means.second.isExtrapolated else {
      return .missing("a curve ends before the horizon")
    }
    return .estimate(Estimate(value, interval?.lower, interval?.upper))
  }

  private static func ratio(_ hazards: ArmComparison.Hazards) -> Cell {
    let value: Double?
    switch hazards.ratio {
    case .estimated(let estimate): value = estimate.value
    case .zero: value = 0
    case .unbounded: value = nil
    case .undetermined: return .missing("never compared")
    }
    let interval = hazards.interval
    return .estimate(Estimate(value, interval.lower, interval.upper, absence: "unbounded"))
  }

  /// The ratio of the exit rates, the arm's to the reference's; with one limit where only one of
  /// them has exits.
  private static func exitRatio(_ row: ArmComparison) -> Cell {
    guard row.record.directions != nil, let exits = row.difference?.exits else {
      return .missing("")
    }
    guard exits.ratio != nil || exits.lower > 0 else { return .missing("never compared") }
    return .estimate(Estimate(exits.ratio, exits.lower, exits.upper, absence: "unbounded"))
  }

  init(_ plan: EnsemblePlan) {}

  func rows(of findings: StudyFindings) -> [ArmComparison]? { findings.comparisons }

  func picture(of findings: StudyFindings) -> (any Picture)? {
    ComparisonPicture(findings).picture
  }
}
