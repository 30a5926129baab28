import Publishing
import Survival

/// law_quantiles.csv: each group's times against the quantiles of its best law.
struct LawQuantileFile {
  private let names: [String]
  private let pairs: [[QuantilePair]]

  init(
    names: [String], samples: [RightCensoredSample], comparisons: [LawComparison],
    level: ConfidenceLevel
  ) {
    self.names = names
    pairs = zip(samples, comparisons).map { sample, comparison in
      comparison.supported.first?.fit.quantilePairs(KaplanMeierEstimate(sample), level: level) ?? []
    }
  }

  func write(to sink: inout TextSink, cell: (String) -> String) throws {
    try sink.write("group,probability,observed,fitted,lower,upper\n")
    for (name, pairs) in zip(names, pairs) {
      for pair in pairs {
        let numbers: [Double?] = [
          pair.probability, pair.observed, pair.fitted, pair.lower, pair.upper,
        ]
        try sink.write(TableText.csvRow(PictureCurve.csv(cell(name)), numbers))
      }
    }
  }

  /// The picture; nil when there is nothing to draw.
  func picture(title: PictureText, laws: [String], level: String) -> QuantilePicture? {
    let values = pairs.joined().flatMap { [$0.observed, $0.fitted] }
    guard let most = values.max(), most > 0 else { return nil }
    var start = 0
    let groups = zip(names, pairs).map { name, pairs in
      defer { start += pairs.count }
      return PictureCurve(name, rows: start..<(start + pairs.count))
    }
    return QuantilePicture(
      name: "law_quantiles", columns: PictureColumns(x: 4, y: 3, band: (5, 6)), groups: groups,
      range: 0...most, title: title,
      subtitle: ["Best law by AIC: \(laws.joined(separator: "; ")). \(level) pointwise bands."],
      xLabel: "Quantile of the fitted law",
      yLabel: "Time observed")
  }
}
