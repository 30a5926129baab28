import Publishing
import Survival

/// hazard.csv: each group's smoothed hazard.
public struct HazardFile {
  private let key: String
  private let level: ConfidenceLevel
  private var curves: [PictureCurve] = []
  private var end = 0.0
  private var levels: [LinePicture.Level] = []
  private var bandwidths: [ClosedRange<Double>] = []

  /// Plans a file whose groups are called by `key`.
  public init(key: String = "group", level: ConfidenceLevel = .standard) {
    (self.key, self.level) = (key, level)
  }

  /// The first line.
  public var header: String { "\(key),time,hazard,std_error,lower,upper,bandwidth\n" }

  /// Writes a group's rows; none where there are not enough events. `curve` names it in the
  /// picture, where a plateau is drawn as well.
  public mutating func write(
    _ name: String, _ sample: RightCensoredSample, plateau: HazardPlateau?, to sink: inout TextSink,
    curve: String
  ) throws {
    for point in try points(of: sample, plateau: plateau, curve: curve) {
      let numbers: [Double?] = [
        point.time, point.value, point.standardError, point.lower, point.upper, point.bandwidth,
      ]
      try sink.write(TableText.csvRow(PictureCurve.csv(name), numbers))
    }
  }

  /// A group's points, in the order of time, which are the next rows of the picture's file; none
  /// where there are not enough events.
  public mutating func points(
    of sample: RightCensoredSample, plateau: HazardPlateau?, curve: String
  ) throws -> [SmoothedHazard.Point] {
    let hazard = try SmoothedHazard(sample, level: level)
    let start = curves.last?.rows.upperBound ?? 0
    curves.append(PictureCurve(curve, rows: start..<(start + (hazard?.points.count ?? 0))))
    guard let hazard else { return [] }
    let last = hazard.points.last?.time ?? 0
    end = max(end, last)
    bandwidths.append(hazard.bandwidths)
    if let plateau, let rate = plateau.rate.value, plateau.onset < last {
      levels.append(
        LinePicture.Level(curve: curves.count - 1, from: plateau.onset, to: last, height: rate))
    }
    return hazard.points
  }

  /// The least and the largest bandwidth of all curves.
  private var widths: String {
    let ends = [bandwidths.map(\.lowerBound).min(), bandwidths.map(\.upperBound).max()].map {
      $0 ?? 0
    }
    let words = ends.map { TableText.significant($0, digits: 3) }
    return words[0] == words[1] ? words[0] : "\(words[0]) to \(words[1])"
  }

  /// The picture of the hazards written; nil when there is none.
  public func picture(title: PictureText, time: PictureText, of what: PictureText) -> LinePicture? {
    guard end > 0 else { return nil }
    return LinePicture(
      name: "hazard", columns: PictureColumns(x: 2, y: 3, band: (5, 6)), curves: curves, end: end,
      levels: levels, title: title,
      subtitle: [
        "Epanechnikov kernel from the first event on, \(SurvivalQuestions.percent(level.value)) % pointwise bands; bandwidth \(widths)"
          + (levels.isEmpty ? "." : "; dashed: the plateau, from its onset.")
      ],
      xLabel: time, yLabel: what)
  }
}
