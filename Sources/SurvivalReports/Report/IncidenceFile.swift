import Publishing
import Survival

/// incidence.csv: the cumulative incidence of each cause in each group, a row for each distinct time.
struct IncidenceFile {
  static let header = "group,cause,time,at_risk,events,other_events,censored,incidence,std_error,lower,upper\n"

  let outcomes: GroupedOutcomes
  let questions: SurvivalQuestions

  /// Writes all rows.
  func write(to sink: inout TextSink) throws {
    try sink.write(Self.header)
    for (name, estimate) in zip(outcomes.names, outcomes.estimates) {
      for (cause, label) in outcomes.causes.enumerated() {
        let words = PictureCurve.csv(name) + "," + PictureCurve.csv(label)
        for row in estimate.rows(cause: cause + 1, questions.transform, level: questions.level) {
          let interval = row.incidence > 0 ? row.interval : nil
          let numbers: [Double?] = [row.incidence, row.incidence > 0 ? row.standardError : nil, interval?.lower, interval?.upper]
          try sink.write(
            "\(words),\(TableText.csv(row.time)),\(row.atRisk),\(row.events),\(row.otherEvents),\(row.censored),"
              + numbers.map { TableText.csv($0) }.joined(separator: ",") + "\n")
        }
      }
    }
  }

  /// The rows of each group and cause in the file, for the picture.
  var curves: [PictureCurve] {
    var start = 0
    var curves: [PictureCurve] = []
    for (name, estimate) in zip(outcomes.names, outcomes.estimates) {
      for label in outcomes.causes {
        let count = estimate.sample.overall.times.count
        curves.append(PictureCurve(outcomes.names.count == 1 ? label : "\(name): \(label)", rows: start..<(start + count)))
        start += count
      }
    }
    return curves
  }
}
