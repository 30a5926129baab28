import Survival

/// What is measured of the library, data in arrays already.
struct SurvivalTasks {
  /// The horizon of restricted means, about three times the mean time.
  static let horizon = 30_000.0

  let times: [Double]
  let observed: [Bool]
  let groups: [Int]

  /// A Kaplan-Meier table with log-log intervals of all rows, the median with its interval, and the
  /// restricted mean.
  func kaplanMeier() throws -> [String: Double] {
    let curve = KaplanMeierEstimate(try RightCensoredSample(times: times, observed: observed))
    let table = Array(curve.rows())
    let median = curve.median()
    let mean = try curve.restrictedMean(to: Self.horizon)
    let at = curve.lastRow(upTo: 10_000) ?? 0
    return [
      "distinct_times": Double(table.count), "median": median.value ?? -1,
      "median_lower": median.lower ?? -1,
      "median_upper": median.upper ?? -1, "restricted_mean": mean.value,
      "restricted_mean_se": mean.standardError,
      "survival": table[at].survival, "lower": table[at].interval?.lower ?? -1,
      "upper": table[at].interval?.upper ?? -1,
    ]
  }

  /// The log-rank test of the groups.
  func logRank() throws -> [String: Double] {
    let test = try WeightedLogRank(
      try GroupedSample(times: times, observed: observed, groups: groups))
    return ["chi_square": test.test?.statistic ?? -1]
  }
}
