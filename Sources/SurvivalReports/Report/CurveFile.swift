import Publishing
import Survival

/// survival.csv: every group's curve with its pointwise interval and simultaneous band, a row for
/// each distinct time, written as it is made.
struct CurveFile {
  static let header =
    "group,time,at_risk,events,censored,survival,std_error,lower,upper,band_lower,band_upper,cumulative_hazard,cumulative_hazard_se\n"

  let times: GroupedTimes
  let questions: SurvivalQuestions

  /// Writes all rows.
  func write(to sink: inout TextSink) throws {
    try sink.write(Self.header)
    for (name, curve) in zip(times.names, times.curves) {
      let band = try curve.hallWellnerBand(transform: questions.transform, level: questions.level)
      let hazards = NelsonAalenEstimate(curve.sample)
      let group = PictureCurve.csv(questions.csvName(name))
      for (place, row) in curve.rows(questions.transform, level: questions.level).enumerated() {
        let simultaneous = band.flatMap {
          $0.rows.contains(place) ? $0.intervals[place - $0.rows.lowerBound] : nil
        }
        let numbers: [Double?] = [
          row.survival, row.standardError, row.interval?.lower, row.interval?.upper,
          simultaneous?.lower, simultaneous?.upper,
          row.cumulativeHazard, hazards.standardError(row: place),
        ]
        try sink.write(
          TableText.csvRow(
            "\(group),\(TableText.csv(row.time)),\(row.atRisk),\(row.events),\(row.censored)",
            numbers))
      }
    }
  }

  /// The picture, with numbers at risk at the ticks.
  func picture(title: PictureText, time: PictureText, ticks: [Double]) -> StepCurvePicture {
    var start = 0
    let curves = zip(times.names, times.samples).map { name, sample in
      defer { start += sample.times.count }
      return PictureCurve(name, rows: start..<(start + sample.times.count))
    }
    return StepCurvePicture(
      name: "survival", columns: PictureColumns(x: 2, y: 6, band: (8, 9), marks: 5), curves: curves,
      start: 1, top: 1,
      end: times.samples.map(\.lastTime).max() ?? 1, title: title,
      subtitle: [
        "Kaplan-Meier curves, \(questions.levelPercent) \(questions.transform.rawValue) bands; + where observations are censored."
      ],
      xLabel: time,
      yLabel: "Fraction without the event",
      atRisk: AtRiskStrip(
        times: ticks, counts: times.samples.map { $0.atRiskTable(at: ticks).map(\.atRisk) }))
  }
}
