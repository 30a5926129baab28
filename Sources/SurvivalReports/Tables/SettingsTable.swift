import Publishing
import Survival

/// What was asked, so that a table that is read apart from its command can be made again.
enum SettingsTable {
  static func table(_ data: SurvivalData, _ questions: SurvivalQuestions) -> Table {
    var rows: [(String, Cell)] = [
      ("file", .text(data.file)), ("observations", .count(data.count)),
      ("time", .text(data.timeName)),
      ("level", .number(questions.level.value, .shortest)),
    ]
    // Intervals have neither a horizon nor pointwise limits on a scale.
    if data.uppers == nil {
      let horizon = questions.horizon.map { Cell.number($0, .shortest) }
      rows.append(("interval", .text(questions.transform.rawValue)))
      rows.append(
        ("horizon", horizon ?? .text("the last time up to which every curve is known")))
    }
    if let weights = data.weights {
      rows.append(("weight", .text(weights.name)))
      rows.append(("rows", .count(weights.rows)))
      if weights.empty > 0 { rows.append(("rows of weight 0", .count(weights.empty))) }
    }
    if let landmark = questions.landmark { rows.append(("landmark", .number(landmark, .shortest))) }
    if questions.laws || data.uppers != nil {
      rows.append(("replicates", .count(questions.bootstrap.replicates)))
      rows.append(("seed", .text(String(questions.bootstrap.seed))))
    }
    return Table(
      "settings", title: "What was asked", columns: [.words("setting"), .words("value")],
      rows: rows.map { [.text($0.0), $0.1] })
  }
}
