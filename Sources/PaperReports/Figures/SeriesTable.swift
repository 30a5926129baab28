import Foundation
import Publishing

/// A table in long form for a panel of a picture: rows of one series after another, each a place
/// and a height with its limits.
struct SeriesTable {
  /// One point of a series.
  struct Point {
    let x: Double
    let y: Estimate

    /// A point; limits that are not known are empty cells, and a height that is not known is a gap
    /// in a line.
    init(_ x: Double, _ y: Double?, _ lower: Double? = nil, _ upper: Double? = nil) {
      self.x = x
      self.y = Estimate(y, lower, upper)
    }
  }

  private(set) var table: Table

  /// An empty table: columns `series`, `x`, `y`, `y_lower`, `y_upper`.
  init(_ name: String, title: String, x: String, y: String) {
    table = Table(
      name, title: title,
      columns: [.words("series"), TableColumn(x), TableColumn(y, shape: .interval)])
  }

  /// The file.
  var file: String { table.name + ".csv" }

  /// Appends a series; returns its rows.
  mutating func append(_ series: String, _ points: [Point]) -> Range<Int> {
    let start = table.rows.count
    for point in points {
      table.append([PictureCurve.cell(series), .number(point.x, .shortest), .estimate(point.y)])
    }
    return start..<table.rows.count
  }

  /// What a panel draws of these rows.
  func series(
    _ name: String?, _ form: PanelSeries.Form, _ colour: PictureColour, _ rows: Range<Int>
  ) -> PanelSeries {
    PanelSeries(
      name, form, colour, table: file,
      columns: PictureColumns(x: 2, y: 3, band: (lower: 4, upper: 5)), rows: rows)
  }
}

extension PanelPicture.Axis {
  /// A logarithmic axis around some values, from a power of ten on, which is not below `floor`;
  /// values that are not above 0 are left out.
  static func decades(_ label: PictureText, of values: [Double], floor: Double) -> PanelPicture.Axis
  {
    let positive = values.filter { $0 > 0 && $0.isFinite }
    let low = max(pow(10, log10(positive.min() ?? floor).rounded(.down)), floor)
    let high = max(1.6 * (positive.max() ?? floor), 10 * low)
    return PanelPicture.Axis(label, low...min(high, 1e300), isLogarithmic: true)
  }
}
