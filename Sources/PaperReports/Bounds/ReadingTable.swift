import AbsorbingSets
import Publishing

/// `bounds-readings`: where the statements as printed differ from what their proofs support, with
/// both numbers for the event's r.
enum ReadingTable {
  static func table(_ points: [BoundsPoint]) -> Table {
    var table = Table(
      "bounds-readings", title: "Statements as printed, and as their proofs support them",
      columns: [
        TableColumn("setting"), .words("statement"), .words("quantity"),
        TableColumn("log10_printed", heading: "log10 printed"),
        TableColumn("log10_proven", heading: "log10 proven"), .words("difference"),
      ],
      notes: [
        "All other tables have what the proofs support. D.2 and F.1 are evaluated at the sets of bounds-closed, E.1 and E.2 at those of bounds-reached."
      ])
    for point in points {
      guard let setting = try? point.setting() else { continue }
      for row in rows(point, setting) { table.append(row) }
    }
    return table
  }

  private static func rows(_ point: BoundsPoint, _ setting: TheoremSetting) -> [[Cell]] {
    let rank = point.law.event.rank
    let closed = ClosedSet(setting, rank: rank, epsilon2: point.epsilon2)
    let proven = ReachedSet(setting, rank: rank, epsilon2: point.epsilon2, start: point.start)
    let printed = ReachedSet(
      setting, rank: rank, epsilon2: point.epsilon2, start: point.start, reading: .printed)
    func row(
      _ statement: String, _ quantity: String, _ printed: Cell, _ proven: Cell, _ difference: String
    ) -> [Cell] {
      [.count(point.index), .text(statement), .text(quantity), printed, proven, .text(difference)]
    }
    func excess(_ reading: TheoremReading) -> Cell {
      .decades(
        setting.productExcess(
          alpha: closed.alpha, epsilon1: closed.epsilon1, bound: closed.bound, reading: reading))
    }
    let needed = setting.largestReachedEpsilon1(
      rank: rank, alpha: proven.closed.alpha, epsilon2: proven.closed.epsilon2)
    return [
      row(
        "D.2", "largest eta",
        .decades(setting.largestNormStep(bound: closed.bound, reading: .printed)),
        .decades(closed.limits[0].value), "C^L is printed for C^(L-1)"),
      row(
        "D.4", "C", .decades(LogNumber.one / (2 * setting.ridge)), .decades(setting.smallestBound),
        "C <= 1/(2 lambda) is printed for C >= C1/(2 lambda)"),
      row(
        "E.1", "largest eta by norm", .decades(printed.limits[0].value),
        .decades(proven.limits[0].value),
        "C0 is printed for max(C0, C1/(2 lambda))"),
      row(
        "E.1", "largest eta by balance", .decades(printed.limits[1].value),
        .decades(proven.limits[1].value),
        "the proof adds 2 lambda^2 C to the denominator"),
      row(
        "B.2", "largest eps1", .missing("no limit is printed"), .decades(needed),
        "E.2 needs it; B.2 leaves it out"),
      row(
        "F.1", "excess of the product's rank sum", excess(.printed), excess(.proven),
        "a factor n is missing in print"),
    ]
  }
}
