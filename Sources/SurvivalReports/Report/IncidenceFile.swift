import Publishing
import Survival

/// incidence.csv: the cumulative incidence of each cause in each group, a row for each time at
/// which the cause has events, and one for the last time. Between its rows a curve is flat.
public struct IncidenceFile {
  /// The names of the causes.
  public let causes: [String]
  private let key: String
  private let causeCell: (String) -> String
  private let transform: IntervalTransform
  private let level: ConfidenceLevel
  /// The curves written so far, for the picture.
  public private(set) var curves: [PictureCurve] = []

  /// Plans a file whose groups are called by `key`. `causeCell` is how a cause is named in it.
  public init(
    key: String = "group", causes: [String], causeCell: @escaping (String) -> String = { $0 },
    transform: IntervalTransform = .logLog, level: ConfidenceLevel = .standard
  ) {
    (self.key, self.causes, self.transform, self.level) = (key, causes, transform, level)
    self.causeCell = causeCell
  }

  /// The first line.
  public var header: String {
    "\(key),cause,time,at_risk,events,other_events,censored,incidence,std_error,lower,upper\n"
  }

  /// Writes a group's rows. `curve` names its curves in the picture, of a cause's name.
  public mutating func write(
    _ name: String, _ estimate: AalenJohansenEstimate, to sink: inout TextSink,
    curve: (_ cause: String) -> String
  ) throws(ReportError) {
    for (cause, row) in rows(of: estimate, curve: curve) {
      let words = PictureCurve.csv(name) + "," + PictureCurve.csv(causeCell(cause))
      let counts = "\(row.atRisk),\(row.events),\(row.otherEvents),\(row.censored)"
      let numbers: [Double?] = [
        row.incidence, Self.standardError(row), row.interval?.lower, row.interval?.upper,
      ]
      try sink.write(TableText.csvRow("\(words),\(TableText.csv(row.time)),\(counts)", numbers))
    }
  }

  /// The standard error of a row; nil while nothing has happened.
  public static func standardError(_ row: IncidenceRow) -> Double? {
    row.incidence > 0 ? row.standardError : nil
  }

  /// A group's rows, cause by cause, which are the next rows of the picture's file.
  public mutating func rows(
    of estimate: AalenJohansenEstimate, curve: (_ cause: String) -> String
  ) -> [(cause: String, row: IncidenceRow)] {
    var found: [(cause: String, row: IncidenceRow)] = []
    for (cause, label) in causes.enumerated()
    where estimate.sample.events[cause].contains(where: { $0 > 0 }) {
      let rows = estimate.rows(cause: cause + 1, transform, level: level)
      let kept = rows.indices.filter { rows[$0].events > 0 || $0 == rows.count - 1 }
      let start = curves.last?.rows.upperBound ?? 0
      curves.append(PictureCurve(curve(label), rows: start..<(start + kept.count)))
      found += kept.map { (label, rows[$0]) }
    }
    return found
  }

  /// The picture of the curves written.
  public func picture(title: PictureText, time: PictureText, end: Double, of what: PictureText)
    -> StepCurvePicture
  {
    StepCurvePicture(
      name: "incidence", columns: PictureColumns(x: 3, y: 8, band: (10, 11)), curves: curves,
      start: 0, end: end, title: title,
      subtitle: [
        "Cumulative incidence (Aalen and Johansen), \(SurvivalQuestions.percent(level.value)) % \(transform.rawValue) bands."
      ],
      xLabel: time, yLabel: what)
  }
}
