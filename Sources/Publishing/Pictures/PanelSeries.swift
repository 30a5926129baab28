/// One thing that a panel draws: some rows of a CSV file in the picture's folder.
public struct PanelSeries: Equatable, Sendable {
  /// How it is drawn.
  public enum Form: Equatable, Sendable {
    /// A line through the points.
    case line
    /// A dashed line through the points.
    case dashed
    /// A line that keeps each height until the next point.
    case steps
    /// Points.
    case points
    /// Points with their intervals.
    case intervals
    /// The area between the limits.
    case band
    /// Bars from the axis up, so wide in units of the horizontal axis; on a linear axis of heights.
    case bars(width: Double)
  }

  /// Its name in the legend; nil for none, as for further lines of the same kind.
  public let name: String?
  /// How it is drawn.
  public let form: Form
  /// Its colour.
  public let colour: PictureColour
  /// The CSV file, with a header and a row a point.
  public let table: String
  /// The columns; a band and intervals need limits.
  public let columns: PictureColumns
  /// Its rows, counted from 0 after the header. A series without rows is not drawn.
  public let rows: Range<Int>

  /// Makes a series.
  ///
  /// - Precondition: A band and intervals have columns of limits, and bars a width above 0.
  public init(
    _ name: String?, _ form: Form, _ colour: PictureColour, table: String, columns: PictureColumns,
    rows: Range<Int>
  ) {
    switch form {
    case .intervals, .band: precondition(columns.band != nil, "a band needs columns of limits")
    case .bars(let width): precondition(width > 0 && width.isFinite, "bars have a width")
    case .line, .dashed, .steps, .points: break
    }
    self.name = name
    self.form = form
    self.colour = colour
    self.table = table
    self.columns = columns
    self.rows = rows
  }
}
