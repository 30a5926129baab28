import Publishing
import Survival

/// `compare.csv`: a row for each arm that has another to be compared with, its reference included.
enum ComparisonTable {
  /// The whole table, as machines read it.
  static func table(_ rows: [ArmComparison]) -> Table {
    Table("compare", title: "Arms compared", columns: columns, rows: rows.map { names($0) + times($0) + stay($0) })
  }

  /// The same for readers: how soon by means and by hazards, and what comes after.
  static func readerTables(_ rows: [ArmComparison]) -> [Table] {
    let all = table(rows)
    return [
      all.part(
        "compare-means", title: "Restricted means, against the reference",
        ["arm", "name", "entered_fraction", "shared", "rmst_difference", "rmst_difference_paired", "correlation"]),
      all.part(
        "compare-hazards", title: "Hazards, against the reference",
        ["arm", "name", "hazard_ratio", "hazard_ratio_p", "proportionality_p", "log_rank_p", "log_rank_p_holm"]),
      all.part(
        "compare-stay", title: "What comes after an entry",
        [
          "arm", "name", "entered", "collapsed", "exits", "exits_rank", "rank_exit_rate", "rank_exit_rate_ratio", "inside",
          "above_rank", "diverged_after_fraction", "diverged_fraction",
        ]),
    ]
  }

  private static let columns =
    [
      TableColumn("arm"), .words("name"), .words("reference"), TableColumn("chains"), TableColumn("entered"),
      TableColumn("entered_fraction", heading: "entered", shape: .interval), .words("shared", heading: "pairs share"),
      TableColumn("rmst_difference", heading: "rmst difference", shape: .interval),
      TableColumn("rmst_difference_paired", heading: "by pairs", shape: .interval), TableColumn("pairs"),
      TableColumn("correlation"), TableColumn("hazard_ratio", heading: "hazard ratio", shape: .interval),
      TableColumn("hazard_ratio_p", heading: "p"), TableColumn("proportionality_p", heading: "p that it changes"),
      TableColumn("log_rank_p", heading: "log-rank p"), TableColumn("log_rank_p_holm", heading: "p (Holm)"),
      TableColumn("collapsed"), TableColumn("exits"), TableColumn("exits_rank", heading: "by rank"),
      TableColumn("rank_exit_rate", heading: "rate by rank", shape: .interval),
      TableColumn("rank_exit_rate_clustered_lower", heading: "clustered from"),
      TableColumn("rank_exit_rate_clustered_upper", heading: "to"),
      TableColumn("rank_exit_rate_ratio", heading: "ratio of rates", shape: .interval),
      TableColumn("inside", heading: "time inside", shape: .interval), TableColumn("chains_above_rank"),
      TableColumn("above_rank", heading: "back above the rank", shape: .interval), TableColumn("diverged_after"),
      TableColumn("diverged_after_fraction", heading: "diverged after", shape: .interval), TableColumn("diverged"),
      TableColumn("diverged_fraction", heading: "diverged", shape: .interval),
    ]

  private static func names(_ row: ArmComparison) -> [Cell] {
    let summary = row.record.summary
    return [
      .count(row.record.index), PictureCurve.cell(row.record.name), .text(row.reference.arm.law.rung.name), .count(summary.chains),
      .count(summary.entered), .share(summary.enteredFraction),
    ]
  }

  private static func times(_ row: ArmComparison) -> [Cell] {
    guard let difference = row.difference else {
      let word = row.record.index == row.reference.index ? "reference" : "no chains"
      return [.missing(word)] + (0..<9).map { _ in .missing("") }
    }
    let paired = difference.paired
    return [
      .text(difference.shared.rawValue),
      mean(difference.means.difference.value, difference.means.difference.inference?.interval, difference.means),
      paired.map { mean($0.difference.value, $0.difference.inference?.interval, difference.means) } ?? .missing("too few pairs"),
      .count(paired?.difference.count ?? 0), .number(paired?.difference.correlation, .decimals(2)),
    ] + hazards(difference.hazards) + [.pValue(difference.logRank?.pValue), .pValue(row.adjustedPValue)]
  }

  /// A difference of restricted means; nothing where a curve ends before the horizon, as the mean is then not known.
  private static func mean(_ value: Double, _ interval: ConfidenceInterval?, _ means: RestrictedMeanComparison) -> Cell {
    guard !means.first.isExtrapolated, !means.second.isExtrapolated else { return .missing("a curve ends before the horizon") }
    return .estimate(Estimate(value, interval?.lower, interval?.upper))
  }

  private static func hazards(_ hazards: ArmComparison.Hazards) -> [Cell] {
    let value: Double? =
      switch hazards.ratio {
      case .estimated(let estimate): estimate.value
      case .zero: 0
      case .unbounded, .undetermined: nil
      }
    let ratio: Cell =
      hazards.ratio == .undetermined
      ? .missing("never compared")
      : .estimate(Estimate(value, hazards.interval.lower, hazards.interval.upper, absence: "unbounded"))
    return [ratio, .pValue(hazards.pValue), .pValue(hazards.changePValue)]
  }

  private static func stay(_ row: ArmComparison) -> [Cell] {
    let above: [Cell] = [.count(row.above?.events ?? 0), .share(row.above)]
    let divergedAfter = row.record.divergedAfter
    let diverged: [Cell] = [
      .count(divergedAfter?.events ?? 0), .share(divergedAfter), .count(row.record.summary.diverged), .share(row.diverged),
    ]
    let collapsed: [Cell] = [.count(row.record.summary.collapsed)]
    guard let directions = row.record.directions else {
      let unwatched: [Cell] = [.missing("not watched")] + [Cell](repeating: .missing(""), count: 6)
      return collapsed + unwatched + above + diverged
    }
    let rates: [Cell] =
      [.count(directions.exitCounts.total), .count(directions.exitCounts.rank), DirectionTable.rate(directions.rankExits)]
      + DirectionTable.clustered(directions.rankExits) + [exitRatio(row), DirectionTable.inside(directions)]
    return collapsed + rates + above + diverged
  }

  /// The ratio of the exit rates, the arm's to the reference's; with one limit where only one of them has exits.
  private static func exitRatio(_ row: ArmComparison) -> Cell {
    guard let exits = row.difference?.exits else { return .missing("") }
    guard exits.ratio != nil || exits.lower > 0 else { return .missing("never compared") }
    return .estimate(Estimate(exits.ratio, exits.lower, exits.upper, absence: "unbounded"))
  }
}
