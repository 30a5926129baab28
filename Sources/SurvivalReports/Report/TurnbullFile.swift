import Publishing
import Survival

/// turnbull.csv: for each group the intervals that have mass, and S at their ends with its
/// bootstrap band.
struct TurnbullFile {
  /// The most ends of a group that get a band: a band keeps every replicate at every end.
  static let mostEnds = 2000

  let names: [String]
  let estimates: [TurnbullEstimate]
  /// A group's name as the file has it.
  private let csvName: (String) -> String
  /// Each group's band at every `stride`-th of its ends.
  let bands: [(stride: Int, band: TurnbullBand)]

  init(names: [String], estimates: [TurnbullEstimate], questions: SurvivalQuestions)
    throws(SurvivalError)
  {
    (self.names, self.estimates) = (names, estimates)
    csvName = questions.csvName
    var bands: [(stride: Int, band: TurnbullBand)] = []
    for (group, estimate) in estimates.enumerated() {
      let ends = estimate.rows.map(\.interval.upper).filter(\.isFinite)
      let stride = (ends.count + Self.mostEnds - 1) / Self.mostEnds
      let times = ends.indices.filter { $0 % max(stride, 1) == 0 }.map { ends[$0] }
      bands.append(
        (
          max(stride, 1),
          try estimate.band(
            at: times, level: questions.level, bootstrap: questions.bootstrap,
            analysis: UInt32(1000 + group))
        ))
    }
    self.bands = bands
  }

  /// The limits of S at the end of a group's row; nil where they were not asked for, or not found.
  func limits(group: Int, row: Int) -> ConfidenceInterval? {
    let (stride, band) = bands[group]
    guard row % stride == 0, let intervals = band.intervals, row / stride < intervals.count else {
      return nil
    }
    return intervals[row / stride]
  }

  func write(to sink: inout TextSink) throws(ReportError) {
    try sink.write("group,after,by,mass,survival,lower,upper\n")
    for (group, (name, estimate)) in zip(names, estimates).enumerated() {
      for (place, row) in estimate.rows.enumerated() {
        let isKnown = row.interval.upper.isFinite
        let limits = isKnown ? limits(group: group, row: place) : nil
        let numbers: [Double?] = [
          row.interval.lower, isKnown ? row.interval.upper : nil, row.mass,
          isKnown ? row.survivalAfter : nil, limits?.lower,
          limits?.upper,
        ]
        try sink.write(TableText.csvRow(PictureCurve.csv(csvName(name)), numbers))
      }
    }
  }

  /// The picture: S at the ends, as steps; nil when no end is finite.
  func picture(title: PictureText, time: PictureText, level: String) -> StepCurvePicture? {
    var start = 0
    var curves: [PictureCurve] = []
    for (name, estimate) in zip(names, estimates) {
      let count = estimate.rows.count
      curves.append(
        PictureCurve(
          name, rows: start..<(start + estimate.rows.count { $0.interval.upper.isFinite })))
      start += count
    }
    guard let end = estimates.flatMap({ $0.rows.map(\.interval.upper) }).filter(\.isFinite).max(),
      end > 0
    else { return nil }
    return StepCurvePicture(
      name: "turnbull", columns: PictureColumns(x: 3, y: 5, band: (6, 7)), curves: curves, start: 1,
      top: 1, end: end, title: title,
      subtitle: [
        "Turnbull's estimate, drawn with each event at the end of its interval; \(level) bootstrap bands."
      ],
      xLabel: time,
      yLabel: "Fraction without the event")
  }
}
