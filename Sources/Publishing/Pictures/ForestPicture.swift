/// Estimates with their intervals, a row each, in panels side by side: how several things compare.
public struct ForestPicture: Picture {
  /// Where a panel's numbers are in the CSV file, by columns counted from 1.
  public struct Series: Equatable, Sendable {
    /// The estimate.
    public let value: Int
    /// The lower limit.
    public let lower: Int
    /// The upper limit.
    public let upper: Int
    /// Whether an estimate without limits is drawn, as a point.
    public let isDrawnAlone: Bool

    /// Finds the columns of a table by their keys; the limits are `value_lower` and `value_upper`
    /// unless others are named.
    ///
    /// - Precondition: The table has the keys.
    public init(
      of table: Table, _ value: String, lower: String? = nil, upper: String? = nil,
      isDrawnAlone: Bool = true
    ) {
      self.isDrawnAlone = isDrawnAlone
      func place(_ key: String) -> Int {
        guard let found = table.keys.firstIndex(of: key) else {
          preconditionFailure("the table \(table.name) has no column \(key)")
        }
        return found + 1
      }
      (self.value, self.lower, self.upper) = (
        place(value), place(lower ?? value + "_lower"), place(upper ?? value + "_upper")
      )
    }
  }

  /// The axis of a panel.
  public enum Scale: Equatable, Sendable {
    /// Over a range that holds 0, with a line there.
    case linear(ClosedRange<Double>)
    /// In powers of ten over a range above 0. An estimate of 0 with an upper limit is an arrow that
    /// comes from there.
    case logarithmic(ClosedRange<Double>)
  }

  /// One panel: up to two series, the first with open points, the second with filled ones.
  public struct Panel: Equatable, Sendable {
    /// Its title.
    public let title: PictureText
    /// The name of its axis.
    public let xLabel: PictureText
    /// What is drawn in it.
    public let series: [Series]
    /// Its axis.
    public let scale: Scale

    /// Makes a panel.
    ///
    /// - Precondition: it has one or two series; the range is finite and has a length, and a
    ///   logarithmic one begins above 0.
    public init(title: PictureText, xLabel: PictureText, series: [Series], scale: Scale) {
      precondition((1...2).contains(series.count), "a panel has one or two series")
      let range = scale.range
      precondition(
        range.lowerBound.isFinite && range.upperBound.isFinite
          && range.lowerBound < range.upperBound, "a range has a length")
      switch scale {
      case .linear: precondition(range.contains(0), "a difference is drawn beside 0")
      case .logarithmic: precondition(range.lowerBound > 0, "a logarithmic axis begins above 0")
      }
      self.title = title
      self.xLabel = xLabel
      self.series = series
      self.scale = scale
    }
  }

  /// The stem of the picture's files.
  public let name: String
  /// The file with the rows, in the picture's folder.
  public let table: String
  /// The rows' names, in the order of the file; those after the first `mostRows` are not drawn.
  public let rows: [String]
  /// The panels, from the left.
  public let panels: [Panel]
  /// The title.
  public let title: PictureText
  /// Lines below the title, in smaller letters.
  public let subtitle: [String]

  /// The most rows that are drawn.
  public static let mostRows = 40

  /// Makes a picture.
  ///
  /// - Precondition: there is a panel.
  public init(
    name: String, table: String? = nil, rows: [String], panels: [Panel], title: PictureText,
    subtitle: [String] = []
  ) {
    precondition(!panels.isEmpty, "a picture has a panel")
    self.name = name
    self.table = table ?? name + ".csv"
    self.rows = Array(rows.prefix(Self.mostRows))
    self.panels = panels
    self.title = title
    self.subtitle = subtitle
  }
}

extension ForestPicture.Scale {
  /// What the axis shows.
  var range: ClosedRange<Double> {
    switch self {
    case .linear(let range), .logarithmic(let range): range
    }
  }
}
