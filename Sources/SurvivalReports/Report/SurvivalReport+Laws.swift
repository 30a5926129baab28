import Publishing
import Survival

/// The data that laws are fitted to: times that were observed, or known up to intervals.
enum LawData {
  case observed(RightCensoredSample)
  case intervals(IntervalCensoredSample)

  func comparison(_ questions: SurvivalQuestions, analysis: UInt32) throws(SurvivalError)
    -> LawComparison
  {
    let bootstrap = rows <= SurvivalQuestions.mostTestedTimes ? questions.bootstrap : nil
    return switch self {
    case .observed(let sample):
      try LawComparison(sample, level: questions.level, bootstrap: bootstrap, analysis: analysis)
    case .intervals(let sample):
      try LawComparison(sample, level: questions.level, bootstrap: bootstrap, analysis: analysis)
    }
  }

  /// The distinct rows.
  private var rows: Int {
    switch self {
    case .observed(let sample): sample.times.count
    case .intervals(let sample): sample.rows.count
    }
  }

  var observed: RightCensoredSample? {
    if case .observed(let sample) = self { sample } else { nil }
  }
}

extension SurvivalReport {
  /// Laws of each group, and for observed times the hazard and its plateau.
  static func laws(
    _ names: [String], _ data: [LawData], _ source: SurvivalData, _ questions: SurvivalQuestions
  ) throws
    -> ReportPart
  {
    var comparisons: [LawComparison] = []
    for (index, group) in data.enumerated() {
      comparisons.append(try group.comparison(questions, analysis: UInt32(index)))
    }
    let samples = data.compactMap(\.observed)
    let isObserved = samples.count == names.count
    let plateaus = try samples.map { try HazardPlateau($0, level: questions.level) }
    var part = ReportPart(
      tables: LawTables(
        names: names, comparisons: comparisons, plateaus: isObserved ? plateaus : nil
      ).tables())
    guard isObserved else { return part }
    part.figures = [
      ReportPart.Figure(name: "hazard") { sink in
        var file = HazardFile(level: questions.level)
        try sink.write(file.header)
        for (index, sample) in samples.enumerated() {
          try file.write(
            questions.csvName(names[index]), sample, plateau: plateaus[index], to: &sink,
            curve: names[index])
        }
        return file.picture(
          title: PictureText(source.file), time: PictureText(source.timeName),
          of: "Hazard (events per unit of time at risk)")
      },
      ReportPart.Figure(name: "law_quantiles") { sink in
        let file = LawQuantileFile(
          names: names, samples: samples, comparisons: comparisons, level: questions.level)
        try file.write(to: &sink, cell: questions.csvName)
        let laws = zip(names, comparisons).map { name, comparison in
          let law = comparison.supported.first?.fit.family.name ?? "none"
          return names.count == 1 ? law : "\(name) \(law)"
        }
        return file.picture(
          title: PictureText(source.file), laws: laws, level: questions.levelPercent)
      },
    ]
    return part
  }
}
