import Publishing
import Survival

/// `survival.csv`: a row for each distinct time of an arm.
enum SurvivalTable {
  static let header = "arm,time,at_risk,events,censored,survival,std_error,lower,upper,cumulative_hazard\n"

  static func row(arm: Int, _ row: KaplanMeierRow) -> String {
    let counts = "\(arm),\(TableText.csv(row.time)),\(row.atRisk),\(row.events),\(row.censored)"
    let numbers = [row.survival, row.standardError, row.interval?.lower, row.interval?.upper, row.cumulativeHazard]
    return TableText.csvRow(counts, numbers)
  }
}
