import Publishing
import Survival

/// `summary.csv`: a row an arm.
struct SummaryTable {
  /// The swept keys that have a column of their own; the convention has one already.
  let sweptKeys: [String]

  init(study: Study) {
    sweptKeys = study.sweptKeys.filter { $0 != "convention" }
  }

  static let counts = ["chains", "entered", "censored", "diverged", "collapsed", "exits"]
  static let estimates = [
    "median", "median_lower", "median_upper", "rmst", "rmst_se", "entered_fraction", "entered_fraction_lower",
    "entered_fraction_upper", "rate", "rate_lower", "rate_upper", "chain_steps",
  ]

  /// The columns in order.
  var columns: [String] { ["arm", "dynamics", "convention"] + sweptKeys + Self.counts + Self.estimates }

  /// The whole file.
  func csv(_ summaries: [ArmSummary]) -> String {
    let header = columns.map { TableText.csv($0) }.joined(separator: ",")
    return ([header] + summaries.map(row)).map { $0 + "\n" }.joined()
  }

  /// The values of the swept keys in an arm.
  func sweptValues(of summary: ArmSummary) -> [String] {
    sweptKeys.map { key in summary.arm.swept.first { $0.key == key }?.value ?? "" }
  }

  private func row(_ summary: ArmSummary) -> String {
    var cells = [String(summary.index), summary.arm.dynamics, summary.arm.law.convention.rawValue]
    cells += sweptValues(of: summary)
    cells += [summary.chains, summary.entered, summary.censored, summary.diverged, summary.collapsed].map(String.init)
    cells.append(summary.exits.map(String.init) ?? "")
    let estimates: [Double?] = [
      summary.median?.value, summary.median?.lower, summary.median?.upper,
      summary.restrictedMean?.value, summary.restrictedMean?.standardError,
      summary.enteredFraction?.value, summary.enteredFraction?.interval.lower, summary.enteredFraction?.interval.upper,
      summary.rate?.value, summary.rate?.lower, summary.rate?.upper,
    ]
    cells += estimates.map { TableText.csv($0) }
    cells.append(String(summary.chainSteps))
    return cells.map { TableText.csv($0) }.joined(separator: ",")
  }
}
