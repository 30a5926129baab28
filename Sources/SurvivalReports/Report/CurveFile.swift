import Publishing
import Survival

/// survival.csv: every group's curve, a row for each distinct time, written as it is made.
struct CurveFile {
  static let header =
    "group,time,at_risk,events,censored,survival,std_error,lower,upper,band_lower,band_upper,cumulative_hazard,cumulative_hazard_se\n"

  let times: GroupedTimes
  let questions: SurvivalQuestions

  /// Writes all rows.
  func write(to sink: inout TextSink) throws {
    try sink.write(Self.header)
    for (name, curve) in zip(times.names, times.curves) {
      let band = try? curve.hallWellnerBand(transform: questions.transform, level: questions.level)
      let hazards = NelsonAalenEstimate(curve.sample)
      let group = PictureCurve.csv(name)
      for (place, row) in curve.rows(questions.transform, level: questions.level).enumerated() {
        let simultaneous = band.flatMap { $0.rows.contains(place) ? $0.intervals[place - $0.rows.lowerBound] : nil }
        // Before the first event there is no spread, and no interval: [1, 1] would read as certainty.
        let interval = row.survival < 1 ? row.interval : nil
        let numbers: [Double?] = [
          row.survival, row.standardError, interval?.lower, interval?.upper, simultaneous?.lower, simultaneous?.upper,
          row.cumulativeHazard, hazards.standardError(row: place),
        ]
        try sink.write(
          "\(group),\(TableText.csv(row.time)),\(row.atRisk),\(row.events),\(row.censored),"
            + numbers.map { TableText.csv($0) }.joined(separator: ",") + "\n")
      }
    }
  }

  /// Each group's rows in the file, for the picture.
  var curves: [PictureCurve] {
    var start = 0
    return zip(times.names, times.curves).map { name, curve in
      defer { start += curve.sample.times.count }
      return PictureCurve(name, rows: start..<(start + curve.sample.times.count))
    }
  }
}
