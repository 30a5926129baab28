import Publishing
import Survival

extension SurvivalReport {
  /// Times that are known up to intervals: Turnbull's estimate of each group with its band, and
  /// laws.
  static func intervals(_ data: SurvivalData, _ uppers: [Double], _ questions: SurvivalQuestions)
    throws -> ReportPart
  {
    try questions.checkTimes()
    let names = data.groupNames
    var samples: [IntervalCensoredSample] = []
    for group in names.indices {
      let rows = data.times.indices.filter { (data.groups?.codes[$0] ?? 0) == group }
      samples.append(
        try IntervalCensoredSample(
          lower: rows.map { data.times[$0] }, upper: rows.map { uppers[$0] },
          entries: data.entries.map { entries in rows.map { entries[$0] } }))
    }
    var part = ReportPart()
    if data.entries == nil {
      let estimates = try samples.map { try TurnbullEstimate($0) }
      let file = try TurnbullFile(names: names, estimates: estimates, questions: questions)
      let figure = ReportPart.Figure(name: "turnbull") { sink in
        try file.write(to: &sink)
        return file.picture(
          title: PictureText(data.file), time: PictureText(data.timeName),
          level: questions.levelPercent)
      }
      part = ReportPart(
        tables: try IntervalTables(file: file, questions: questions).tables(), figures: [figure])
    } else if !questions.laws {
      throw QuestionError(
        "with late entries, intervals do not set a curve (Turnbull's estimate may not exist); ask for --laws, or leave out --start"
      )
    } else if !questions.times.isEmpty || questions.probabilities != SurvivalQuestions.quartiles {
      throw QuestionError(
        "with late entries, intervals do not set a curve (Turnbull's estimate may not exist): "
          + "--at and --quantiles have no effect here")
    }
    if questions.laws {
      part.append(try laws(names, samples.map(LawData.intervals), data, questions))
    }
    return part
  }
}
