import Ensemble
import Publishing

/// `summary.md`: the summary for a reader, rounded, with what the columns mean.
struct SummaryProse {
  let study: Study
  let arms: [Arm]
  /// Whether there is a comparison beside it.
  let isCompared: Bool

  /// The whole file: the summary, then further tables, then what they say.
  func markdown(_ summary: Table, further: [Table]) -> String {
    """
    # \(study.name)

    The event: \(ArmWords.event(arms)). Times are in steps.\(comparison)

    \(Markdown.grid(summary))
    \(further.map { $0.text(in: .markdown) }.joined(separator: "\n"))
    ## What was run

    \(ConventionWords.markdown(arms))
    ## How to read this

    \(Self.legend)\(further.compactMap { Self.legends[$0.name] }.joined())\(Self.cautions)
    """
  }

  private var comparison: String {
    isCompared ? " \(ArmWords.comparedWidths(arms)) compare.md says how they compare." : ""
  }

  private static let legend = """
    Parentheses hold 95 % intervals, ± a standard error. What the columns count and estimate:

    - chains: the chains of the arm. Each ends in one of three ways: entered (the event came), censored (the horizon came first)
      or diverged (its weights left every bound first).
    - collapsed: chains seen in B_0, that is at rank 0, while they were watched; they may have entered the event's set that way.
    - exits: how often chains left the event's set while they were followed after their entry, all chains together, by whichever of its conditions:
      the table on both directions counts those at which the rank rose.
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

    """

  /// What the columns of tables say that not every study has, by the tables' names.
  private static let legends = [
    "directions": """
    - Both directions: chains are followed after their entry. steps_inside are the steps of these follow-ups that found them in the event's set, inside
      their share of steps_followed, with an interval from the spread between chains (none where no chain was outside). An exit is by rank when the
      condition on the rank was broken before the chain came back, else by the bound on the norms, else by the balance of two layers. rank_exit_rate: exits by
      rank per step inside; exit_rate: all exits per step inside, exact Poisson interval (Garwood), as if exits had nothing to do with one another; the clustered interval allows for chains that leave in
      bursts, and dispersion says how far they do (1 when they do not). chains_with_exit: of those that entered; with_exit their share, exact binomial.
      diverged_after: chains that entered and then diverged, watched or only recorded, which is not counted as an exit; diverged_after_fraction their share, exact binomial.
      reentry_rate: entries after an exit per step outside, with the same two intervals. Without exits the exact interval is an upper bound.

    """,
    "resting": """
    - Where gradient descent leads: from the chain's last state (the end of its follow-up, or the horizon) gradient descent goes on without noise, and
      resting_rank is the rank of the minimum it reaches; diverged: the chain has diverged after its entry; not at rest: it reaches none. This tells the basin that a chain is in from
      the noise that it carries. Exact binomial intervals among the chains that ended so.

    """,
    "temperature": """
    - Temperatures: eta and lambda are those of the schedule's phase with the largest eta, and all temperatures are those of this phase. tr Sigma is that of SGD's
      noise at the minimum that gradient descent reaches from a chain's own start; T = eta tr Sigma/(2 P), P the number of parameters, or T as given.
      A minimum of another rank has another trace, so chains have a row for each minimum_rank (not at rest: gradient descent reached no minimum), with
      their entered chains and exit_rate: exits per step inside, exact Poisson interval (Garwood).
    - floor: isotropic noise keeps every weight alive that the data do not see, with the variance floor_variance = (2 eta T/m)/(1 - d^2),
      d = 1 - c_reg eta lambda/m, m substeps a step, at the median T. floor is what these weights are expected to add to the sum of f_alpha of a layer, the
      largest over the layers (± a standard error where it is drawn). floor_inside is the probability that they add no more than epsilon2, in the layer where
      that is least likely. floor_stands: above where this is below 0.001, so that chains are rarely seen in the event's set, whatever basin they
      are in; near where floor is above epsilon2 and chains are seen inside some of the time all the same; below otherwise. For noise that lives in few
      directions (`gaussian-frozen`) it is not computed, nor at depth 2.

    """,
    "branches": """
    - Offshoots: copies of the chains that branch off at the step `branch` and go on with values of their own. An offshoot succeeds when it ends with a test
      error below 0.1 of that of zeros in the missing entries (its test share): it has found them; one that diverges does not succeed. fallen: of the
      same chains, those that had entered the event's set by the branch. difference: success less fallen, chain by chain, with Tango's interval
      for pairs; p is McNemar's exact p-value. Test shares are those at the offshoots' ends, with intervals between order statistics (at least 95 %
      whatever the law); offshoots that diverged have none. Each is in offshoots.csv; points on the way, where they are recorded, in paths.csv.

    """,
  ]

  private static let cautions = """

    A chain that diverged counts as censored at the step of its divergence in the curve, the median, the rmst and the rate. Where
    chains diverge these four describe what would be seen if nothing diverged and divergence had nothing to do with the fall;
    compare the columns entered and diverged.

    A curve that is still at 1 has no band, which does not mean that it is certain: see the interval of entered_fraction.

    The exact numbers are in summary.csv, outcomes.csv and plateau.csv; the curves in survival.csv, with its picture; the incidence of each
    way to end in incidence.csv; the hazard over time in hazard.csv, with its picture; each chain in chains.csv, and what it did after its entry in
    passages.csv; the tables on both directions, minima and temperatures in directions.csv, resting.csv and temperature.csv where there are any.

    """
}
