import Publishing
import Survival

/// hazard.csv: each group's smoothed hazard.
public struct HazardFile {
  private let key: String
  private let level: ConfidenceLevel
  private var curves: [PictureCurve] = []
  private var end = 0.0

  /// Plans a file whose groups are called by `key`.
  public init(key: String = "group", level: ConfidenceLevel = .standard) { (self.key, self.level) = (key, level) }

  /// The first line.
  public var header: String { "\(key),time,hazard,std_error,lower,upper,bandwidth\n" }

  /// Writes a group's rows; none where there are not enough events. `curve` names it in the picture.
  public mutating func write(_ name: String, _ sample: RightCensoredSample, to sink: inout TextSink, curve: String) throws {
    let hazard = try SmoothedHazard(sample, level: level)
    let start = curves.last?.rows.upperBound ?? 0
    curves.append(PictureCurve(curve, rows: start..<(start + (hazard?.points.count ?? 0))))
    guard let hazard else { return }
    end = max(end, hazard.points.last?.time ?? 0)
    for point in hazard.points {
      let numbers: [Double?] = [point.time, point.value, point.standardError, point.lower, point.upper, hazard.bandwidth]
      try sink.write(TableText.csvRow(PictureCurve.csv(name), numbers))
    }
  }

  /// The picture of the hazards written; nil when there is none.
  public func picture(title: PictureText, time: PictureText, of what: PictureText) -> LinePicture? {
    guard end > 0 else { return nil }
    return LinePicture(
      name: "hazard", columns: PictureColumns(x: 2, y: 3, band: (5, 6)), curves: curves, end: end, title: title,
      subtitle: [
        "Hazard, Epanechnikov kernel with boundary correction, \(SurvivalQuestions.percent(level.value)) % pointwise bands."
      ],
      xLabel: time, yLabel: what)
  }
}
