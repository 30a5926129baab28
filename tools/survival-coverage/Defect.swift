/// Why an interval is known to miss the truth too often, and where: it excuses nothing elsewhere.
struct Defect: Sendable {
  let text: String
  /// The scenarios in which it shows: up to this many observations,
  let most: Int
  /// and up to this many when some are censored.
  let mostCensored: Int

  init(_ text: String, upTo most: Int, censored mostCensored: Int) {
    (self.text, self.most, self.mostCensored) = (text, most, mostCensored)
  }

  func holds(at scenario: Scenario) -> Bool {
    scenario.count <= (scenario.isCensored ? mostCensored : most)
  }
}

extension Defect {
  /// Of limits that come from a normal law about the estimate, and Greenwood's formula.
  static let fewAtRisk = Defect(
    "normal limits from a standard error by the delta method, which hold in large samples",
    upTo: 20, censored: 20)

  /// Of a curve's intervals on the plain and the log scale.
  static let asymmetric = Defect(
    "normal limits on a scale on which the estimate's law is skewed in small samples",
    upTo: 200,
    censored: 200)

  /// Of tests and intervals from a statistic's large-sample law.
  static let smallSample = Defect(
    "the chi-square law of the statistic is that of large samples", upTo: 20, censored: 20)
}
