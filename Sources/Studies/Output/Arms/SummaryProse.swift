import Ensemble
import Publishing

/// `summary.md`: the summary for a reader, rounded, with what the columns mean.
struct SummaryProse {
  private let study: Study
  private let plan: EnsemblePlan
  /// Whether there is a comparison beside it.
  private let isCompared: Bool
  /// What a reader is to know before the numbers, a line each.
  private let notes: [String]

  init(_ findings: StudyFindings, cautions: [String]) {
    (study, plan, isCompared) = (findings.study, findings.plan, !findings.comparisons.isEmpty)
    notes = (findings.check?.lines ?? []) + findings.study.warnings + cautions
  }

  /// The whole file: the summary, then further tables, then what they say.
  func markdown(_ tables: [Table]) -> String {
    """
    # \(study.name)

    The event: \(ArmWords.event(plan.arms)). Times are in steps.\(comparison)

    \(opening)\(tables.first.map { Markdown.grid($0) } ?? "")
    \(tables.dropFirst().map { $0.text(in: .markdown) }.joined(separator: "\n"))
    ## What was run

    \(ConventionWords.markdown(plan.arms))
    ## How to read this

    Parentheses hold 95 % intervals, ± a standard error. What the columns count and estimate:

    \(StudyTables.of(plan).map { $0.legend }.joined())\(Self.cautions)
    """
  }

  private var opening: String {
    notes.isEmpty ? "" : notes.map { "- \($0)\n" }.joined() + "\n"
  }

  private var comparison: String {
    isCompared
      ? " \(ArmWords.comparedWidths(plan.arms)) compare.md says how they compare." : ""
  }

  private static let cautions = """

    A chain that diverged counts as censored at the step of its divergence in the curve, the median,
    the rmst and the rate. Where chains diverge these four describe what would be seen if nothing
    diverged and divergence had nothing to do with the fall; compare the columns entered and
    diverged.

    A curve that is still at 1 has no band, which does not mean that it is certain: see the interval
    of entered_fraction.

    The exact numbers are in summary.csv, outcomes.csv and plateau.csv; the curves in survival.csv,
    with its picture; the incidence of each way to end in incidence.csv; the hazard over time in
    hazard.csv, with its picture; each chain in chains.csv, and what it did after its entry in
    passages.csv; the tables on both directions, minima and temperatures in directions.csv,
    resting.csv and temperature.csv where there are any.

    """
}
