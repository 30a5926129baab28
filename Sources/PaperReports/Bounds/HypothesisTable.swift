import AbsorbingSets
import Publishing

/// `bounds-hypotheses`: which hypotheses the study's own eta, lambda and event meet, and by how
/// many decades they miss the others.
enum HypothesisTable {
  static func table(_ points: [BoundsPoint]) -> Table {
    var table = Table(
      "bounds-hypotheses", title: "Hypotheses that the study meets and misses",
      columns: [
        TableColumn("setting"), .words("statement"), .words("hypothesis"),
        TableColumn("log10_own", heading: "log10 own value"),
        TableColumn("log10_required", heading: "log10 of what is asked for"), .words("met"),
        TableColumn("decades_missing", heading: "decades missing"),
      ],
      notes: [
        "For the event's own r, alpha, eps1, eps2 and C: each hypothesis is evaluated with the study's values in all other places. Decades below 0 "
          + "are decades to spare."
      ])
    if points.contains(where: { $0.law.event.balance == .frobeniusSquared }) {
      table.notes.append(
        "eps1 in the theorems is a spectral norm. Where the study bounds the squared Frobenius norm by e, sqrt(e) stands for it: the theorems' set "
          + "contains the study's.")
    }
    for point in points {
      guard let hypotheses = try? Hypothesis.all(at: point) else { continue }
      for hypothesis in hypotheses {
        table.append([
          .count(point.index), .text(hypothesis.statement), .text(hypothesis.formula),
          .decades(hypothesis.own),
          .decades(hypothesis.required), .text(hypothesis.isMet ? "yes" : "no"),
          hypothesis.decadesMissing.map { .number($0, .decimals(2)) } ?? .missing("a value is 0"),
        ])
      }
    }
    return table
  }
}
