import Publishing

/// `summary.md`: the summary for a reader, rounded, with what the columns mean.
struct SummaryProse {
  let study: Study

  /// The whole file: the summary, then further tables, then what they say.
  func markdown(_ summary: Table, further: [Table]) -> String {
    """
    # \(study.name)

    The event: \(ArmWords.event(study.arms)). Times are in steps.

    \(Markdown.grid(summary))
    \(further.map { $0.text(in: .markdown) }.joined(separator: "\n"))
    ## What was run

    \(ConventionWords.markdown(study.arms))
    ## How to read this

    \(Self.legend)
    """
  }

  private static let legend = """
    Parentheses hold 95 % intervals, ± a standard error. What the columns count and estimate:

    - chains: the chains of the arm. Each ends in one of three ways: entered (the event came), censored (the horizon came first)
      or diverged (its weights left every bound first).
    - collapsed: chains seen in B_0, that is at rank 0, while they were watched; they may have entered the event's set that way.
    - exits: how often chains left the event's set while they were followed after their entry, all chains together.
    - median: the step by which half of the chains have had the event, from the Kaplan-Meier curve; its interval is read off the
      curve's pointwise log-log band (Brookmeyer and Crowley).
    - rmst: the mean of min(time, horizon), the area under the curve; Greenwood's standard error.
    - entered_fraction: entered / chains; exact binomial interval (Clopper and Pearson).
    - rate: entered / chain_steps, events per step at risk, as if the hazard were the same at all times; exact Poisson interval
      (Garwood).
    - chain_steps: steps at risk, the sum of the chains' times.
    - How chains ended: entered and not seen in B_0 while they were watched; collapsed, that is entered and seen in B_0, at the entry or after it;
      diverged; censored. Exact binomial intervals.
    - Where the hazard is flat: from the onset on tests do not tell the hazard of an entry from a flat one, and it is known to change by less than
      a factor 2; the rate is entries per step at risk beyond the onset.

    A chain that diverged counts as censored at the step of its divergence in the curve, the median, the rmst and the rate. Where
    chains diverge these four describe what would be seen if nothing diverged and divergence had nothing to do with the fall;
    compare the columns entered and diverged.

    A curve that is still at 1 has no band, which does not mean that it is certain: see the interval of entered_fraction.

    The exact numbers are in summary.csv, outcomes.csv and plateau.csv; the curves in survival.csv, with its picture; the incidence of each
    way to end in incidence.csv; the hazard over time in hazard.csv, with its picture; each chain in chains.csv.

    """
}
