import AbsorbingSets
import DeepLinear
import Publishing

/// `bounds-settings`: what the theorems are evaluated at, and the largest learning rate that they
/// cover, a row for each point.
enum SettingTable {
  static func table(_ points: [BoundsPoint], sweptKeys: [String]) -> Table {
    let words = sweptKeys.map { TableColumn.words($0) }
    return Table(
      "bounds-settings", title: "Settings and the largest learning rate that is covered",
      columns: [TableColumn("setting")] + words + [
        TableColumn.words("convention"), TableColumn("eta"), TableColumn("lambda"),
        TableColumn("log10_eta", heading: "log10 eta"),
        TableColumn("log10_lambda", heading: "log10 lambda"), TableColumn("depth", heading: "L"),
        TableColumn("n"),
        TableColumn("log10_data_bound", heading: "log10 C1"),
        TableColumn("log10_start", heading: "log10 C0"),
        TableColumn("rank", heading: "r"),
        TableColumn("log10_eta_covered", heading: "log10 eta covered"),
        TableColumn("decades_above", heading: "decades above"),
        .words("covered"),
      ],
      rows: points.map { row($0, sweptKeys) },
      notes: [
        "eta and lambda are the study's; all logarithms are those of convention appendix, to which they are translated. C1 = max a_k^2; C0 is the "
          + "mean of ||W_l||_F^2 at the start, of the layer where it is largest; n is the largest width; r is the event's."
      ])
  }

  private static func row(_ point: BoundsPoint, _ sweptKeys: [String]) -> [Cell] {
    let swept = sweptKeys.map { key in Cell.text(point.swept.first { $0.key == key }?.value ?? "") }
    let opening =
      [.count(point.index)] + swept + [
        .text(point.law.convention.rawValue), .number(point.phase.learningRate, .shortest),
        .number(point.phase.ridge, .shortest),
        .decades(point.learningRate), .decades(point.ridge), .count(point.law.shape.depth),
        .count(point.size),
        .decades(point.dataBound), .decades(point.start), .count(point.law.event.rank),
      ]
    do {
      let limit = try point.closedSet().largest.value
      guard !point.learningRate.isZero else {
        return opening + [.decades(limit), .missing("eta is 0"), .text("yes")]
      }
      let above = point.learningRate.log10 - limit.log10
      return opening + [
        .decades(limit), .number(above, .decimals(2)), .text(above > 0 ? "no" : "yes"),
      ]
    } catch {
      return opening + [.missing("not covered"), .missing("not covered"), .text("no: \(error)")]
    }
  }
}
