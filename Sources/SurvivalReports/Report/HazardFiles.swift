import Publishing
import Survival

/// hazard.csv: each group's smoothed hazard; law_quantiles.csv: its times against those of its best law.
struct HazardFiles {
  let names: [String]
  let hazards: [SmoothedHazard?]
  let curves: [KaplanMeierEstimate]
  let pairs: [[QuantilePair]]

  init(names: [String], samples: [RightCensoredSample], comparisons: [LawComparison], level: ConfidenceLevel) throws(SurvivalError)
  {
    self.names = names
    curves = samples.map { KaplanMeierEstimate($0) }
    var hazards: [SmoothedHazard?] = []
    for sample in samples { hazards.append(try SmoothedHazard(sample, level: level)) }
    self.hazards = hazards
    pairs = zip(curves, comparisons).map { curve, comparison in
      comparison.supported.first?.fit.quantilePairs(curve, level: level) ?? []
    }
  }

  func writeHazards(to sink: inout TextSink) throws {
    try sink.write("group,time,hazard,std_error,lower,upper,bandwidth\n")
    for (name, hazard) in zip(names, hazards) {
      guard let hazard else { continue }
      for point in hazard.points {
        let numbers: [Double?] = [point.time, point.value, point.standardError, point.lower, point.upper, hazard.bandwidth]
        try sink.write(PictureCurve.csv(name) + "," + numbers.map { TableText.csv($0) }.joined(separator: ",") + "\n")
      }
    }
  }

  func writePairs(to sink: inout TextSink) throws {
    try sink.write("group,probability,observed,fitted,lower,upper\n")
    for (name, pairs) in zip(names, pairs) {
      for pair in pairs {
        let numbers: [Double?] = [pair.probability, pair.observed, pair.fitted, pair.lower, pair.upper]
        try sink.write(PictureCurve.csv(name) + "," + numbers.map { TableText.csv($0) }.joined(separator: ",") + "\n")
      }
    }
  }

  /// The rows of each group in a file with so many rows for each.
  private func rows(_ counts: [Int]) -> [PictureCurve] {
    var start = 0
    return zip(names, counts).map { name, count in
      defer { start += count }
      return PictureCurve(name, rows: start..<(start + count))
    }
  }

  func pictures(title: String, laws: [String], level: String) -> [any Picture] {
    var pictures: [any Picture] = []
    if let end = hazards.compactMap({ $0?.points.last?.time }).max() {
      pictures.append(
        LinePicture(
          name: "hazard", columns: PictureColumns(x: 2, y: 3, band: (5, 6)), curves: rows(hazards.map { $0?.points.count ?? 0 }),
          end: end,
          title: PictureText(title), subtitle: ["Hazard, Epanechnikov kernel with boundary correction, \(level) pointwise bands."],
          xLabel: "Time", yLabel: "Hazard (events per unit of time at risk)"))
    }
    let values = pairs.joined().flatMap { [$0.observed, $0.fitted] }
    if let least = values.min(), let most = values.max(), least < most {
      pictures.append(
        QuantilePicture(
          name: "law_quantiles", columns: PictureColumns(x: 4, y: 3, band: (5, 6)), groups: rows(pairs.map(\.count)),
          range: 0...most,
          title: PictureText(title), subtitle: ["Best law by AIC: \(laws.joined(separator: "; ")). \(level) pointwise bands."],
          xLabel: "Quantile of the fitted law", yLabel: "Time observed"))
    }
    return pictures
  }
}
