import Publishing

/// `bounds-measured`: what the ensemble saw, a row for each arm.
enum MeasuredTable {
  static func table(_ arms: [MeasuredArm], sweptKeys: [String]) -> Table {
    let words = (["dynamics"] + sweptKeys + ["theorems"]).map { TableColumn.words($0) }
    var table = Table(
      "bounds-measured", title: "What the ensemble measured",
      columns: [TableColumn("arm")] + words + [
        TableColumn("rank", heading: "r"), TableColumn("chains"), TableColumn("entered"),
        TableColumn("entered_fraction", heading: "entered share", shape: .interval),
        TableColumn("median", shape: .interval),
        TableColumn("steps_inside", heading: "steps inside"), TableColumn("exits"),
        TableColumn("exit_rate", heading: "exits a step inside", shape: .interval),
      ],
      rows: arms.map { row($0, sweptKeys) },
      notes: [
        "Of the study's own event, from summary.csv and directions.csv. `theorems` names those that speak of the arm's steps at all, were eta small "
          + "enough: additive and Gaussian noise is outside of both."
      ])
    if arms.contains(where: { $0.arm.law.judge != .state }) {
      table.notes.append(
        "These chains are judged by where gradient descent leads from them: entries and exits are those of a basin, not of B_r."
      )
    }
    return table
  }

  private static func row(_ arm: MeasuredArm, _ sweptKeys: [String]) -> [Cell] {
    func count(_ key: String, _ absence: String = "not defined") -> Cell {
      arm.count(key).map { .count($0) } ?? .missing(absence)
    }
    let unfollowed = "not followed"
    let words =
      [arm.arm.dynamics]
      + sweptKeys.map { key in arm.arm.swept.first { $0.key == key }?.value ?? "" } + [arm.theorems]
    return [.count(arm.index)] + words.map { .text($0) } + [
      .count(arm.arm.law.event.rank), count("chains"), count("entered"),
      .estimate(arm.estimate("entered_fraction", kind: .share)),
      .estimate(arm.estimate("median", kind: .time)), count("steps_inside", unfollowed),
      count("exits", unfollowed),
      arm.isFollowed
        ? .estimate(arm.estimate("exit_rate", style: .scientific)) : .missing(unfollowed),
    ]
  }
}
