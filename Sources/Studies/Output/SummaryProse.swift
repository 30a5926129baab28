import Publishing
import Survival

/// `summary.md`: the summary for a reader, rounded, with what the columns mean.
struct SummaryProse {
  let study: Study
  let table: SummaryTable

  init(study: Study) {
    self.study = study
    table = SummaryTable(study: study)
  }

  /// The whole file.
  func markdown(_ summaries: [ArmSummary]) -> String {
    let names = ["median", "rmst", "entered_fraction", "rate", "chain_steps"]
    let columns = ["arm", "dynamics", "convention"] + table.sweptKeys + SummaryTable.counts + names
    let rule = columns.indices.map { $0 == 0 || $0 > 2 + table.sweptKeys.count ? "---:" : "---" }
    let rows = [columns, rule] + summaries.map(cells)
    let lines = rows.map { "| " + $0.map(Markdown.escaped).joined(separator: " | ") + " |\n" }
    return """
      # \(study.name)

      The event: \(ArmWords.event(study.arms)). Times are in steps.

      \(lines.joined())
      \(ConventionWords.markdown(study.arms))
      \(Self.legend)
      """
  }

  private func cells(_ summary: ArmSummary) -> [String] {
    var cells = [String(summary.index), summary.arm.dynamics, summary.arm.law.convention.rawValue]
    cells += table.sweptValues(of: summary)
    cells += [summary.chains, summary.entered, summary.censored, summary.diverged, summary.collapsed].map(String.init)
    cells.append(summary.exits.map(String.init) ?? "not watched")
    cells.append(median(summary))
    cells.append(summary.restrictedMean.map(mean) ?? "not defined")
    cells.append(summary.enteredFraction.map(share) ?? "not defined")
    cells.append(summary.rate.map(rate) ?? "not defined")
    cells.append(String(summary.chainSteps))
    return cells
  }

  private func median(_ summary: ArmSummary) -> String {
    guard let median = summary.median else { return "not defined" }
    let known = [median.lower, median.value, median.upper].compactMap { $0 }
    let spread = ((known.max() ?? 0) - (known.min() ?? 0)) / 2
    func spelled(_ value: Double?) -> String? { value.map { TableText.rounded($0, spread: spread) } }
    guard let value = spelled(median.value) else {
      return spelled(median.lower).map { "not reached (\($0) or later)" } ?? "not reached"
    }
    return switch (spelled(median.lower), spelled(median.upper)) {
    case (let lower?, let upper?): "\(value) (\(lower) to \(upper))"
    case (let lower?, nil): "\(value) (\(lower) or later)"
    case (nil, let upper?): "\(value) (\(upper) or sooner)"
    case (nil, nil): value
    }
  }

  private func mean(_ mean: RestrictedMean) -> String {
    guard mean.standardError > 0 else { return TableText.csv(mean.value) }
    let value = TableText.rounded(mean.value, spread: mean.standardError)
    return "\(value) ± \(TableText.rounded(mean.standardError, spread: mean.standardError))"
  }

  private func share(_ share: BinomialProportion) -> String {
    let width = share.interval.upper - share.interval.lower
    let digits = width < 0.002 ? 3 : width < 0.02 ? 2 : 1
    func spelled(_ value: Double) -> String { TableText.percent(value, digits: digits) }
    return "\(spelled(share.value)) % (\(spelled(share.interval.lower)) to \(spelled(share.interval.upper)))"
  }

  private func rate(_ rate: PoissonRate) -> String {
    guard let value = rate.value, let upper = rate.upper else { return "not defined" }
    return "\(TableText.scientific(value)) (\(TableText.scientific(rate.lower)) to \(TableText.scientific(upper)))"
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

    A chain that diverged counts as censored at the step of its divergence in the curve, the median, the rmst and the rate. Where
    chains diverge these four describe what would be seen if nothing diverged and divergence had nothing to do with the fall;
    compare the columns entered and diverged.

    A curve that is still at 1 has no band, which does not mean that it is certain: see the interval of entered_fraction.

    The exact numbers are in summary.csv, the curves in survival.csv and survival.svg, each chain in chains.csv.

    """
}
