import Publishing
import Survival

extension SurvivalReport {
  /// Curves of groups, and their comparison.
  static func curves(_ data: SurvivalData, _ questions: SurvivalQuestions) throws -> ReportPart {
    let times = try GroupedTimes(data, questions)
    let summary = SummaryTables(times: times, questions: questions)
    var part = ReportPart(tables: try summary.tables())
    part.tables += try ComparisonTables(times: times, questions: questions).tables()
    part.tables += try EffectTables(times: times, questions: questions).tables()
    let file = CurveFile(times: times, questions: questions)
    part.figures = [
      ReportPart.Figure(name: "survival") { sink in
        try file.write(to: &sink)
        return file.picture(
          title: PictureText(data.file), time: PictureText(data.timeName), ticks: summary.ticks)
      }
    ]
    if questions.laws {
      part.append(try laws(times.names, times.samples.map(LawData.observed), data, questions))
    }
    return part
  }

  /// Competing outcomes of groups.
  static func incidence(_ data: SurvivalData, _ causes: LabelColumn, _ questions: SurvivalQuestions)
    throws -> ReportPart
  {
    let outcomes = try GroupedOutcomes(data, causes: causes, landmark: questions.landmark)
    let tables = try IncidenceTables(outcomes: outcomes, questions: questions).tables()
    // Everyone censored: a table that says so, and nothing to draw.
    if outcomes.causes.isEmpty { return ReportPart(tables: tables) }
    let figure = ReportPart.Figure(name: "incidence") { sink in
      var file = IncidenceFile(
        causes: outcomes.causes, causeCell: questions.csvName, transform: questions.transform,
        level: questions.level)
      try sink.write(file.header)
      for (name, estimate) in zip(outcomes.names, outcomes.estimates) {
        try file.write(questions.csvName(name), estimate, to: &sink) {
          outcomes.names.count == 1 ? $0 : "\(name): \($0)"
        }
      }
      let end = outcomes.estimates.map(\.sample.overall.lastTime).max() ?? 1
      return file.picture(
        title: PictureText(data.file), time: PictureText(data.timeName), end: end,
        of: "Fraction that has ended so")
    }
    return ReportPart(tables: tables, figures: [figure])
  }
}
