import Publishing

/// A claim that the paper makes with a figure, beside what the ensemble says of it.
///
/// Its verdict is decided by a rule from the estimate and its interval, never by hand: see the type
/// that makes it.
public struct FigureClaim: Equatable, Sendable {
  /// The figure.
  public let figure: PaperFigure
  /// Its name to a machine, one of a kind within the figure.
  public let key: String
  /// The claim in the paper's words.
  public let words: String
  /// What was measured of it.
  public let measured: String
  /// How many chains the estimate is from.
  public let chains: Int
  /// The estimate with its interval.
  public let estimate: Estimate
  /// What the data say.
  public let verdict: Verdict
  /// The condition, or what more there is to know; on one line.
  public let remark: String

  /// Makes a claim.
  public init(
    figure: PaperFigure, key: String, words: String, measured: String, chains: Int,
    estimate: Estimate, verdict: Verdict,
    remark: String
  ) {
    self.figure = figure
    self.key = key
    self.words = words
    self.measured = measured
    self.chains = chains
    self.estimate = estimate
    self.verdict = verdict
    self.remark = remark
  }

  /// The claim and its verdict in a line for a terminal.
  public var line: String {
    "\(figure.rawValue), \(verdict.rawValue): \"\(words)\" \(measured): \(estimate.text) of \(chains) chains."
      + (remark.isEmpty ? "" : " \(remark)")
  }
}
