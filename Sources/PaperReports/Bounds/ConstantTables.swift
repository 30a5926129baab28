import AbsorbingSets
import Publishing

/// The theorems' constants, a row for each setting that they cover and each rank.
enum ConstantTables {
  /// `bounds-closed`: Theorem B.1 with C = C_1/(2 lambda).
  static func closed(_ points: [BoundsPoint]) -> Table {
    var table = Table(
      "bounds-closed",
      title: "Theorem B.1: the largest set that stays closed, with C = C1/(2 lambda)",
      columns: [
        TableColumn("setting"), TableColumn("rank", heading: "r"), logarithm("bound", "C"),
        logarithm("alpha", "alpha"),
        logarithm("epsilon1", "eps1"), logarithm("norm", "norm (D.2)"),
        logarithm("balance", "balance (D.3)"),
        logarithm("rank_step", "rank (D.7)"), logarithm("small_rank", "small rank (D.8)"),
        logarithm("eta", "eta"), .words("binds"),
        TableColumn("decades_above", heading: "decades above"),
        logarithm("product_excess", "excess (F.1)"),
      ],
      notes: [
        "Four upper limits of eta, in the theorem's order, then the least of them and its name. All in log10 and convention appendix; eps1 in the "
          + "spectral norm. Then by how much the study's own eta is above, and Proposition F.1: by how much at most the approximate rank of A exceeds r + eps2, for "
          + "alpha <= 1."
      ])
    for point in points {
      guard let setting = try? point.setting() else { continue }
      for rank in point.ranks {
        let set = ClosedSet(setting, rank: rank, epsilon2: point.epsilon2)
        let above: Cell =
          point.learningRate.isZero
          ? .missing("eta is 0")
          : .number(point.learningRate.log10 - set.largest.value.log10, .decimals(2))
        let excess = setting.productExcess(
          alpha: set.alpha, epsilon1: set.epsilon1, bound: set.bound)
        table.append(
          [.count(point.index), .count(rank)]
            + ([set.bound, set.alpha, set.epsilon1] + set.limits.map(\.value)).map(Cell.decades)
            + [
              .decades(set.largest.value), .text(set.largest.reason.words), above, .decades(excess),
            ])
      }
    }
    return table
  }

  /// `bounds-reached`: Theorem B.2 with C = C_1/lambda.
  static func reached(_ points: [BoundsPoint]) -> Table {
    var table = Table(
      "bounds-reached",
      title: "Theorem B.2: the largest closed set with C = C1/lambda, and the chance to reach it",
      columns: [
        TableColumn("setting"), TableColumn("rank", heading: "r"), logarithm("bound", "C"),
        logarithm("alpha", "alpha"),
        logarithm("epsilon1", "eps1"), logarithm("eta", "eta"), .words("binds"),
        logarithm("balancing_time", "T0"),
        logarithm("falling_time", "T1"), logarithm("probability", "P"),
        TableColumn("log10_decades", heading: "log10 of -log10 P"),
        .words("share", heading: "|J|/N"),
        logarithm("counted", "P counted"),
        TableColumn("log10_counted_decades", heading: "log10 of -log10 P counted"),
      ],
      notes: [
        "T0 and T1 are steps at the largest eta that is covered. After them the chain is in B_r with probability P >= (r/min(d_in, d_out))^T1, or by "
          + "counting the observed entries J of the r fullest columns or rows P >= (|J|/N)^T1. For r = 0 the theorem says nothing."
      ])
    for point in points {
      guard let setting = try? point.setting() else { continue }
      let lines = FullestLines(point.law.problem)
      for rank in point.ranks {
        let set = ReachedSet(setting, rank: rank, epsilon2: point.epsilon2, start: point.start)
        let counted = set.probability(counting: lines)
        table.append(
          [
            .count(point.index), .count(rank), .decades(set.closed.bound),
            .decades(set.closed.alpha), .decades(set.epsilon1),
          ] + [
            .decades(set.largest.value), .text(set.largest.reason.words),
            .decades(set.balancingTime), .decades(set.fallingTime),
            .logarithm(set.probability), .depth(set.probability),
            .text("\(lines.entries(in: rank))/\(lines.total)"),
            .logarithm(counted), .depth(counted),
          ])
      }
    }
    return table
  }

  private static func logarithm(_ key: String, _ heading: String) -> TableColumn {
    TableColumn("log10_" + key, heading: "log10 \(heading)")
  }
}
