import Publishing
import Survival

extension SurvivalReport {
  /// Curves of groups, and their comparison.
  static func curves(_ data: SurvivalData, _ questions: SurvivalQuestions) throws -> ReportPart {
    let times = try GroupedTimes(data, questions)
    let summary = SummaryTables(times: times, questions: questions)
    let file = CurveFile(times: times, questions: questions)
    var part = ReportPart(tables: try summary.tables())
    part.tables += try ComparisonTables(times: times, questions: questions).tables()
    part.tables += try EffectTables(times: times, questions: questions).tables()
    part.files = [ReportPart.File(name: "survival.csv", write: file.write)]
    part.pictures = [
      StepCurvePicture(
        name: "survival", columns: PictureColumns(x: 2, y: 6, band: (8, 9), marks: 5), curves: file.curves, start: 1, top: 1,
        end: times.samples.map(\.lastTime).max() ?? 1, title: PictureText(data.file),
        subtitle: [
          "Kaplan-Meier curves, \(level(questions)) \(questions.transform.rawValue) bands; + where observations are censored."
        ],
        xLabel: "Time", yLabel: "Fraction without the event", atRisk: strip(times.samples, summary.ticks))
    ]
    if questions.laws { part.append(try laws(times.names, times.samples.map(LawData.observed), data.file, questions)) }
    return part
  }

  /// Competing outcomes of groups.
  static func incidence(_ data: SurvivalData, _ causes: LabelColumn, _ questions: SurvivalQuestions) throws -> ReportPart {
    let outcomes = try GroupedOutcomes(data, causes: causes)
    guard !outcomes.causes.isEmpty else { throw QuestionError("\(data.file): no observation has a cause; every one is censored") }
    let file = IncidenceFile(outcomes: outcomes, questions: questions)
    let samples = outcomes.estimates.map(\.sample.overall)
    return ReportPart(
      tables: try IncidenceTables(outcomes: outcomes, questions: questions).tables(),
      files: [ReportPart.File(name: "incidence.csv", write: file.write)],
      pictures: [
        StepCurvePicture(
          name: "incidence", columns: PictureColumns(x: 3, y: 8, band: (10, 11)), curves: file.curves, start: 0,
          end: samples.map(\.lastTime).max() ?? 1, title: PictureText(data.file),
          subtitle: ["Cumulative incidence (Aalen and Johansen), \(level(questions)) \(questions.transform.rawValue) bands."],
          xLabel: "Time", yLabel: "Fraction that has ended so")
      ])
  }

  private static func strip(_ samples: [RightCensoredSample], _ ticks: [Double]) -> AtRiskStrip {
    AtRiskStrip(times: ticks, counts: samples.map { $0.atRiskTable(at: ticks).map(\.atRisk) })
  }

  static func level(_ questions: SurvivalQuestions) -> String { TableText.csv(100 * questions.level.value) + " %" }
}
