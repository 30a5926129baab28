/// The numbers under a picture's curves: a row for each curve, a number at each tick of the time
/// axis.
public struct AtRiskStrip: Equatable, Sendable {
  /// What the numbers are.
  public let title: String
  /// The times, which become the ticks of the axis.
  public let times: [Double]
  /// The numbers at these times, a list for each curve handed to the picture.
  public let counts: [[Int]]

  /// Makes a strip.
  ///
  /// - Precondition: Every row of counts has one for each time.
  public init(title: String = "Number at risk", times: [Double], counts: [[Int]]) {
    precondition(
      counts.allSatisfy { $0.count == times.count },
      "a row of the strip needs a count for each time")
    self.title = title
    self.times = times
    self.counts = counts
  }
}
