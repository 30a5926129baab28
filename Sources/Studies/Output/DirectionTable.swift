import Publishing
import Survival

/// `directions.csv`: how often chains leave the event's set after their entry and come back, a row for each arm that is followed.
enum DirectionTable {
  /// The table; nil when no arm is followed.
  static func table(_ records: [ArmRecord]) -> Table? {
    let rows = records.compactMap { record in record.directions.map { row(record, $0) } }
    guard !rows.isEmpty else { return nil }
    return Table(
      "directions", title: "Both directions: exits and re-entries",
      columns: [
        TableColumn("arm"), .words("name"), TableColumn("entered"), TableColumn("steps_followed"), TableColumn("steps_inside"),
        TableColumn("inside", shape: .interval), TableColumn("exits"), TableColumn("exits_rank", heading: "by rank"),
        TableColumn("exits_bound", heading: "by bound"), TableColumn("exits_balance", heading: "by balance"),
        TableColumn("rank_exit_rate", heading: "rank exit rate", shape: .interval),
        TableColumn("rank_exit_rate_clustered_lower", heading: "clustered from"),
        TableColumn("rank_exit_rate_clustered_upper", heading: "to"), TableColumn("exit_rate", shape: .interval),
        TableColumn("exit_rate_clustered_lower", heading: "clustered from"),
        TableColumn("exit_rate_clustered_upper", heading: "to"), TableColumn("dispersion"), TableColumn("chains_with_exit"),
        TableColumn("with_exit", shape: .interval), TableColumn("diverged_after"),
        TableColumn("diverged_after_fraction", heading: "diverged after", shape: .interval), TableColumn("reentries"),
        TableColumn("steps_outside"),
        TableColumn("reentry_rate", shape: .interval), TableColumn("reentry_rate_clustered_lower", heading: "clustered from"),
        TableColumn("reentry_rate_clustered_upper", heading: "to"),
      ], rows: rows)
  }

  private static func row(_ record: ArmRecord, _ directions: ArmDirections) -> [Cell] {
    let (exits, counts) = (directions.exits, directions.exitCounts)
    return [
      .count(record.index), .text(record.name), .count(directions.entered), .count(directions.stepsFollowed),
      .count(directions.stepsInside), inside(directions), .count(counts.total), .count(counts.rank),
      .count(counts.bound), .count(counts.balance), rate(directions.rankExits),
    ] + clustered(directions.rankExits) + [rate(exits)] + clustered(exits) + [
      .number(exits.dispersion, .significant(3)), .count(directions.withExit?.events ?? 0), Cell.share(directions.withExit),
      .count(record.divergedAfter?.events ?? 0), .share(record.divergedAfter),
      .count(directions.reentries.poisson.events), .count(directions.stepsOutside), rate(directions.reentries),
    ] + clustered(directions.reentries)
  }

  /// The share of time inside.
  static func inside(_ directions: ArmDirections) -> Cell {
    guard let inside = directions.inside else { return .missing("never inside") }
    return .estimate(Estimate(inside.value, inside.lower, inside.upper, kind: .share))
  }

  /// A rate with its exact interval.
  static func rate(_ rate: ClusteredRate) -> Cell {
    guard let value = rate.poisson.value else { return .missing("no such step") }
    return .estimate(Estimate(value, rate.poisson.lower, rate.poisson.upper, style: .scientific))
  }

  /// The limits that allow for clusters.
  static func clustered(_ rate: ClusteredRate) -> [Cell] {
    guard let limits = rate.robust?.interval else { return [.missing(), .missing()] }
    return [.number(limits.lower, .scientific), .number(limits.upper, .scientific)]
  }
}
