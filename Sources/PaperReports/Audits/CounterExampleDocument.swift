import Audits
import Publishing

extension CounterExampleReplay {
  /// The replay of a counter-example as a page: what the set's conditions read at every step, and
  /// whether the exit is confirmed.
  public func document(_ example: CounterExample) -> Document {
    let set = example.set
    let table = Table(
      "replay", title: "Step by step",
      columns: [
        TableColumn("step"), .words("entry"), TableColumn("eta"), TableColumn("lambda"),
        TableColumn("balance"),
        TableColumn("rank_sum"),
        TableColumn("squared_norm"), TableColumn("level"), .words("breaks"),
      ],
      rows: points.map { point in
        let reading = point.reading
        return [
          .count(point.step),
          .text(point.move.map { AuditWords.entry(example.problem.entries[$0.entry]) } ?? ""),
          point.move.map { .number($0.phase.learningRate, .shortest) } ?? .missing(""),
          point.move.map { .number($0.phase.ridge, .shortest) } ?? .missing(""),
          .number(reading.balance, .significant(8)),
          .number(reading.rankSum, .significant(8)), .number(reading.squaredNorm, .significant(8)),
          reading.level.map { .count($0) } ?? .missing("outside"),
          .text(AuditWords.breaks(reading, set)),
        ]
      },
      notes: [
        "balance, rank_sum, squared_norm: the worst over the layers; the set admits \(TableText.csv(set.epsilon1)), "
          + "\(TableText.csv(Double(set.rank) + set.epsilon2)) and \(TableText.csv(set.bound)). level: the smallest s with the point in B_s."
      ])
    let verdict =
      isConfirmed
      ? "The exit is confirmed: the first point is inside B_\(set.rank), the last is outside."
      : "The exit is not confirmed: the first point is \(points[0].reading.level == nil ? "outside" : "inside") B_\(set.rank), "
        + "the last is \(points[points.count - 1].reading.level == nil ? "outside" : "inside")."
    return Document(
      title:
        "Counter-example to absorption: \(example.study), arm \(example.arm), chain \(example.chain), step \(example.step)",
      paragraphs: [
        (example.kind == .visited
          ? "SGD was at the first point."
          : "The first point was pushed to the edge of the set (\(example.kind.rawValue)); SGD need not be able to reach it."),
        verdict,
      ], tables: [table])
  }
}
