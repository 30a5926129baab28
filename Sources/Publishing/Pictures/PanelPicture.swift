/// Panels side by side, each with axes of its own and whatever its series ask for: such as a figure
/// in a paper's form beside what an ensemble says of it.
public struct PanelPicture: Picture {
  /// The stem of the picture's files.
  public let name: String
  /// The title.
  public let title: PictureText
  /// Lines below the title, in smaller letters.
  public let subtitle: [String]
  /// The panels from the left, one to three.
  public let panels: [Panel]

  /// Makes a picture.
  ///
  /// - Precondition: There are one to three panels.
  public init(name: String, title: PictureText, subtitle: [String] = [], panels: [Panel]) {
    precondition((1...3).contains(panels.count), "a picture has one to three panels")
    self.name = name
    self.title = title
    self.subtitle = subtitle
    self.panels = panels
  }
}

extension PanelPicture {
  /// One axis of a panel.
  public struct Axis: Equatable, Sendable {
    /// Its name.
    public let label: PictureText
    /// What it shows; what is outside is cut off.
    public let range: ClosedRange<Double>
    /// Whether it is in powers of ten.
    public let isLogarithmic: Bool
    /// The places with numbers; nil for round places.
    public let ticks: [Double]?

    /// Makes an axis.
    ///
    /// - Precondition: The range is finite and not empty, and above 0 where the axis is
    ///   logarithmic.
    public init(
      _ label: PictureText, _ range: ClosedRange<Double>, isLogarithmic: Bool = false,
      ticks: [Double]? = nil
    ) {
      precondition(
        range.lowerBound.isFinite && range.upperBound.isFinite
          && range.lowerBound < range.upperBound
          && (range.lowerBound > 0 || !isLogarithmic), "the range of an axis is not one")
      self.label = label
      self.range = range
      self.isLogarithmic = isLogarithmic
      self.ticks = ticks
    }
  }

  /// A straight line across a panel, such as a threshold.
  public struct Rule: Equatable, Sendable {
    /// Where the line is.
    public enum Place: Equatable, Sendable {
      /// Upright, at a place of the horizontal axis.
      case x(Double)
      /// Level, at a place of the other.
      case y(Double)
    }

    /// Where it is.
    public let place: Place
    /// Its name in the legend; nil for none.
    public let name: String?

    /// Makes a line.
    public init(_ place: Place, name: String? = nil) {
      (self.place, self.name) = (place, name)
    }
  }

  /// Stretches of the horizontal axis with a grey ground, such as the noisy halves of a periodic
  /// schedule.
  public struct Shade: Equatable, Sendable {
    /// The stretches.
    public let stretches: [ClosedRange<Double>]
    /// Their name in the legend; nil for none.
    public let name: String?

    /// Makes stretches.
    public init(_ stretches: [ClosedRange<Double>], name: String? = nil) {
      (self.stretches, self.name) = (stretches, name)
    }
  }

  /// Axes with everything between them.
  public struct Panel: Equatable, Sendable {
    /// The title.
    public let title: PictureText
    /// The horizontal axis.
    public let x: Axis
    /// The other axis.
    public let y: Axis
    /// What is drawn, the first below the others.
    public let series: [PanelSeries]
    /// Lines across, above the series.
    public let rules: [Rule]
    /// Stretches with a grey ground.
    public let shade: Shade?

    /// Makes a panel.
    public init(
      title: PictureText, x: Axis, y: Axis, series: [PanelSeries], rules: [Rule] = [],
      shade: Shade? = nil
    ) {
      self.title = title
      self.x = x
      self.y = y
      self.series = series
      self.rules = rules
      self.shade = shade
    }
  }
}
