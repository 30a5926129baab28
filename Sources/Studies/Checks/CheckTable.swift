import AbsorbingSets
import Publishing
import Survival

/// `checks.csv`: what gradient descent says of every point of the sweep, a row a point.
enum CheckTable {
  /// Its file.
  static let file = "checks.csv"

  /// The table.
  static func table(_ check: StudyCheck, sweptKeys: [String]) throws(SurvivalError) -> Table {
    var rows: [[Cell]] = []
    for point in check.points {
      let swept = sweptKeys.map { key in Cell.text(point.swept.first { $0.key == key }?.value ?? "") }
      let fallen = point.starts > 0 ? try BinomialProportion(events: point.fallen, trials: point.starts) : nil
      rows.append(
        [.count(point.arm)] + swept + [
          .text(point.barrier.rawValue), .count(point.starts), .count(point.fallen), .share(fallen), .count(point.inTime),
          .count(point.undecided),
          .number(point.median, .shortest), .text(point.fit.answer?.rawValue ?? "not known"),
        ] + [point.fit.low, point.fit.high].flatMap(ends))
    }
    let spans = [("low", "up to the event's rank"), ("high", "above it")].flatMap { key, words in
      [
        TableColumn("\(key)_descents", heading: "descents to rest \(words)"), TableColumn("\(key)_inside", heading: "inside"),
        TableColumn("\(key)_squared_norm", heading: "largest squared norm"),
        TableColumn("\(key)_imbalance", heading: "largest imbalance"),
        TableColumn("\(key)_rank_sum", heading: "largest sum of f_alpha"),
      ]
    }
    return Table(
      "checks", title: "Gradient descent without noise",
      columns: [TableColumn("arm")] + sweptKeys.map { .words($0) } + [
        .words("barrier"), TableColumn("gd_starts", heading: "starts"), TableColumn("gd_fallen", heading: "fallen"),
        TableColumn("gd_fallen_fraction", heading: "share", shape: .interval),
        TableColumn("gd_fallen_in_time", heading: "by the horizon"), TableColumn("gd_undecided", heading: "undecided"),
        TableColumn("gd_median", heading: "median"), .words("event_fit", heading: "event"),
      ] + spans, rows: rows)
  }

  private static func ends(_ minima: [FoundMinimum]) -> [Cell] {
    func largest(_ condition: SetCondition) -> Double? { minima.compactMap { $0.reading.value(of: condition) }.max() }
    return [
      .count(minima.count), .count(minima.count(where: \.isInside)),
      .number(largest(.bound), .significant(4)), .number(largest(.balance), .significant(3)),
      .number(largest(.rank), .significant(4)),
    ]
  }
}
