import Publishing
import Survival

/// The summary as a table, a row an arm: all digits in `summary.csv`, rounded ones in `summary.md`.
struct SummaryTable {
  /// The swept keys that have a column of their own; the convention has one already.
  private let sweptKeys: [String]

  init(study: Study) {
    sweptKeys = study.sweptKeys.filter { $0 != "convention" }
  }

  /// The table, headed by its keys.
  func table(_ summaries: [ArmSummary]) -> Table {
    let counts = ["chains", "entered", "censored", "diverged", "collapsed", "exits"].map { TableColumn($0) }
    let estimates = [
      TableColumn("median", shape: .interval), TableColumn("rmst", shape: .standardError),
      TableColumn("entered_fraction", shape: .interval), TableColumn("rate", shape: .interval), TableColumn("chain_steps"),
    ]
    let words = (["dynamics", "convention"] + sweptKeys).map { TableColumn.words($0) }
    return Table(
      "summary", title: "Summary", columns: [TableColumn("arm")] + words + counts + estimates, rows: summaries.map(row))
  }

  private func row(_ summary: ArmSummary) -> [Cell] {
    let swept = sweptKeys.map { key in summary.arm.swept.first { $0.key == key }?.value ?? "" }
    let words = [summary.arm.law.rung.name, summary.arm.law.convention.rawValue] + swept
    let counts = [summary.chains, summary.entered, summary.censored, summary.diverged, summary.collapsed]
    return [.count(summary.index)] + words.map { .text($0) } + counts.map { .count($0) } + [
      summary.exits.map { .count($0) } ?? .missing("not watched"),
      summary.median.map { .estimate(Estimate($0.value, $0.lower, $0.upper, kind: .time)) } ?? .missing(),
      summary.restrictedMean.map { .value($0.value, standardError: $0.standardError) } ?? .missing(),
      .share(summary.enteredFraction),
      summary.rate.map { .estimate(Estimate($0.value, $0.lower, $0.upper, style: .scientific)) } ?? .missing(),
      .count(summary.chainSteps),
    ]
  }
}
